import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution, WalkMode } from '#src/walk/walk.ts'
import type { Deps } from '#src/web/context.ts'

const EMPTY = { value: {}, record: { today: null, advanced: null, done: {}, aside: {}, asked: {}, replied: {} } }
export const JOURNEY = 'cat-moves-house'

export type Said = Partial<Pick<Contribution, 'option' | 'text' | 'language' | 'state' | 'share'>> &
  Pick<Contribution, 'step' | 'prompt' | 'kind'>
export type Walked = {
  readonly journey?: string
  readonly mode?: WalkMode
  readonly version?: number
  readonly language?: Contribution['language']
  /** steps opened, each with the prompts offered there */
  readonly opened?: readonly { readonly step: StepKey; readonly offered?: readonly string[] }[]
  readonly said?: readonly Said[]
  readonly skipped?: readonly { readonly step: StepKey; readonly prompt: string }[]
  readonly aside?: readonly StepKey[]
  readonly finished?: boolean
}

/** A walk as the storage would hold it, without walking: who opened what, said what and passed over what. */
export async function walked(
  deps: Deps,
  walk: Walked = {},
): Promise<{ readonly ids: readonly string[]; readonly walk: string }> {
  const { opened = [], said = [], skipped = [], aside = [], mode = 'own', version = 1, finished = false } = walk
  const { journey = JOURNEY, language = 'fi' } = walk
  const id = deps.newId()
  const participant = deps.newId()
  const at = deps.now()
  await deps.walks.create({
    walk: {
      id,
      participant,
      journey,
      version,
      hash: 'h',
      mode,
      persona: undefined,
      tracks: undefined,
      language,
      rev: 0,
      progress: EMPTY,
      lastStep: undefined,
      openedAt: at,
      touchedAt: at,
      outcomeAt: undefined,
      trial: undefined,
      channel: undefined,
    },
    participant: { id: participant, codeHash: `code ${id}`, createdAt: at, notice: { hash: 'n', language: 'fi', at } },
    device: undefined,
    key: undefined,
  })
  for (const { step, offered = [] } of opened) await deps.walks.visit({ walk: id, step, offered, at })
  const contributions = said.map((one) => contribution(deps, { walk: id, version, journey }, one))
  await deps.walks.append({
    walk: id,
    rev: 0,
    key: undefined,
    events: aside.map((step) => ({ kind: 'aside', step })),
    progress: EMPTY,
    told: {},
    contributions,
    exposures: [
      ...said.map(({ step, prompt }) => ({ step, prompt, offered: false, skipped: false })),
      ...skipped.map(({ step, prompt }) => ({ step, prompt, offered: true, skipped: true })),
    ],
    ran: [],
    outcome: finished,
    at,
  })
  return { walk: id, ids: contributions.map((one) => one.id) }
}

function contribution(deps: Deps, walk: { walk: string; version: number; journey: string }, said: Said): Contribution {
  return {
    id: deps.newId(),
    ...walk,
    option: undefined,
    text: undefined,
    language: 'fi',
    share: undefined,
    situation: {},
    state: said.text === undefined ? 'none' : 'pending',
    reason: undefined,
    at: deps.now(),
    ...said,
  }
}

export async function times(n: number, make: (i: number) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < n; i++) await make(i)
}
