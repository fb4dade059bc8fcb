import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import type { Facts } from '#src/journey/definition.ts'
import { readDefinition } from '#src/journey/notation.ts'
import type { Consequence } from '#src/walk/changes.ts'
import { namesOf } from '#src/walk/read-told.ts'
import { smallJourney } from '../journey/small-journey.ts'
import {
  after,
  answered,
  anySituation,
  anyTurns,
  begin,
  forward,
  later,
  overview,
  type PureWalk,
  statusOf,
  steps,
  turns,
} from './pure-walk.ts'

const RUNS = process.env.POLKU_LONG ? 400 : 12
const folder = new URL('../../journeys/', import.meta.url)
const JOURNEYS = globSync('*/journey.yaml', { cwd: folder })
  .sort()
  .map((file) => {
    const read = readDefinition(readFileSync(new URL(file, folder), 'utf8'))
    if (!read.ok) throw new Error(file)
    return { id: read.definition.id, journey: compile(read.definition) }
  })

/** A done step that asked something, with other answers to it: consents are taken back, facts are as in the other situation. */
function changeAt(walk: PureWalk, others: Facts, which: number) {
  const asked = steps(walk).filter(({ place, status }) => status === 'done' && namesOf(place.step).length > 0)
  const step = asked[which % Math.max(1, asked.length)]
  if (!step) return undefined
  const names = namesOf(step.place.step)
  const was = Object.fromEntries(names.map((name) => [name, walk.told[name] ?? null]))
  const now = Object.fromEntries(
    names.map((name) => [name, name.startsWith('share-') ? 'no' : (others[name] ?? walk.told[name] ?? null)]),
  )
  return { key: step.place.key, was, now }
}

const keys = (all: readonly Consequence[] = []) => all.map(({ step }) => step).sort()

describe('every shipped journey, at any point of any walk', () => {
  test.each(JOURNEYS)('$id: an answer changed and changed back restores the very same overview', ({ journey }) => {
    const { definition } = journey
    let changes = 0
    fc.assert(
      fc.property(
        anySituation(definition),
        anySituation(definition),
        anyTurns,
        fc.nat(),
        (facts, others, picks, which) => {
          const walk = turns(begin(journey), facts, picks)
          const change = changeAt(walk, others, which)
          if (!change) return
          changes += 1
          const there = answered(walk, change.key, change.now)
          const back = answered(there, change.key, change.was)
          expect(overview(back)).toEqual(overview(walk))
          expect(back.told).toEqual(walk.told)
          expect(back.progress.record.today).toBe(walk.progress.record.today)
          expect(back.progress.record.done).toEqual(walk.progress.record.done)
        },
      ),
      { numRuns: RUNS },
    )
    expect(changes).toBeGreaterThan(RUNS / 4)
  })

  test.each(JOURNEYS)(
    '$id: what is told of a change is exactly what is otherwise, and each with its reason',
    ({ journey }) => {
      const { definition } = journey
      fc.assert(
        fc.property(
          anySituation(definition),
          anySituation(definition),
          anyTurns,
          fc.nat(),
          (facts, others, picks, which) => {
            const walk = turns(begin(journey), facts, picks)
            const change = changeAt(walk, others, which)
            if (!change) return
            const moved = forward(walk, change.key, change.now)
            const there = after(walk, moved)
            const [before, now] = [walk, there].map((one) => new Map(steps(one).map((step) => [step.place.key, step])))
            const { came, gone, opened, dates } = moved.changed ?? {}
            const concerned = (one: typeof before, other: typeof now) =>
              [...(one ?? [])].flatMap(([key]) => (other?.has(key) ? [] : [key])).sort()
            expect(keys(came)).toEqual(concerned(now, before))
            expect(keys(gone)).toEqual(concerned(before, now))
            for (const { step } of opened ?? []) expect(statusOf(there, step)).toBe('todo')
            for (const { step, what, after } of dates ?? [])
              if (what === 'due') expect(now?.get(step)?.due ?? null).toBe(after)
            const changed = Object.keys(change.now).filter((name) => change.now[name] !== change.was[name])
            for (const { facts: because } of [...(came ?? []), ...(gone ?? [])]) {
              expect(because.length).toBeGreaterThan(0)
              for (const fact of because) expect(changed).toContain(fact)
            }
            for (const { steps: because, facts: or } of opened ?? [])
              expect(because.length + or.length).toBeGreaterThan(0)
            expect(Object.keys(there.progress.record.done)).toEqual(
              expect.arrayContaining(Object.keys(walk.progress.record.done)),
            )
          },
        ),
        { numRuns: RUNS },
      )
    },
  )
})

describe('what a change did', () => {
  const journey = compile(
    smallJourney({
      estate: [
        { id: 'will', when: { fact: 'a', is: true } },
        { id: 'deed', needs: ['estate/will'], deadline: { from: 'began_on', add: 'P3M' } },
      ],
      home: [{ id: 'lease', when: { all: [{ fact: 'b', is: true }, { not: { fact: 'a', is: true } }] } }],
    }),
  )
  const told = { began_on: '2026-03-01', a: false, b: true, c: null }
  const walk = answered(begin(journey), 'situation/asked', told)

  test('names what came, what waits for it and what was set aside, each with what decided it', () => {
    expect(forward(walk, 'situation/asked', { ...told, a: true }).changed).toEqual({
      came: [{ step: 'estate/will', facts: ['a'], steps: [] }],
      gone: [{ step: 'home/lease', facts: ['a'], steps: [] }],
      opened: [],
      held: [{ step: 'estate/deed', facts: [], steps: ['estate/will'] }],
      dates: [],
    })
  })

  test('names what opened, with the step that no longer comes first', () => {
    const there = answered(walk, 'situation/asked', { ...told, a: true })
    expect(forward(there, 'situation/asked', told).changed).toMatchObject({
      opened: [{ step: 'estate/deed', facts: [], steps: ['estate/will'] }],
    })
  })

  test('names a deadline that moved with its old and its new date', () => {
    const moved = forward(walk, 'situation/asked', { ...told, began_on: '2026-04-10' })
    expect(moved.changed?.dates).toEqual([
      { step: 'estate/deed', what: 'due', before: '2026-06-01', after: '2026-07-10', fact: 'began_on' },
    ])
  })

  test('blames the fact that decides, not one that only changed beside it', () => {
    const moved = forward(walk, 'situation/asked', { ...told, b: false, c: true })
    expect(moved.changed?.gone).toEqual([{ step: 'home/lease', facts: ['b'], steps: [] }])
  })

  test('is told of an earlier answer only, and not where nothing else is otherwise', () => {
    expect(forward(walk, 'situation/asked', { ...told, c: true }).changed).toBeUndefined()
    const kept = answered(begin(journey), 'situation/asked', told, 'stay')
    expect(forward(kept, 'situation/asked', { ...told, a: true }).changed).toBeUndefined()
  })

  test('holds no answer, so that the events may keep it', () => {
    const { events } = forward(later(walk), 'situation/asked', { ...told, a: true, began_on: '2026-02-02' })
    expect(JSON.stringify(events.at(-1))).not.toMatch(/true|false|2026-02-02/)
  })
})
