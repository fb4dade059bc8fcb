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
const AINO = person('aino', { began_on: '2026-02-01', a: true, b: false })
const ERIK = person('erik', { began_on: '2026-02-01', a: false, b: false })

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
      id: 'wait-again',
      when: { fact: 'b', is: true },
      today: { ...none, wait: { from: 'P1W', to: 'P10W' } },
      proposed: { ...idea, wait: { from: 'P2D', to: 'P3D' } },
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
    longest: { from: 28, to: 42 },
    waits: { from: 28, to: 42 },
    fees: { from: 0, to: 30 },
  })
  expect(aino?.proposed).toMatchObject({ contacts: only(1), papers: only(0), longest: only(1) })
})

test('a month is as long as the month it falls in: one that begins on the first of February has 28 days', () => {
  expect(erik?.today.longest).toEqual({ from: 28, to: 42 })
})

test('waits are compared where a step names one for today and one for the proposal: the longest, and all together', () => {
  const { people } = burdensOf(published([person('sari', { began_on: '2026-02-01', a: true, b: true })]))
  expect(people[0]).toMatchObject({
    waited: only(2),
    today: { longest: { from: 28, to: 70 }, waits: { from: 35, to: 112 } },
    proposed: { longest: { from: 2, to: 3 }, waits: { from: 3, to: 4 } },
  })
  expect(aino?.waited).toEqual(only(1))
})

test('what no step says is not nothing', () => {
  expect(erik?.proposed.fees).toBeUndefined()
  expect(everyone?.proposed.fees).toBeUndefined()
})

test('a step that may concern somebody counts', () => {
  const unsure = burdensOf(published([person('tuomas', { began_on: '2026-02-01', a: null, b: false })]))
  expect(unsure.people[0]?.today).toEqual(aino?.today)
})

test('everyone is the least and the most of them all, unverified steps counted apart', () => {
  expect(everyone?.today.contacts).toEqual({ from: 3, to: 5 })
  expect(everyone?.waited).toEqual(only(1))
  expect([aino?.unverified, erik?.unverified, everyone?.unverified]).toEqual([only(1), only(0), { from: 0, to: 1 }])
})

test('a journey without example people has nobody to count for', () => {
  expect(burdensOf(published([]))).toEqual({ people: [], everyone: undefined })
})
