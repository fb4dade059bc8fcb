import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import type { Definition, Facts } from '#src/journey/definition.ts'
import { prove } from '#src/journey/prove.ts'
import { domainsOf, situationsOf } from '#src/journey/situations.ts'
import { DEATH_OF_A_RELATIVE, SHIPPED } from '../walk/pure-walk.ts'
import { explore } from './exploring.ts'
import { type SmallTracks, smallJourney } from './small-journey.ts'

const DAY = { began_on: '2026-03-01' }
const VALUES = [true, false, null]
const situations: readonly Facts[] = VALUES.flatMap((a) => VALUES.map((b) => ({ ...DAY, a, b, c: null })))

const a = { fact: 'a', is: true }
const b = { fact: 'b', is: true }
const exploreSmall = (tracks: SmallTracks) => explore(compile(smallJourney(tracks)), situations)

describe('exploring the machine finds what the proof says', () => {
  test('a journey that can be walked: every step is reached, and every place leads to the end', () => {
    const tracks: SmallTracks = {
      left: [
        { id: 'one', when: a },
        { id: 'call', kind: 'automatic', when: b },
        { id: 'three', needs: ['right/two'] },
      ],
      right: [{ id: 'two', waits: { from: 'began_on', add: 'P1M' } }],
    }
    const { reached, stuck } = exploreSmall(tracks)
    expect(stuck).toEqual([])
    expect([...reached].toSorted()).toEqual(['left/call', 'left/one', 'left/three', 'right/two'])
    expect(prove(smallJourney(tracks)).ok).toBe(true)
  })

  test('two strands that wait for each other for ever', () => {
    const tracks: SmallTracks = {
      left: [{ id: 'a1', needs: ['right/b2'] }, { id: 'a2' }],
      right: [{ id: 'b1', needs: ['left/a2'] }, { id: 'b2' }],
    }
    const { reached, stuck } = exploreSmall(tracks)
    expect(stuck[0]).toContain('"a1":"gate"')
    expect(reached.size).toBe(0)
    expect(prove(smallJourney(tracks)).ok).toBe(false)
  })

  test('a circle that closes in some situations only', () => {
    const tracks: SmallTracks = {
      left: [
        { id: 'a1', when: a, needs: ['right/b2'] },
        { id: 'a2', when: b },
      ],
      right: [{ id: 'b1', needs: ['left/a2'] }, { id: 'b2' }],
    }
    const { stuck } = exploreSmall(tracks)
    expect(stuck.some((text) => text.includes('"a":true,"b":true'))).toBe(true)
    expect(stuck.some((text) => text.includes('"a":false'))).toBe(false)
    expect(prove(smallJourney(tracks)).ok).toBe(false)
  })

  test('a step that no situation brings onto the path', () => {
    const tracks: SmallTracks = { left: [{ id: 'one' }, { id: 'never', when: { all: [a, { not: a }] } }] }
    const known = situations.filter(({ a }) => a !== null)
    expect([...explore(compile(smallJourney(tracks)), known).reached]).toEqual(['left/one'])
    expect(prove(smallJourney(tracks)).findings.map(({ path }) => path.join('/'))).toContain('tracks/left/steps/1/when')
  })

  test('a traversal that grows too large is an error and never a silent success', () => {
    const tracks = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [`t${i}`, Array.from({ length: 6 }, (_, n) => ({ id: `s${n}` }))]),
    )
    expect(() => explore(compile(smallJourney(tracks)), situations.slice(0, 1))).toThrow('limit')
  })
})

const condition = fc.constantFrom(undefined, a, b, { not: a }, { any: [a, b] }, { all: [a, { not: b }] })
const names = ['one', 'two']
const anyNeeds = fc.subarray(['t0/one', 't0/two', 't1/one', 't1/two'] as const, { maxLength: 1 })
const anyStep = fc.record({
  kind: fc.constantFrom('task', 'task', 'automatic', 'mandate'),
  sets: fc.constantFrom(undefined, { c: true }, { c: false }),
  other: fc.constantFrom<'back' | 'tells'>('back', 'tells'),
  when: condition,
  needs: anyNeeds,
  waits: fc.constantFrom(undefined, undefined, { from: 'began_on', add: 'P1M' }),
})
const words = { fi: 'Vastaus' }
/** Somebody else is asked: the usual reply, and one that leads back or tells something. */
function repliesFor(kind: string, first: string, sets: object | undefined, other: 'back' | 'tells') {
  if (kind === 'task') return {}
  const reply = { after: 'P3D', seen: 'imagined', text: words }
  const second = other === 'back' ? { back_to: first } : { sets: { c: true } }
  const roles = kind === 'mandate' ? { roles: { lawyer: { name: words, basis: 'mandate' } } } : {}
  return {
    ...roles,
    replies: [
      { ...reply, id: 'usual', ...(sets && { sets }) },
      { ...reply, id: 'other', ...second },
    ],
  }
}

const anyJourney = fc
  .array(fc.array(anyStep, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
  .map((tracks) =>
    smallJourney(
      Object.fromEntries(
        tracks.map((steps, t) => [
          `t${t}`,
          steps.map(({ when, waits, sets, other, ...step }, i) => ({
            ...{ id: names[i] ?? '', ...step, ...repliesFor(step.kind, `t${t}/one`, sets, other) },
            ...(when && { when }),
            ...(waits && { waits }),
          })),
        ]),
      ) as SmallTracks,
    ),
  )

test('of any small journey the proof and the machine say the same', () => {
  const seen = { ok: 0, circles: 0 }
  fc.assert(
    fc.property(anyJourney, (definition: Definition) => {
      const report = prove(definition)
      const { reached, stuck } = explore(compile(definition), situations)
      const hasCircle = report.findings.some(({ severity, code }) => severity === 'error' && code === 'order-cycle')
      if (report.ok) {
        seen.ok += 1
        expect(stuck).toEqual([])
        const steps = Object.entries(definition.tracks).flatMap(([t, { steps }]) => steps.map(({ id }) => `${t}/${id}`))
        expect(steps.filter((step) => step !== 'situation/asked' && !reached.has(step))).toEqual([])
      }
      if (stuck.length > 0) {
        seen.circles += 1
        expect(hasCircle).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
  expect(seen.ok).toBeGreaterThan(5)
  expect(seen.circles).toBeGreaterThan(5)
})

test('every strand of the shipped journey ends in every situation that its own conditions tell apart', () => {
  for (const [track, { steps }] of Object.entries(SHIPPED.tracks).slice(1)) {
    const conditions = steps.flatMap(({ when }) => (when === undefined ? [] : [when]))
    const all = [...situationsOf(domainsOf(conditions, SHIPPED)).each].map((facts) => ({
      died_on: '2026-03-01',
      ...facts,
    }))
    const some = all.filter((_, i) => i % Math.ceil(all.length / 12) === 0)
    const { reached, stuck } = explore(DEATH_OF_A_RELATIVE, some, [track])
    expect(stuck).toEqual([])
    expect(reached.size).toBeGreaterThan(0)
  }
})
