import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import type { Definition, Facts } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { promptsByStep } from '#src/journey/prompts.ts'
import { contentHash } from '#src/journey/version.ts'
import { planMove, retold } from '#src/walk/move-version.ts'
import { fits, replay } from '#src/walk/replay.ts'
import type { WalkEvent } from '#src/walk/walk.ts'
import { shippedJourney } from '../support/shipped.ts'
import { KINDS, nextVersion } from './next-version.ts'
import { anySituation, begin, hereOf, overview, type PureWalk, steps, toTheEnd, wayward } from './pure-walk.ts'

const LONG = process.env.POLKU_LONG !== undefined
const JOURNEYS = readdirSync(new URL('../../journeys/', import.meta.url))
  .sort()
  .map((id) => ({ id, definition: shippedJourney(id).definition }))

function published(definition: Definition, number: number): Published {
  const about = { personas: [], author: 'shipped', note: undefined, publishedAt: 0, changes: [] }
  const version = { ...about, journey: definition.id, number, hash: contentHash(definition), definition }
  return { version, journey: compile(definition), prompts: promptsByStep(definition, version) }
}

/** The walk as it stands in the last of the versions, and what moving it planned. */
function moved(walk: PureWalk, versions: readonly Published[]) {
  const plan = planMove(hereOf(walk), versions)
  const there: PureWalk = {
    journey: plan.to.journey,
    tracks: plan.tracks,
    told: { ...walk.told, ...plan.retold } as PureWalk['told'],
    progress: plan.progress,
    events: [...walk.events, plan.event, ...plan.asked],
  }
  const told = Object.fromEntries(Object.entries(there.told).filter(([, value]) => value !== undefined))
  return { plan, there: { ...there, told } }
}

/** The walk after the move has been taken back. */
function backFrom(walk: PureWalk, { plan, there }: ReturnType<typeof moved>): PureWalk {
  const { event } = plan
  const names = Object.fromEntries(Object.entries(event.told).map(([name, now]) => [now, name]))
  const all = { ...there.told, ...retold(there.told, names) }
  const told = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as PureWalk['told']
  const back: WalkEvent = { kind: 'moved-back', version: 1, hash: 'h', from: event.version }
  const events = [...there.events, back]
  const tracks = event.from.tracks ?? undefined
  return { journey: walk.journey, tracks, told, events, progress: replay(walk.journey, { told, tracks }, events) }
}

function expectEverythingHolds(walk: PureWalk, versions: readonly Published[], facts: Facts) {
  const move = moved(walk, versions)
  const { plan, there } = move
  expect(fits(there.journey, there.progress)).toBe(true)
  expect(replay(there.journey, there, there.events)).toEqual(there.progress)
  expect(steps(there).length).toBeGreaterThan(0)
  for (const { place, status } of steps(there))
    if (status === 'done' && place.step.kind === 'question')
      for (const name of place.step.asks) expect(there.told).toHaveProperty([name])
  const end = toTheEnd(there, facts)
  expect(Object.values(end.progress.value).every((at) => at === '$end')).toBe(true)
  expect(replay(end.journey, end, end.events)).toEqual(end.progress)

  const back = backFrom(walk, move)
  expect(back.told).toEqual(walk.told)
  expect(overview(back)).toEqual(overview(walk))
  expect(back.progress).toEqual(walk.progress)
  // What was told before is never told of again as if it had been: the names of the version left are kept aside.
  for (const name of plan.unmapped) expect(there.told).not.toHaveProperty([name])
}

test.each(KINDS)('the shipped journeys have places where %s', (kind) => {
  expect(JOURNEYS.some(({ definition }) => [0, 6, 12, 18].some((at) => nextVersion(definition, kind, at)))).toBe(true)
})

describe.each(JOURNEYS)('$id, moved at every state of a walk', ({ definition }) => {
  const first = published(definition, 1)
  test.each(KINDS)('to a version where %s: it can be walked to the end, and taken back without a trace', (kind) => {
    fc.assert(
      fc.property(
        anySituation(definition),
        fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 60 }),
        fc.nat({ max: 40 }),
        fc.option(fc.subarray(Object.keys(definition.tracks).slice(1), { minLength: 1 }), { nil: undefined }),
        (facts, picks, at, tracks) => {
          const next = nextVersion(definition, kind, at)
          if (!next) return
          const second = published(next, 2)
          const situation = { ...facts, brand_new: true }
          let walk = begin(first.journey, tracks)
          picks.forEach((pick, i) => {
            walk = wayward(walk, situation, pick)
            // Every state in a long run; otherwise some, each run others.
            if (!LONG && (i + at) % 11 !== 0) return
            expectEverythingHolds(walk, [first, second], situation)
          })
        },
      ),
      { numRuns: LONG ? 40 : 1 },
    )
  })

  test('over two versions at once, whatever each of them changed', () => {
    fc.assert(
      fc.property(
        anySituation(definition),
        fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 60 }),
        fc.constantFrom(...KINDS),
        fc.constantFrom(...KINDS),
        fc.nat({ max: 40 }),
        (facts, picks, one, other, at) => {
          const second = nextVersion(definition, one, at)
          const third = second && nextVersion(second, other, at + 3)
          if (!third) return
          const situation = { ...facts, brand_new: true }
          const walk = picks.reduce((now, pick) => wayward(now, situation, pick), begin(first.journey))
          expectEverythingHolds(walk, [first, published(second, 2), published(third, 3)], situation)
        },
      ),
      { numRuns: LONG ? 200 : 2 },
    )
  })
})
