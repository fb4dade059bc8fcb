import { disclose } from '#feedback/disclosure.ts'
import { type Standing, standingOf } from '#feedback/opinion-map/summary.ts'
import { FEWEST_PARTICIPANTS } from '#feedback/opinion-map/thresholds.ts'
import { statementId } from '#feedback/statement-id.ts'
import { dayOf } from '#src/trial/day.ts'
import { takesWords } from '#src/trial/takes-words.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { Contribution, WalkMode } from '#src/walk/walk.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'
import type { Figure } from './figure.ts'
import type { OpinionMapStore } from './opinion-map-store.ts'
import { type Results, resultsOf } from './opinion-results.ts'
import { readableStatements, type StatementDeps } from './opinion-statements.ts'

export type OpinionDeps = StatementDeps & {
  readonly opinionMaps: Pick<OpinionMapStore, 'find'>
  readonly trialOf: (journey: string) => Promise<Trial | undefined>
  readonly walks: Pick<WalkStore, 'walksOf' | 'contributionsOf'>
  readonly now: () => number
}

/**
 * few: too few people for anything but why · unanswered: the stage is open and the reader has said nothing yet · shown.
 * `participants` have voted, as far as it may be told. `votes`: how many the reader cast; theirs alone is `standing`.
 */
export type OpinionPage = {
  readonly journey: string
  readonly trial: Trial | undefined
  readonly isOpen: boolean
  readonly participants: Figure
  readonly shows: 'few' | 'unanswered' | 'shown'
  readonly results: Results | undefined
  /** the number of the last vote in it, and when it was computed, epoch milliseconds */
  readonly seq: number | undefined
  readonly computedAt: number | undefined
  readonly votes: number
  readonly standing: Standing | undefined
}

type Asked = {
  readonly journey: string
  /** whose device asks; their own place is told to nobody else */
  readonly participant: string | undefined
  readonly isStaff: boolean
  readonly mode: WalkMode
}

/** What the results page shows to whoever asks. It reads the stored map and computes none. */
export async function readOpinions(deps: OpinionDeps, asked: Asked): Promise<OpinionPage> {
  const { journey, isStaff, mode } = asked
  const [stored, trial, own] = await Promise.all([
    deps.opinionMaps.find(journey),
    deps.trialOf(journey),
    ownVotes(deps, asked),
  ])
  const map = stored?.maps[mode]
  // Without a trial there is no last day: whoever wants to see answers first.
  const isOpen = trial === undefined || takesWords(trial, dayOf(deps.now()))
  const people = map?.participants ?? 0
  const isFew = people < FEWEST_PARTICIPANTS
  const mayRead = isStaff || !isOpen || own.size > 0
  const shows = shown(isFew, mayRead)
  const statements =
    map && shows === 'shown'
      ? await readableStatements(
          deps,
          journey,
          map.statements.map(({ id }) => id),
        )
      : []
  return {
    ...{ journey, trial, isOpen, shows },
    participants: disclose(people),
    results: map && shows === 'shown' ? resultsOf(map, statements, isOpen) : undefined,
    seq: stored?.seq,
    computedAt: stored?.at,
    votes: own.size,
    standing: map && shows === 'shown' ? standingOf(map, own) : undefined,
  }
}

function shown(isFew: boolean, mayRead: boolean): OpinionPage['shows'] {
  if (isFew) return 'few'
  return mayRead ? 'shown' : 'unanswered'
}

const STANCES: Readonly<Record<string, number>> = { agree: 1, pass: 0, disagree: -1 }

/** The votes of the reader's own walks of the journey by statement, as whoever they walked; the latest walk's where they differ. */
async function ownVotes({ walks }: OpinionDeps, { journey, participant, isStaff }: Asked) {
  if (participant === undefined || isStaff) return new Map<string, number>()
  const own = (await walks.walksOf(participant)).filter((walk) => walk.journey === journey)
  const inTime = own.toSorted((one, other) => one.touchedAt - other.touchedAt)
  const said = await Promise.all(inTime.map(({ id }) => walks.contributionsOf(id)))
  return new Map(said.flat().flatMap(voteOf))
}

function voteOf({ step, prompt, option }: Contribution): readonly (readonly [string, number])[] {
  const id = statementId(step, prompt)
  const vote = STANCES[option ?? '']
  return id === undefined || vote === undefined ? [] : [[id, vote]]
}
