import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { summaryOf } from '#feedback/opinion-map/summary.ts'
import type { Stance, Vote } from '#feedback/opinion-map/vote-log.ts'
import type { TestApp } from '../support/app.ts'

const STATEMENTS = ['lock/may-we-tell#s1', 'lock/may-we-tell#s2', 'money/claim#s1']
/** What each of two groups thinks of them. */
const LEANINGS: readonly (readonly Stance[])[] = [
  [1, -1, 1],
  [-1, 1, 1],
]
const PEOPLE = 24

/** Two groups of people have voted on every statement of the journey: the map of it, as the service keeps one. */
export async function storeOpinions({ deps, clock }: TestApp, journey: string): Promise<void> {
  const votes = Array.from({ length: PEOPLE }, (_, person) =>
    STATEMENTS.map((statement, at): Vote => {
      const leaning = LEANINGS[person % 2]?.[at] ?? 0
      return { participant: `${person}`, statement, vote: person % 8 === at ? 0 : leaning }
    }),
  )
  const own = summaryOf(opinionMap(votes.flat()))
  const now = clock.now
  await deps.opinionMaps.lease({ journey, owner: 'world', now, until: now + 1 })
  await deps.opinionMaps.store('world', { journey, seq: PEOPLE * STATEMENTS.length, at: now, maps: { own } })
}
