import type { Prompt } from '#feedback/prompt.ts'
import type { Found } from '#feedback/redaction.ts'
import { AppError } from '#src/errors.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import type { Fields } from './read-told.ts'
import { type Said, saidAt } from './said.ts'
import type { Exposure } from './walk.ts'

/** A question about a step of a version later than the walk's own. */
export type Later = { readonly step: StepKey; readonly version: number; readonly prompt: Prompt }
export type AnsweredLater =
  | { readonly ok: true; readonly redacted: readonly Found[] }
  | { readonly ok: false; readonly errors: Said['errors'] }

type Answering = {
  readonly later: Later
  readonly fields: Fields
  readonly key: string | undefined
  readonly language: Language
}

const TRIES = 5

/** Keeps what a walker says of a later version, under that version. The walk itself stays where it is. */
export async function answerLater(
  deps: WalkDeps,
  find: () => Promise<Here>,
  { later, fields, key, language }: Answering,
): Promise<AnsweredLater> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await find()
    const said = await saidLater(deps, here, { later, fields, language })
    if (said.errors.length > 0) return { ok: false, errors: said.errors }
    const stored = await store(deps, here, said, key)
    if (stored === 'stale') continue
    // A form that comes again may be older than what was written since.
    const emptied = stored === 'stored' ? said.emptied : []
    for (const { id } of emptied) await deps.walks.withdraw({ walk: here.walk.id, contribution: id, at: deps.now() })
    return { ok: true, redacted: said.redacted }
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

/** Whoever reads the questions has been asked them: a figure needs to know of how many. */
export async function askedLater(deps: WalkDeps, here: Here, asked: readonly Later[]): Promise<void> {
  if (asked.length === 0) return
  const { exposures } = await deps.walks.seen(here.walk.id)
  const isNew = ({ step, prompt }: Later) => !exposures.some((one) => one.step === step && one.prompt === prompt.id)
  const added = asked
    .filter(isNew)
    .map(({ step, prompt }) => ({ step, prompt: prompt.id, offered: false, skipped: false }))
  // Should the walk have moved on just now, the next look at the page tells it.
  if (added.length > 0) await store(deps, here, { contributions: [], exposures: added }, undefined)
}

async function saidLater(
  deps: WalkDeps,
  here: Here,
  { later, fields, language }: Omit<Answering, 'key'>,
): Promise<Said> {
  const { step, version, prompt } = later
  const [all, { exposures }] = await Promise.all([
    deps.walks.contributionsOf(here.walk.id),
    deps.walks.seen(here.walk.id),
  ])
  return saidAt(deps, {
    here: { ...here, walk: { ...here.walk, version } },
    step,
    prompts: [prompt],
    earlier: all.filter((one) => one.step === step && one.prompt === prompt.id),
    seen: { exposures: exposures.filter((one) => one.prompt === prompt.id) },
    fields,
    go: 'stay',
    language,
    adding: undefined,
  })
}

function store(
  deps: WalkDeps,
  { walk }: Here,
  { contributions, exposures }: { contributions: Said['contributions']; exposures: readonly Exposure[] },
  key: string | undefined,
) {
  return deps.walks.append({
    walk: walk.id,
    rev: walk.rev,
    key,
    events: [],
    progress: walk.progress,
    told: {},
    contributions,
    exposures,
    ran: [],
    outcome: false,
    at: deps.now(),
  })
}
