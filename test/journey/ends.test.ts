import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, END } from '#src/journey/compile.ts'
import type { Condition, Definition, StepKey } from '#src/journey/definition.ts'
import { prove } from '#src/journey/prove.ts'
import { happened, NOTHING_YET, nextDue, onTheClock, settle, stepsOf } from '#src/walk/progress.ts'
import type { Told } from '#src/walk/walk.ts'

/** The proof's claim, tried on real machines: a journey without errors ends for everyone, whatever they know or do not. */

const FACTS = ['a', 'b', 'c'] as const
const side = { what: { fi: 'Näin.' }, automation: 'none' as const }

const leaf = fc.record({ fact: fc.constantFrom(...FACTS), is: fc.boolean() })
const known = fc.record({ fact: fc.constantFrom(...FACTS), known: fc.boolean() })
const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  known,
  fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(fc.oneof(leaf, known), { minLength: 1, maxLength: 3 }) }),
  fc.record({ not: fc.record({ all: fc.tuple(leaf, leaf) }) }),
)

const anyKey = fc.tuple(fc.constantFrom('t0', 't1', 't2'), fc.nat(3)).map(([track, i]): StepKey => `${track}/s${i}`)
const plan = fc.record({
  kind: fc.constantFrom('task', 'info', 'automatic'),
  when: fc.option(condition, { nil: undefined }),
  needs: fc.array(anyKey, { maxLength: 2 }),
  waits: fc.option(fc.oneof(fc.constant('day'), fc.record({ done: anyKey })), { nil: undefined }),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never
const plans = fc.array(fc.array(plan, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })

function stepOf({ kind, when, needs, waits }: Plan, i: number, exists: (key: StepKey) => boolean) {
  const isKept = typeof waits !== 'object' || exists(waits.done)
  const common = {
    id: `s${i}`,
    title: { fi: `s${i}` },
    provider: 'self',
    today: side,
    proposed: { ...side, feasibility: 'idea' as const },
    needs: needs.filter(exists),
    ...(when !== undefined && { when }),
    ...(waits !== undefined && isKept && { waits: { from: waits, add: 'P2D' } }),
  }
  const replies = [{ id: 'ok', after: 'P1D', text: { fi: 'Valmis.' }, seen: 'imagined' as const }]
  if (kind === 'automatic') return { ...common, kind, replies }
  return { ...common, kind: kind === 'info' ? ('info' as const) : ('task' as const) }
}

function journeyOf(tracks: readonly (readonly Plan[])[]): Definition {
  const exists = (key: StepKey) => tracks.some((steps, t) => steps.some((_, i) => `t${t}/s${i}` === key))
  const ask = (id: string) => [id, { type: 'boolean' as const, ask: { fi: id }, unknown_allowed: true }]
  return {
    format: 1,
    id: 'random',
    languages: ['fi'],
    title: { fi: 'Koe' },
    starts_on: 'day',
    facts: { day: { type: 'date', ask: { fi: 'Milloin?' } }, ...Object.fromEntries(FACTS.map(ask)) },
    providers: {},
    tracks: {
      situation: {
        title: { fi: 'Alku' },
        steps: [{ id: 'ask', kind: 'question', title: { fi: 'Kerro' }, asks: ['day', ...FACTS] }],
      },
      ...Object.fromEntries(
        tracks.map((steps, t) => [
          `t${t}`,
          { title: { fi: `t${t}` }, steps: steps.map((one, i) => stepOf(one, i, exists)) },
        ]),
      ),
    },
  }
}

/** Does the first thing that is open, or lets time pass, until nothing is left; says which tracks stand still then. */
function walkToTheEnd(definition: Definition, told: Told, tracks: readonly string[] | undefined): string[] {
  const journey = compile(definition)
  let record = NOTHING_YET
  for (let move = 0; move < 60; move += 1) {
    const situation = { told: move === 0 ? {} : told, tracks }
    const settled = settle(journey, situation, onTheClock(journey, situation.told, record))
    const { progress } = settled
    const steps = stepsOf(journey, { ...situation, progress })
    const open = steps.find(({ status }) => status === 'todo')
    const due = open ? undefined : nextDue(steps, progress.record)
    if (open) record = happened(progress.record, { kind: 'done', step: open.place.key, on: progress.record.today })
    else if (due) record = due.events.reduce(happened, progress.record)
    else return Object.entries(progress.value).flatMap(([track, at]) => (at === END ? [] : [track]))
  }
  return ['does not end']
}

const answers = fc.record({
  day: fc.constant('2026-03-01'),
  a: fc.option(fc.boolean()),
  b: fc.option(fc.boolean()),
  c: fc.option(fc.boolean()),
})
const chosen = fc.option(fc.subarray(['t0', 't1', 't2']), { nil: undefined })

describe('a journey that is proven', () => {
  test('ends in every track for everyone, on real machines', { timeout: 120_000 }, () => {
    let proven = 0
    fc.assert(
      fc.property(plans, answers, chosen, (tracks, told, strands) => {
        const definition = journeyOf(tracks)
        if (!prove(definition).ok) return
        proven += 1
        expect(walkToTheEnd(definition, told, strands)).toEqual([])
      }),
      { numRuns: process.env.POLKU_LONG ? 5000 : 600, seed: 7 },
    )
    expect(proven).toBeGreaterThan(100)
  })
})

test('a circle of waiting stands still, and the proof says so', () => {
  const task = (needs: StepKey[]): Plan => ({ kind: 'task', when: undefined, needs, waits: undefined })
  const circle = journeyOf([
    [task(['t1/s1']), task([])],
    [task(['t0/s1']), task([])],
  ])
  expect(walkToTheEnd(circle, { day: '2026-03-01' }, undefined)).toEqual(['t0', 't1'])
  expect(prove(circle).findings.map(({ code }) => code)).toEqual(['order-cycle'])
})
