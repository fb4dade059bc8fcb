import type { PolisComment } from '#feedback/opinion-map/polis-export.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'
import { OWN } from '#feedback/statement-id.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES, type StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { NOTHING_YET, settle } from '#src/walk/progress.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'
import { type ImportedPlace, importedPlaces, importedStatement, importedWalk } from './imported-ids.ts'

export type Import = {
  readonly published: Published
  /** where statements go that name no step of this journey */
  readonly step: StepKey
  readonly comments: readonly PolisComment[]
  /** `at` in epoch milliseconds; without it, as cast */
  readonly votes: readonly Vote[]
  /** makes the ids of this import its own, so that the same export can be brought in twice */
  readonly run: string
}
export type Imported = { readonly statements: number; readonly people: number; readonly votes: number }
type Deps = { readonly walks: WalkStore; readonly now: () => number }
type Work = Import & Deps & { readonly places: ReadonlyMap<string, ImportedPlace> }

const OPTIONS = { 1: 'agree', 0: 'pass', '-1': 'disagree' } as const
const NOBODY = 'nobody'
const REJECTED = 'Rejected where it comes from'

/**
 * Brings the statements and votes of a Polis export to a step of a journey: statements as participants' own, votes with
 * every earlier one, of people who never walked (mode `imported`: in no figure of a step). What was rejected stays hidden;
 * the rest is visible, read by whoever read it there. Exporting again gives the same numbers. Tells `told` after each
 * person. Throws `not-found` for a step that is not there.
 */
export async function importOpinions(
  deps: Deps,
  input: Import,
  told: (done: number, all: number) => void = () => {},
): Promise<Imported> {
  const { published, run, votes, comments } = input
  if (!published.journey.places.has(input.step)) throw new AppError('not-found', `step ${input.step}`)
  const places = importedPlaces(published, comments, input)
  const work: Work = { ...input, ...deps, places }
  const own = comments.filter(({ id }) => !places.get(id)?.prompt.startsWith('statement.'))
  const [written, cast] = [Map.groupBy(own, authorOf), Map.groupBy(votes, ({ participant }) => participant)]
  const people = [...new Set([...written.keys(), ...cast.keys()])]
  // Statements before votes: a vote is cast on what is there.
  for (const [at, person] of people.entries()) {
    await begin(work, importedWalk(run, person, 0))
    for (const [nth, comment] of (written.get(person) ?? []).entries()) await write(work, person, nth, comment)
    told(at + 1, people.length * 2)
  }
  for (const [at, person] of people.entries()) {
    await vote(work, importedWalk(run, person, 0), cast.get(person) ?? [])
    told(people.length + at + 1, people.length * 2)
  }
  return { statements: own.length, people: people.length, votes: votes.length }
}

function authorOf({ author }: PolisComment): string {
  return author ?? NOBODY
}

async function begin({ walks, now, published: { journey, version } }: Work, id: string) {
  const at = now()
  await walks.create({
    walk: {
      ...{ id, participant: id, journey: version.journey, version: version.number, hash: version.hash },
      ...{ mode: 'imported', persona: undefined, tracks: undefined, language: 'fi', rev: 0, lastStep: undefined },
      ...{ openedAt: at, touchedAt: at, outcomeAt: undefined, trial: undefined, channel: undefined },
      progress: settle(journey, { told: {}, tracks: undefined }, NOTHING_YET).progress,
    },
    participant: { id, codeHash: `imported ${id}`, createdAt: at, notice: { hash: 'imported', language: 'fi', at } },
    device: undefined,
    key: undefined,
  })
}

async function write(work: Work, person: string, nth: number, { id, text, moderated, language }: PolisComment) {
  const walk = importedWalk(work.run, person, nth)
  if (nth > 0) await begin(work, walk)
  const isRejected = moderated === -1
  const statement: Contribution = {
    ...contribution(work, walk, id, work.now()),
    ...{ id: importedStatement(work.run, id), prompt: OWN, text, option: undefined },
    language: LANGUAGES.find((known) => known === language) ?? 'en',
    ...(isRejected ? { state: 'hidden', reason: REJECTED } : { state: 'visible' }),
  }
  await say(work, walk, [statement])
}

/** A vote on the same statement again goes into the next round: one change of a walk holds one vote on each. */
async function vote(work: Work, walk: string, cast: readonly Vote[]) {
  const seen = new Map<string, number>()
  const rounds = Map.groupBy(
    cast.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0)),
    ({ statement }) => {
      const round = seen.get(statement) ?? 0
      seen.set(statement, round + 1)
      return round
    },
  )
  for (const [round, votes] of [...rounds].sort(([one], [other]) => one - other))
    await say(
      work,
      walk,
      votes.map(({ statement, vote: stance, important, at }) => ({
        ...contribution(work, walk, statement, at ?? work.now()),
        ...{ id: `${walk}-${statement}-${round}`, option: OPTIONS[stance], ...(important && { important }) },
      })),
    )
}

function contribution({ published, places, step }: Work, walk: string, statement: string, at: number): Contribution {
  const { journey, number: version } = published.version
  const place = places.get(statement) ?? { step, prompt: OWN }
  return {
    ...{ id: '', walk, journey, version, ...place, kind: 'statement', option: undefined, text: undefined },
    ...{ language: 'fi', share: undefined, situation: {}, state: 'none', reason: undefined, at },
  }
}

async function say({ walks, now }: Work, walk: string, contributions: readonly Contribution[]) {
  const state = await walks.find(walk)
  if (!state || contributions.length === 0) return
  const { rev, progress } = state.walk
  await walks.append({
    ...{ walk, rev, progress, contributions, key: undefined, events: [], told: {}, exposures: [], ran: [] },
    ...{ outcome: false, at: now() },
  })
}
