import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate } from '#src/journey/condition.ts'
import type { Condition, Definition } from '#src/journey/definition.ts'
import { findingText } from '#src/journey/finding.ts'
import { prove, situationsToWalk } from '#src/journey/prove.ts'
import { cpuMs, definitionOf, example, SMALL } from './example.ts'

const tri = (i: number) => ({ type: 'boolean' as const, ask: { fi: `Kysymys ${i}` }, unknown_allowed: true })
const side = { what: { fi: 'Näin.' }, automation: 'none' as const }

type Task = { id: string; when?: Condition; needs?: string[] }

/** A journey of plain tasks: tracks by name, each with its tasks, over yes-or-no facts a0, a1 … that everyone is asked. */
function journeyOf(tracks: Record<string, Task[]>, facts = 12): Definition {
  const ids = Array.from({ length: facts }, (_, i) => `a${i}`)
  const task = ({ id, when, needs = [] }: Task) => ({
    id,
    kind: 'task' as const,
    title: { fi: id },
    provider: 'self',
    today: side,
    proposed: { ...side, feasibility: 'idea' as const },
    ...(when !== undefined && { when }),
    needs: needs.map((need) => need as `${string}/${string}`),
  })
  return {
    format: 1,
    id: 'plain',
    languages: ['fi'],
    title: { fi: 'Koe' },
    starts_on: 'day',
    facts: { day: { type: 'date', ask: { fi: 'Milloin?' } }, ...Object.fromEntries(ids.map((id, i) => [id, tri(i)])) },
    providers: {},
    tracks: {
      situation: {
        title: { fi: 'Alku' },
        steps: [{ id: 'ask', kind: 'question', title: { fi: 'Kerro' }, asks: ['day', ...ids] }],
      },
      ...Object.fromEntries(
        Object.entries(tracks).map(([id, tasks]) => [id, { title: { fi: id }, steps: tasks.map(task) }]),
      ),
    },
  }
}

const yes = (i: number): Condition => ({ fact: `a${i}`, is: true })
const codesOf = (definition: Definition) => prove(definition).findings.map(({ code }) => code)

describe('a step', () => {
  test('is shown a situation that leads to it, one that passes it by and one that leaves it open', () => {
    const report = prove(example())
    expect(report.ok).toBe(true)
    for (const { step, seen } of report.steps) {
      const [track = '', id] = step.split('/')
      const when = example().tracks[track]?.steps.find((one) => one.id === id)?.when
      if (when === undefined) expect(seen).toEqual({ true: {} })
      else
        for (const [truth, facts] of Object.entries(seen))
          expect(String(evaluate(when, facts, example().conditions))).toBe(truth)
    }
    expect(
      situationsToWalk(report)
        .filter(({ onPath }) => !onPath)
        .map(({ step }) => step),
    ).toContain('money/claim')
  })

  test('that no situation reaches is an error, and one that every situation reaches is a warning', () => {
    expect(codesOf(journeyOf({ a: [{ id: 'x', when: { all: [yes(0), { not: yes(0) }] } }] }))).toEqual([
      'never-reached',
    ])
    expect(codesOf(journeyOf({ a: [{ id: 'x', when: { any: [yes(0), { not: yes(0) }] } }] }))).toEqual([])
    expect(codesOf(journeyOf({ a: [{ id: 'x', when: { fact: 'day', known: true } }] }))).toEqual(['always-on-path'])
  })

  test('with more situations than can be tried is tried in pairs, and the report says so', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => yes(i))
    const report = prove(journeyOf({ a: [{ id: 'x', when: { all: twelve } }] }))
    expect(report.findings.map(({ code }) => code)).toEqual(['cut-to-pairs'])
    expect(report.findings.map((found) => findingText(found, 'en'))).toEqual([
      'a/x when: there are 531441 situations, so only pairs were tried.',
    ])
    expect(report.steps.at(-1)).toMatchObject({
      cut: true,
      situations: 531441,
      seen: { true: { a0: true, a11: true } },
    })
  })

  test('that pairs did not find is not called impossible', () => {
    const mixed = Array.from({ length: 12 }, (_, i): Condition => ({ fact: `a${i}`, is: i % 2 === 0 }))
    expect(codesOf(journeyOf({ a: [{ id: 'x', when: { all: mixed } }] }))).toEqual(['not-proven', 'cut-to-pairs'])
  })
})

describe('order', () => {
  test('needs without a circle of their own may still wait for each other through the order of their tracks', () => {
    const definition = journeyOf({
      a: [{ id: 'a1', needs: ['b/b2'] }, { id: 'a2' }],
      b: [{ id: 'b1', needs: ['a/a2'] }, { id: 'b2' }],
    })
    const [circle] = prove(definition).findings
    expect(circle).toMatchObject({
      code: 'order-cycle',
      severity: 'error',
      path: ['tracks', 'a', 'steps', 0, 'needs', 0],
    })
    expect(circle && findingText(circle, 'en')).toMatch(/a\/a1.*b\/b2.*b\/b1.*a\/a2/)
  })

  test('the situation waits for nothing else', () => {
    const definition = journeyOf({ a: [{ id: 'x' }] })
    const [ask] = definition.tracks.situation?.steps ?? []
    const waiting = {
      ...definition,
      tracks: {
        ...definition.tracks,
        situation: { title: {}, steps: ask ? [{ ...ask, needs: ['a/x' as const] }] : [] },
      },
    }
    expect(codesOf(waiting)).toEqual(['order-cycle'])
  })

  test('each knot is told once', () => {
    const definition = journeyOf({
      a: [{ id: 'x', needs: ['b/x'] }],
      b: [{ id: 'x', needs: ['a/x'] }],
      c: [{ id: 'x', needs: ['c/y'] }, { id: 'y' }],
      d: [{ id: 'x', needs: ['a/x'] }],
    })
    expect(codesOf(definition)).toEqual(['order-cycle', 'order-cycle'])
  })

  test('a needed step that may be passed by is noted with the situation', () => {
    const report = prove(
      journeyOf({
        a: [{ id: 'x', when: yes(0) }],
        b: [
          { id: 'y', needs: ['a/x'] },
          { id: 'z', when: yes(0), needs: ['a/x'] },
        ],
      }),
    )
    expect(report.needs).toEqual([{ step: 'b/y', needs: 'a/x', situation: { a0: false } }])
  })

  test('no provider replies before the day is told that time starts on', () => {
    const text = SMALL.replace(
      'steps: [{ id: ask,',
      'steps: [{ id: early, kind: task, provider: self, waits: { from: day, add: P1D }, title: { fi: Liian aikaisin }, today: { what: { fi: Nyt }, automation: none }, proposed: { what: { fi: Nyt }, automation: none, feasibility: idea } }, { id: ask,',
    )
    expect(codesOf(definitionOf(text))).toEqual(['before-the-clock', 'read-before-asked'])
  })
})

describe('the proof is quick', () => {
  test('on the shipped journey', () => {
    const shipped = definitionOf(
      readFileSync(new URL('../../journeys/death-of-a-relative/journey.yaml', import.meta.url), 'utf8'),
    )
    expect(prove(shipped).ok).toBe(true)
    expect(cpuMs(() => prove(shipped))).toBeLessThan(50)
  })

  const chain = Array.from({ length: 499 }, (_, i) => ({ id: `s${i}`, needs: i ? [`a/s${i - 1}`] : [] }))
  const wide = Array.from({ length: 499 }, (_, i) => ({
    id: `s${i}`,
    when: {
      any: [yes(i % 3), { all: Array.from({ length: 10 }, (_, k) => yes(k)) }, { fact: `a${i % 7}`, is: false }],
    } satisfies Condition,
  }))
  const never = Array.from({ length: 499 }, (_, i) => ({
    id: `s${i}`,
    when: {
      all: [...Array.from({ length: 10 }, (_, k) => yes((k + i) % 12)), { not: yes(i % 12) }],
    } satisfies Condition,
  }))
  test.each([
    ['499 steps in a row', chain],
    [
      '499 steps that wait for each other in a circle',
      chain.map((one, i) => (i === 0 ? { ...one, needs: ['a/s498'] } : one)),
    ],
    ['499 conditions on ten facts', wide],
    ['499 conditions that are never true', never],
  ])('on %s', (_, tasks) => {
    expect(cpuMs(() => prove(journeyOf({ a: tasks })))).toBeLessThan(200)
  })
})
