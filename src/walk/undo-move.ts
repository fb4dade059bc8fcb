import { AppError } from '#src/errors.ts'
import { variedSteps } from '#src/journey/variants.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { retold } from './move-version.ts'
import { replay } from './replay.ts'
import type { Moved, WalkEvent } from './walk.ts'

// What follows a move by itself. Anything else is a step the walker, or somebody for them, has taken since.
const QUIET: ReadonlySet<WalkEvent['kind']> = new Set(['asked', 'withdrawn'])

const TRIES = 5

/** The move a walk could still take back: nothing has been told or done since. `since` begins with the last change. */
export function undoable(since: readonly WalkEvent[]): Moved | undefined {
  const [move, ...after] = since
  return move?.kind === 'moved' && after.every(({ kind }) => QUIET.has(kind)) ? move : undefined
}

/**
 * Takes the last move back: the walk stands again exactly where it stood. False once something was told or done in the
 * version moved to, for that would be lost.
 */
export async function undoMove(
  deps: WalkDeps,
  { walk, participant, key }: { walk: string; participant: string | undefined; key: string | undefined },
): Promise<{ readonly here: Here; readonly isUndone: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await findHere(deps, walk, participant)
    const move = undoable(await deps.walks.sinceChange(walk))
    if (!move) return { here, isUndone: false }
    const stored = await store(deps, here, move, key)
    if (stored !== 'stale') return { here: await findHere(deps, walk, participant), isUndone: true }
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

async function store(deps: WalkDeps, here: Here, { from, ...move }: Moved, key: string | undefined) {
  const { walk } = here
  const published = await deps.library.version(walk.journey, from.version)
  if (!published) throw new Error(`version ${from.version} of ${walk.journey} is gone`)
  const back = { kind: 'moved-back', version: from.version, hash: from.hash, from: move.version } as const
  const names = Object.fromEntries(Object.entries(move.told).map(([name, now]) => [now, name]))
  const told = retold(here.told, names)
  const all = Object.entries({ ...here.told, ...told }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const tracks = from.tracks ?? undefined
  const events = [...(await deps.walks.events(walk.id)), back]
  return deps.walks.move({
    walk: walk.id,
    rev: walk.rev,
    key,
    to: { version: from.version, hash: from.hash, tracks, lastStep: from.lastStep ?? undefined },
    varied: variedSteps(published.version.definition),
    events: [back],
    progress: replay(published.journey, { told: Object.fromEntries(all), tracks }, events),
    told,
    ran: [],
    at: deps.now(),
  })
}
