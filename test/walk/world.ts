import type { Definition, Persona, StepKey } from '#src/journey/definition.ts'
import { createLibrary } from '#src/journey/library.ts'
import { contentHash } from '#src/journey/version.ts'
import { type AnsweredStep, type AnswerStep, answerStep } from '#src/walk/answer-step.ts'
import type { WalkDeps } from '#src/walk/deps.ts'
import { openStep } from '#src/walk/open-step.ts'
import { type StartWalk, startWalk } from '#src/walk/start-walk.ts'
import type { Walk } from '#src/walk/walk.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { type TemporaryStorage, temporaryStorage } from '../support/storage.ts'

export const CAT = 'cat-moves-house'
export const WHO_MOVED = 'situation/who-moved'
export const REGISTER = 'home/tell-the-register'
export const MILK = 'home/milk'
/** the form of the cat's first question, filled */
export const MOVED = { 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour: 'black' }

export type World = WalkDeps & { readonly storage: TemporaryStorage; readonly clock: { now: number } }
/** Somebody and their walk. */
export type Walker = { readonly world: World; readonly walk: Walk; readonly participant: string }

/** The verbs' world on a storage of its own: time stands still, ids count up. */
export async function worldWith(
  definitions: readonly Definition[] = [MOVING_HOUSE_CAT],
  personas: readonly Persona[] = [],
): Promise<World> {
  const clock = { now: 1000 }
  const now = () => clock.now
  const storage = await temporaryStorage(now)
  const about = { personas, author: 'shipped', note: undefined, publishedAt: 0, changes: [] }
  for (const definition of definitions)
    await storage.versions.add({ ...about, journey: definition.id, hash: contentHash(definition), definition })
  let ids = 0
  const newId = () => {
    ids += 1
    return `id${ids}`
  }
  const library = createLibrary(storage.versions, now)
  return {
    storage,
    clock,
    walks: storage.walks,
    weighing: storage.weighing,
    trialOf: storage.trials.current,
    library,
    now,
    newId,
  }
}

/** A newcomer with a code and a device, as the start form's handler makes them. */
export function newcomer(name: string): Exclude<StartWalk['participant'], string> {
  return {
    participant: { id: name, codeHash: `code of ${name}`, createdAt: 0, notice: { hash: 'n', language: 'fi', at: 0 } },
    device: { id: `device of ${name}`, participant: name, expiresAt: 9_000_000, kept: false },
  }
}

export async function starts(world: World, name: string, more: Partial<StartWalk> = {}): Promise<Walker> {
  const start = { journey: CAT, as: undefined, tracks: [], language: 'fi', key: undefined } as const
  const { walk } = await startWalk(world, { ...start, participant: newcomer(name), ...more })
  return { world, walk, participant: name }
}

export function opens({ world, walk, participant }: Walker, step: string) {
  return openStep(world, { walk: walk.id, participant, step: step as StepKey })
}

export function answers(
  { world, walk, participant }: Walker,
  step: string,
  fields: AnswerStep['fields'] = {},
  more: Partial<AnswerStep> = {},
): Promise<AnsweredStep> {
  return answerStep(world, {
    ...{ walk: walk.id, participant, step: step as StepKey, fields, go: 'on', key: undefined },
    ...{ language: 'fi', realToday: '2026-03-10', ...more },
  } as AnswerStep)
}

export async function stored({ world, walk }: Walker) {
  const state = await world.walks.find(walk.id)
  if (!state) throw new Error('the walk is gone')
  return {
    ...state,
    events: await world.walks.events(walk.id),
    said: await world.walks.contributionsOf(walk.id),
    seen: await world.walks.seen(walk.id),
  }
}
