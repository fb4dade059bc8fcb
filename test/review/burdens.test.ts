import { expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import type { Persona } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { burdensOf } from '#src/review/burdens.ts'
import { type SmallTracks, smallJourney } from '../journey/small-journey.ts'

const what = { fi: 'Näin' }
const none = { what, automation: 'none' } as const
const idea = { ...none, feasibility: 'idea' } as const
const person = (id: string, facts: Persona['facts']): Persona => ({ id, name: id, introduction: { fi: id }, facts })
const AINO = person('aino', { began_on: '2026-02-01', a: true })
const ERIK = person('erik', { began_on: '2026-02-01', a: false })

const TRACKS: SmallTracks = {
  one: [
    {
      id: 'ask',
      today: {
        ...{ ...none, contacts: 3, asks_for: ['name', 'address'], wait: { from: 'P1M', to: 'P6W' } },
        ...{ fee: { from: 0, to: 30 }, source: [{ cite: 'S', checked: '2026-11', confidence: 'P' }] },
      },
      proposed: { ...idea, contacts: 1, wait: { from: 'P1D', to: 'P1D' } },
    },
    {
      id: 'ask-again',
      when: { fact: 'a', is: true },
      today: {
        ...{ ...none, contacts: 2, asks_for: ['name'], wait: { from: 'P1W', to: 'P1Y' } },
        source: [{ cite: 'S', checked: '2026-11', confidence: 'U' }],
      },
      proposed: { ...idea, contacts: 0 },
    },
  ],
}

function published(personas: readonly Persona[]): Published {
  const definition = smallJourney(TRACKS, {
    data: { name: { name: what, about: 'walker' }, address: { name: what, about: 'walker' } },
    sources: { S: { title: 'S' } },
  })
  const version = { journey: definition.id, number: 1, hash: '', definition, personas }
  return { version, journey: compile(definition), prompts: new Map() } as unknown as Published
}
const only = (value: number) => ({ from: value, to: value })
const { people, everyone } = burdensOf(published([AINO, ERIK]))
const [aino, erik] = people

test('a person’s burden is the sum of the steps that concern them, each side for itself', () => {
  expect(aino?.today).toEqual({
    contacts: only(5),
    papers: only(3),
    twice: only(1),
    longest: { from: 28, to: 365 },
    waits: { from: 35, to: 407 },
    fees: { from: 0, to: 30 },
  })
  expect(aino?.proposed).toMatchObject({ contacts: only(1), papers: only(0), longest: only(1) })
})

test('a month is as long as the month it falls in: one that begins on the first of February has 28 days', () => {
  expect(erik?.today.longest).toEqual({ from: 28, to: 42 })
})

test('what no step says is not nothing', () => {
  expect(erik?.proposed.fees).toBeUndefined()
  expect(everyone?.proposed.fees).toBeUndefined()
})

test('a step that may concern somebody counts', () => {
  const unsure = burdensOf(published([person('tuomas', { began_on: '2026-02-01', a: null })]))
  expect(unsure.people[0]?.today).toEqual(aino?.today)
})

test('everyone is the least and the most of them all, unverified steps counted apart', () => {
  expect(everyone?.today.contacts).toEqual({ from: 3, to: 5 })
  expect(everyone?.today.longest).toEqual({ from: 28, to: 365 })
  expect([aino?.unverified, erik?.unverified, everyone?.unverified]).toEqual([only(1), only(0), { from: 0, to: 1 }])
})

test('a journey without example people has nobody to count for', () => {
  expect(burdensOf(published([]))).toEqual({ people: [], everyone: undefined })
})
