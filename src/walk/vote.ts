import { fieldName } from '#feedback/read-answer.ts'
import type { Found } from '#feedback/redaction.ts'
import { WHOLE_JOURNEY } from '#feedback/statement-id.ts'
import { AppError } from '#src/errors.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { moderationOf, takesStatements, takesVotes } from '#src/trial/takes-statements.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import type { Fields } from './read-told.ts'
import { type Said, saidAt } from './said.ts'
import type { At } from './statement-candidates.ts'
import { expose, statementAt, type Whose } from './statements.ts'

export type Vote = Whose &
  At & {
    readonly fields: Fields
    /** skip: passed over without a vote, which is no vote of "pass" */
    readonly go: 'next' | 'skip'
    readonly key: string | undefined
    readonly language: Language
  }
/** gone: taken back or hidden since it was shown · closed: no vote is taken any more · nothing: neither a vote nor a skip */
export type Voted =
  | { readonly ok: true; readonly redacted: readonly Found[] }
  | { readonly ok: false; readonly error: 'gone' | 'closed' }
  | { readonly ok: false; readonly error: 'wrong'; readonly errors: Said['errors'] }

const TRIES = 5

/** Takes one vote on the page of statements, or that it was passed over. A vote given again replaces the one before. */
export async function vote(deps: WalkDeps, input: Vote): Promise<Voted> {
  for (let tries = 0; tries < TRIES; tries++) {
    const voted = await tryOnce(deps, input)
    if (voted !== 'stale') return voted
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

async function tryOnce(deps: WalkDeps, input: Vote): Promise<Voted | 'stale'> {
  const { step, go, key } = input
  const here = await findHere(deps, input.walk, input.participant)
  const [prompt, trial] = await Promise.all([statementAt(deps, here, input), deps.trialOf(here.walk.journey)])
  const today = dayOf(deps.now())
  if (!takesVotes(trial, today)) return { ok: false, error: 'closed' }
  const seen = await deps.walks.seen(input.walk)
  if (!prompt || !isMet(step, seen.visited)) return { ok: false, error: 'gone' }
  if (go === 'skip') {
    await expose(deps, here, { step, prompt: prompt.id, offered: false, skipped: true })
    return { ok: true, redacted: [] }
  }
  const field = fieldName(prompt.id, 'vote')
  if (!input.fields[field]) return { ok: false, error: 'wrong', errors: [{ field, error: 'missing-vote' }] }

  const all = await deps.walks.contributionsOf(input.walk)
  const adding = takesStatements(trial, today) ? moderationOf(trial) : undefined
  const said = saidAt(deps, {
    ...{ here, step, seen, adding, fields: input.fields, go: 'stay', language: input.language, prompts: [prompt] },
    earlier: all.filter((one) => one.step === step && one.version === here.walk.version),
  })
  if (said.errors.length > 0) return { ok: false, error: 'wrong', errors: said.errors }
  const stored = await storeSaid(deps, here, said, key)
  return stored === 'stale' ? 'stale' : { ok: true, redacted: said.redacted }
}

function isMet(step: StepKey, visited: readonly StepKey[]): boolean {
  return step === WHOLE_JOURNEY || visited.includes(step)
}

/** Stores what was said after a step, without moving the walk. */
export function storeSaid(
  deps: WalkDeps,
  { walk }: Here,
  said: Pick<Said, 'contributions' | 'exposures' | 'servesUnread'>,
  key: string | undefined,
) {
  return deps.walks.append({
    ...{ walk: walk.id, rev: walk.rev, key, events: [], progress: walk.progress, told: {} },
    ...{ contributions: said.contributions, exposures: said.exposures, servesUnread: said.servesUnread },
    ...{ ran: [], outcome: false, at: deps.now() },
  })
}
