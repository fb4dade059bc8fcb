import type { AnswerError } from '#feedback/read-answer.ts'
import type { Found } from '#feedback/redaction.ts'
import { AppError } from '#src/errors.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { moderationOf, takesStatements } from '#src/trial/takes-statements.ts'
import type { Consequences } from './changes.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here, stepHere } from './here.ts'
import { promptsAt } from './open-step.ts'
import { isAllDone, type StepProgress, whereNext } from './progress.ts'
import { type FieldError, type Fields, readTold } from './read-told.ts'
import { type Said, saidAt } from './said.ts'
import { type Forward, stepForward } from './step-forward.ts'
import { type WrittenOn, writtenOn } from './write-on.ts'

/** on: move on · stay: keep what is written · aside: a "perhaps" step that does not concern me · skip: not this question */
export const GO = ['on', 'stay', 'aside', 'skip'] as const
export type Go = (typeof GO)[number]

export type AnswerStep = {
  readonly walk: string
  readonly step: StepKey
  readonly participant: string | undefined
  readonly fields: Fields
  readonly go: Go
  readonly key: string | undefined
  readonly language: Language
  /** the real calendar date */
  readonly realToday: string
}

export type Next = StepKey | 'overview' | 'check'
export type AnsweredStep =
  | {
      readonly ok: true
      readonly here: Here
      readonly next: Next
      /** something was said (not merely told) with this form */
      readonly said: number
      readonly redacted: readonly Found[]
      /** what an answer that was changed now did elsewhere, if anything */
      readonly changed: Consequences | undefined
      /** nothing is open or waiting any more */
      readonly isAllDone: boolean
    }
  | {
      readonly ok: false
      readonly here: Here
      readonly step: StepProgress
      readonly errors: readonly FieldError[]
      readonly promptErrors: readonly { readonly field: string; readonly error: AnswerError }[]
    }
  | { readonly ok: false; readonly here: Here; readonly notOpen: StepProgress | 'not-yours' }

const TRIES = 5

/**
 * Takes the one form of a step: what the step asks and what the walker says of it.
 * Whatever was said is stored even where the step's own question still needs mending: words are never lost to a date.
 */
export async function answerStep(deps: WalkDeps, input: AnswerStep): Promise<AnsweredStep> {
  for (let tries = 0; tries < TRIES; tries++) {
    const outcome = await tryOnce(deps, input)
    if (outcome !== 'stale') return outcome
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

async function tryOnce(deps: WalkDeps, input: AnswerStep): Promise<AnsweredStep | 'stale'> {
  const here = await findHere(deps, input.walk, input.participant)
  const step = stepHere(here, input.step)
  if (step === 'not-yours' || step.status === 'blocked') return { ok: false, here, notOpen: step }

  const [prompts, all, seen, trial] = await Promise.all([
    promptsAt(deps, here, input.step),
    deps.walks.contributionsOf(input.walk),
    deps.walks.seen(input.walk),
    deps.trialOf(here.walk.journey),
  ])
  // What was said of another version stays as it was said.
  const earlier = all.filter(({ step: at, version }) => at === input.step && version === here.walk.version)
  const said = saidAt(deps, {
    here,
    step: input.step,
    prompts,
    earlier,
    seen,
    fields: input.fields,
    go: input.go,
    language: input.language,
    adding: takesStatements(trial, dayOf(deps.now())) ? moderationOf(trial) : undefined,
  })
  const isMoving = input.go === 'on' && step.status !== 'waiting'
  const { told, errors } = readTold(here.journey, step.place, input.fields, {
    realToday: input.realToday,
    complete: isMoving,
  })
  const written = writtenOn(here, step.place, input.fields)
  const promptErrors = [...said.errors, ...written.errors]
  if (promptErrors.length > 0) return { ok: false, here, step, errors, promptErrors }

  const forward = errors.length > 0 ? undefined : stepForward(here, step, told, input.go)
  const stored = await store(deps, input, here, { said, written, forward })
  if (stored === 'stale') return 'stale'
  // A form that comes again may be older than what was written since.
  if (stored === 'stored') await takeBack(deps, input.walk, said)
  if (!forward) return { ok: false, here, step, errors, promptErrors: [] }

  // Of two equal forms at once, the later one was read before the earlier had moved the walk on.
  const steps = stored === 'repeated' ? (await findHere(deps, input.walk, input.participant)).steps : forward.steps
  return {
    ok: true,
    here,
    next: input.go === 'stay' || input.go === 'skip' ? input.step : after(steps, step),
    said: said.contributions.length,
    redacted: [...said.redacted, ...written.redacted],
    changed: forward.changed,
    isAllDone: isAllDone(steps),
  }
}

function after(steps: readonly StepProgress[], step: StepProgress): Next {
  return isAllDone(steps) ? 'check' : whereNext(steps, step.place.track)
}

type Form = { readonly said: Said; readonly written: WrittenOn; readonly forward: Forward | undefined }

function store(deps: WalkDeps, input: AnswerStep, here: Here, { said, written, forward }: Form) {
  const { walk } = here
  const names = Object.keys(written.told)
  const onPaper = names.length > 0 ? [{ kind: 'answered', step: input.step, names } as const] : []
  return deps.walks.append({
    walk: walk.id,
    rev: walk.rev,
    // A form whose question still has to be mended comes again under a new key.
    key: input.key,
    events: [...onPaper, ...(forward?.events ?? [])],
    progress: forward?.progress ?? walk.progress,
    told: { ...forward?.told, ...written.told },
    contributions: said.contributions,
    weighed: said.weighed,
    exposures: said.exposures,
    ran: forward?.ran ?? [],
    outcome: false,
    servesUnread: said.servesUnread,
    at: deps.now(),
  })
}

/** A text that was emptied is taken back: its row is erased, not kept as an empty answer. */
async function takeBack(deps: WalkDeps, walk: string, said: Said) {
  for (const contribution of said.emptied)
    await deps.walks.withdraw({ walk, contribution: contribution.id, at: deps.now() })
}
