import { expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import { burdensOf, MEASURES, spared } from '#src/walk/burden.ts'
import { burdenRangeOf, countAll } from '#src/walk/burden-range.ts'
import { type SmallTracks, smallJourney } from '../journey/small-journey.ts'
import { shippedJourney } from '../support/shipped.ts'
import { DEATH_OF_A_RELATIVE } from './pure-walk.ts'

const what = { fi: 'Näin' }
const step = (id: string, now: number, then: number, fact?: 'a' | 'b') => ({
  id,
  ...(fact && { when: { fact, is: true } as const }),
  today: { what, automation: 'none' as const, contacts: now },
  proposed: { what, automation: 'none' as const, feasibility: 'idea' as const, contacts: then },
})
const small = (tracks: SmallTracks) => compile(smallJourney(tracks))

test('the range is the least and the most over all situations, of each side and of what is spared', () => {
  const journey = small({ one: [step('always', 2, 1), step('if-a', 5, 0, 'a'), step('if-b', 0, 3, 'b')] })
  const { today, proposed, spared, cut, count } = countAll(journey)
  expect([count > 3, cut]).toEqual([true, false])
  expect(today.contacts).toEqual({ from: 2, to: 7 })
  expect(proposed.contacts).toEqual({ from: 1, to: 4 })
  expect(spared.contacts).toEqual({ from: -2, to: 6 })
  expect(today.fees).toBeUndefined()
})

test('few situations are counted at once, many beside other work, and either only once', async () => {
  const few = small({ one: [step('if-a', 5, 0, 'a')] })
  expect(burdenRangeOf(few)).toBeDefined()
  expect(burdenRangeOf(few)).toBe(burdenRangeOf(few))
  const journey = compile(shippedJourney('moving-home').definition)
  expect(burdenRangeOf(journey)).toBeUndefined()
  let turns = 0
  while (!burdenRangeOf(journey)) {
    turns += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(turns).toBeGreaterThan(10)
  expect(burdenRangeOf(journey)).toEqual(countAll(journey))
})

test('where there are too many combinations every two answers are tried together, and the range says so', () => {
  expect(countAll(DEATH_OF_A_RELATIVE).cut).toBe(true)
})

test.each(['moving-home', 'unemployment', 'marriage', 'divorce'])(
  'every example person of %s lies within the range',
  (id) => {
    const { definition, personas } = shippedJourney(id)
    const journey = compile(definition)
    const range = countAll(journey)
    for (const { facts } of personas) {
      const concerned = [...journey.places.values()].filter(({ applies }) => applies(facts) !== false)
      const burdens = burdensOf(
        concerned.map(({ step }) => step),
        '2026-03-01',
      )
      for (const measure of MEASURES) {
        const [one, all] = [spared(burdens, measure), range.spared[measure]]
        if (one) expect(one.from).toBeGreaterThanOrEqual(all?.from ?? Infinity)
        if (one) expect(one.to).toBeLessThanOrEqual(all?.to ?? -Infinity)
      }
    }
  },
)
