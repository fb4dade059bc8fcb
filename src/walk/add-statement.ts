import { likeness, NEAR } from '#feedback/near-duplicate.ts'
import type { StatementVote } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import type { Found } from '#feedback/redaction.ts'
import { OWN, WHOLE_JOURNEY } from '#feedback/statement-id.ts'
import { AppError } from '#src/errors.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { moderationOf, takesStatements } from '#src/trial/takes-statements.ts'
import { asPrompt } from './added-here.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { type Said, saidAt } from './said.ts'
import type { Whose } from './statements.ts'
import { storeSaid } from './vote.ts'

export type Adding = Whose & {
  readonly step: StepKey
  /** the hand-over it is about, if not the whole step */
  readonly share: string | undefined
  readonly text: string
  /** also where one that says nearly the same is there already */
  readonly anyway: boolean
  readonly key: string | undefined
  readonly language: Language
}
export type Added =
  | { readonly ok: true; readonly redacted: readonly Found[] }
  | { readonly ok: false; readonly error: 'closed' | 'empty' | 'one-a-place' }
  | { readonly ok: false; readonly error: 'wrong'; readonly errors: Said['errors'] }
  | { readonly ok: false; readonly error: 'near'; readonly step: StepKey; readonly near: StatementVote }

const TRIES = 5
/** How many statements of a step a new one is compared with: enough for every trial, and never all of ten thousand. */
const MOST_COMPARED = 200

/** Keeps a statement of the walker's own about a step, a hand-over or the journey, for others to vote on. */
export async function addStatement(deps: WalkDeps, input: Adding): Promise<Added> {
  for (let tries = 0; tries < TRIES; tries++) {
    const added = await tryOnce(deps, input)
    if (added !== 'stale') return added
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

async function tryOnce(deps: WalkDeps, input: Adding): Promise<Added | 'stale'> {
  const { step, share, text, language } = input
  const here = await findHere(deps, input.walk, input.participant)
  const [trial, all] = await Promise.all([deps.trialOf(here.walk.journey), deps.walks.contributionsOf(input.walk)])
  const place = here.journey.places.get(step)
  if (!place && step !== WHOLE_JOURNEY) throw new AppError('not-found', 'step')
  const about = place?.step.shares?.find(({ id }) => id === share)?.id
  if (!takesStatements(trial, dayOf(deps.now()))) return { ok: false, error: 'closed' }
  const earlier = all.filter((one) => one.step === step && one.version === here.walk.version)
  const prompt: StatementVote = { id: OWN, kind: 'statement', text: {}, origin: 'participant', about }
  const said = saidAt(deps, {
    ...{ here, step, language, earlier, prompts: [prompt], fields: { [fieldName(OWN, 'own')]: text }, go: 'stay' },
    ...{ seen: { exposures: [] }, adding: moderationOf(trial) },
  })
  if (said.errors.length > 0) return { ok: false, error: 'wrong', errors: said.errors }
  const own = earlier.find((one) => one.prompt === OWN)
  const [now] = said.contributions
  if (!now?.text) return own && text.trim() !== '' ? { ok: true, redacted: [] } : { ok: false, error: 'empty' }
  if (own) return { ok: false, error: 'one-a-place' }
  const near = input.anyway ? undefined : await nearest(deps, here, step, now.text)
  if (near) return { ok: false, error: 'near', step, near }
  const stored = await storeSaid(deps, here, said, input.key)
  return stored === 'stale' ? 'stale' : { ok: true, redacted: said.redacted }
}

/** The statement of the step that says nearly the same, if one does. */
async function nearest(deps: WalkDeps, here: Here, step: StepKey, text: string): Promise<StatementVote | undefined> {
  const at = { journey: here.walk.journey, steps: [step], from: 0, most: MOST_COMPARED }
  const counts = await Promise.all([
    deps.walks.addedAt({ ...at, queue: 'few' }),
    deps.walks.addedAt({ ...at, queue: 'enough' }),
  ])
  const ids = counts.flat().map(({ id }) => id)
  const added = (await deps.walks.added(here.walk.journey, ids)).filter(({ walk }) => walk !== here.walk.id)
  const seeds = (here.prompts.get(step) ?? []).filter((prompt) => prompt.kind === 'statement')
  const [first] = [...seeds, ...added.map(asPrompt)]
    .map((prompt) => ({ prompt, like: likest(prompt, text) }))
    .filter(({ like }) => like >= NEAR)
    .sort((one, other) => other.like - one.like)
  return first?.prompt
}

function likest({ text: words }: StatementVote, text: string): number {
  return Math.max(...Object.values(words).map((said) => likeness(said ?? '', text)))
}
