import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import { type Definition, type Facts, repliesOf, type StepKey } from '#src/journey/definition.ts'
import { isPublishable } from '#src/journey/finding.ts'
import { lint } from '#src/journey/lint.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { prove } from '#src/journey/prove.ts'
import { setIn } from '#src/walk/progress.ts'
import { replay } from '#src/walk/replay.ts'
import { anySituation, anyTurns, begin, steps, toTheEnd, turns } from '../walk/pure-walk.ts'
import { ASKED_FIRST, anyJourney, FACTS } from './any-journey.ts'
import { cpuMs } from './example.ts'

/** Journeys nobody wrote: steps of every kind, conditions on facts of every type, faults among them. */

const RUNS = process.env.POLKU_LONG ? 10_000 : 400
const AINO: Facts = {
  day: '2026-03-01',
  other_day: '2026-03-01',
  count: 1,
  place: 'here',
  yes: true,
  later: true,
  by: 'we',
}

/** Nobody can answer more than the most that the number may be. */
const ANYBODY = fc
  .tuple(anySituation({ facts: FACTS }), fc.array(fc.constantFrom('self', 'lawyer'), { minLength: 4, maxLength: 4 }))
  .map(
    ([facts, who]): Facts => ({
      ...facts,
      count: Math.min(Number(facts.count), 10),
      ...Object.fromEntries(who.map((one, i) => [`mandate-s${i}`, one])),
    }),
  )

function endOf(definition: Definition, facts: Facts, picks: readonly number[] = [0]) {
  const half = turns(begin(compile(definition)), facts, picks)
  return { half, end: toTheEnd(half, facts, picks) }
}

/** Steps that concern whoever is in the situation, once everything has been told. */
function listed(definition: Definition, facts: Facts): ReadonlySet<StepKey> {
  return new Set(steps(endOf(definition, facts).end).map(({ place }) => place.key))
}

test('any journey is refused, or ends for anybody, is its events, and is written and read as it was', {
  timeout: 900_000,
}, () => {
  const seen = { accepted: 0, refused: 0, tried: 0, sentBack: 0, set: 0, mandated: 0 }
  fc.assert(
    fc.property(anyJourney, ANYBODY, anyTurns, (definition, facts, picks) => {
      const read = readDefinition(writeDefinition(definition))
      expect(read.ok && read.definition).toEqual(definition)
      let found = lint(definition)
      expect(
        cpuMs(() => {
          found = [...lint(definition), ...prove(definition).findings]
        }),
      ).toBeLessThan(200)
      seen[isPublishable(found) ? 'accepted' : 'refused'] += 1
      if (!isPublishable(found)) return

      const { half, end } = endOf(definition, facts, picks)
      expect(Object.values(end.progress.value).every((at) => at === '$end')).toBe(true)
      // Whoever does not know is asked too: no step that concerns a walker is left out on the way.
      expect(steps(end).filter(({ status }) => status !== 'done' && status !== 'aside')).toEqual([])
      for (const walk of [half, end]) expect(replay(walk.journey, walk, walk.events)).toEqual(walk.progress)
      for (const { kind } of end.events) {
        if (kind === 'tried') seen.tried += 1
        if (kind === 'sent-back') seen.sentBack += 1
      }
      if (Object.keys(setIn(end.progress.record)).length > 0) seen.set += 1
      if (
        [...end.journey.places.values()].some(
          ({ key, step }) => step.kind === 'mandate' && key in end.progress.record.replied,
        )
      )
        seen.mandated += 1
    }),
    { numRuns: RUNS, seed: 20261125 },
  )
  expect(Math.min(seen.tried, seen.sentBack, seen.set, seen.mandated)).toBeGreaterThan(0)
  expect(seen.accepted).toBeGreaterThan(RUNS / 20)
  expect(seen.refused).toBeGreaterThan(RUNS / 20)
})

function isSet({ tracks }: Definition, fact: string): boolean {
  return Object.values(tracks).some(({ steps }) =>
    steps.some((step) => repliesOf(step).some(({ sets = {} }) => fact in sets)),
  )
}

test('a situation that the proof names leads to the step, or past it, on the real machine', {
  timeout: 900_000,
}, () => {
  const seen = { true: 0, false: 0, never: 0 }
  fc.assert(
    fc.property(anyJourney, ANYBODY, (definition, facts) => {
      const report = prove(definition)
      // What names itself or does not exist is for the lint to refuse: the proof has nothing to say of it.
      const found = [...lint(definition), ...report.findings]
      if (!isPublishable(found.filter(({ code }) => code !== 'never-reached'))) return
      for (const { step, reads, seen: named } of report.steps) {
        // What a provider tells may differ from what the walker told.
        if (reads.some((fact) => !ASKED_FIRST.has(fact) || isSet(definition, fact))) continue
        for (const truth of ['true', 'false'] as const) {
          if (!named[truth]) continue
          seen[truth] += 1
          expect(listed(definition, { ...AINO, ...named[truth] }).has(step)).toBe(truth === 'true')
        }
        // Never true is still "perhaps" for whoever does not know.
        const knowsAll = reads.every((fact) => facts[fact] !== null)
        if (named.true || !knowsAll) continue
        seen.never += 1
        expect(listed(definition, facts).has(step)).toBe(false)
      }
    }),
    { numRuns: RUNS / 4, seed: 7 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
})
