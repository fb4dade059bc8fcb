import { afterAll, beforeAll, expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { adjustedRandIndex } from '#feedback/opinion-map/rand-index.ts'
import { Definition } from '#src/journey/definition.ts'
import { simulate, type Walked } from '#src/simulation/simulate.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { shippedJourney } from '../support/shipped.ts'
import { type World, worldWith } from '../walk/world.ts'

const isLong = Boolean(process.env.POLKU_LONG)
const WALKERS = isLong ? 400 : 36
const STATEMENTS = 16
const LEAST_VOTES = 10

let world: World
let journey: string
beforeAll(async () => {
  const { definition, personas } = isLong
    ? shippedJourney('death-of-a-relative')
    : { definition: manyStatements(), personas: [] }
  journey = definition.id
  world = await worldWith([definition], personas)
}, 60_000)
afterAll(() => world.storage.cleanup())

/** The cat's journey with many statements about the whole of it. */
function manyStatements(): Definition {
  const statements = Array.from({ length: STATEMENTS }, (_, i) => ({ id: `s${i}`, text: { fi: `Kissa ${i}` } }))
  return Definition.parse({ ...MOVING_HOUSE_CAT, statements })
}

test('the groups planted among simulated walkers are found again from the votes they left', async () => {
  const walked: Walked[] = []
  const patiently = <T>(work: () => Promise<T>) => work()
  const plan = { journey, walkers: WALKERS, seed: 'planted', trial: undefined }
  for await (const one of simulate({ ...world, patiently }, plan)) walked.push(one)

  const stored = await world.storage.votes.votesOf(journey, 0)
  const perWalk = Map.groupBy(stored, ({ walk }) => walk)
  const finished = walked.filter(({ isFinished }) => isFinished)
  const enough = finished.filter(({ walk }) => (perWalk.get(walk)?.length ?? 0) >= LEAST_VOTES)
  expect(enough.length / finished.length).toBeGreaterThan(0.8)

  const map = opinionMap(
    stored.map(({ walk, statement, vote, seq }) => ({ participant: walk, statement, vote, at: seq })),
  )
  const found = new Map(map.matrix.participants.map((walk, row) => [walk, map.groups.of[row] ?? -1]))
  const compared = walked.filter(({ walk }) => (found.get(walk) ?? -1) >= 0)
  const ari = adjustedRandIndex(
    Int16Array.from(compared, ({ walker }) => walker.group),
    Int16Array.from(compared, ({ walk }) => found.get(walk) ?? -1),
  )
  console.log(
    `${compared.length} of ${WALKERS} walkers grouped, ${stored.length} votes: adjusted Rand index ${ari.toFixed(3)}`,
  )
  expect(ari).toBeGreaterThanOrEqual(0.9)
}, 3_600_000)
