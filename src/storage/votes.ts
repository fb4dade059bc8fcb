import { and, asc, eq, gt } from 'drizzle-orm'
import { statementId } from '#feedback/statement-id.ts'
import type { StoredVote, VoteClock, VoteStore } from '#src/walk/vote-store.ts'
import type { Contribution, WalkMode } from '#src/walk/walk.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'

const STANCES = { agree: 1, pass: 0, disagree: -1 } as const
type Option = keyof typeof STANCES

export function voteStore({ read }: Engine): VoteStore {
  return {
    votesOf: (journey, after, most) => read((on) => votesOf(on, journey, after, most)),
    voteClock: (journey) => read((on) => voteClock(on, journey)),
    lastVoteSeq: async (journey) => (await read((on) => voteClock(on, journey))).seq,
  }
}

function* votesOf(on: On, journey: string, after: number, most?: number): Body<readonly StoredVote[]> {
  const { votes } = on.t
  const query = on.db
    .select()
    .from(votes)
    .where(and(eq(votes.journey, journey), gt(votes.seq, after)))
    .orderBy(asc(votes.seq))
  const rows = yield* ask(most === undefined ? query : query.limit(most))
  // Only `castVotes` writes these rows.
  return rows.map(({ journey: _, vote, ...row }) => ({ ...row, vote: vote as StoredVote['vote'] }))
}

function* voteClock(on: On, journey: string): Body<VoteClock> {
  const { voteClocks } = on.t
  const [clock] = yield* ask(
    on.db
      .select({ seq: voteClocks.seq, erased: voteClocks.erased })
      .from(voteClocks)
      .where(eq(voteClocks.journey, journey)),
  )
  return clock ?? { seq: 0, erased: 0 }
}

/** What one write does to a walk's vote on a statement: what stood there before, and what stands there now. */
export type Ballot = Pick<Contribution, 'version' | 'step' | 'prompt' | 'at'> & {
  readonly before: Choice | undefined
  readonly now: Choice | undefined
}
type Choice = Pick<Contribution, 'option' | 'important'>

/**
 * Writes the votes of one change of a walk, a row for each that is new or another than before. The clock is moved last of
 * all that a write does: until it is committed nobody else votes in the journey, so the numbers follow the commits.
 */
export function* castVotes(
  on: On,
  { walk, journey, mode }: { walk: string; journey: string; mode: WalkMode },
  ballots: readonly Ballot[],
): Body<void> {
  const cast = ballots.flatMap(({ version, step, prompt, at, before, now }) => {
    const [statement, stance] = [statementId(step, prompt), stanceOf(now)]
    if (statement === undefined || stance === undefined || isSame(before, now)) return []
    return [{ version, step, statement, vote: stance, important: now?.important ?? false, at }]
  })
  const [clock] = cast.length === 0 ? [] : yield* ask(on.walk.moveVoteClock, { journey, seq: cast.length, erased: 0 })
  for (const [i, vote] of cast.entries())
    yield* ask(on.walk.addVote, { journey, walk, mode, ...vote, seq: (clock?.seq ?? 0) - cast.length + i + 1 })
}

function isSame(before: Choice | undefined, now: Choice | undefined): boolean {
  return before?.option === now?.option && (before?.important ?? false) === (now?.important ?? false)
}

function stanceOf(choice: Choice | undefined): StoredVote['vote'] | undefined {
  return choice?.option !== undefined && choice.option in STANCES ? STANCES[choice.option as Option] : undefined
}

type Gone = Pick<Contribution, 'version' | 'step' | 'prompt'>

/** Takes a walk's votes away, with every change of theirs: those of the given contributions. */
export function* removeVotes(on: On, { walk, journey }: { walk: string; journey: string }, gone: readonly Gone[]) {
  const { votes } = on.t
  let removed = 0
  for (const { version, step, prompt } of gone) {
    const statement = statementId(step, prompt)
    if (statement === undefined) continue
    const isIt = and(eq(votes.walk, walk), eq(votes.statement, statement), eq(votes.version, version))
    removed += (yield* ask(on.db.delete(votes).where(isIt).returning({ seq: votes.seq }))).length
  }
  if (removed > 0) yield* noteRemoval(on, journey)
}

/** That votes were taken away moves the clock too: what was computed from them is out of date. */
export function* noteRemoval(on: On, journey: string): Body<void> {
  yield* ask(on.walk.moveVoteClock, { journey, seq: 1, erased: 1 })
}
