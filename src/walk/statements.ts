import type { StatementVote } from '#feedback/prompt.ts'
import { addedId, OWN, statementId, WHOLE_JOURNEY } from '#feedback/statement-id.ts'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { moderationOf, takesStatements, takesVotes } from '#src/trial/takes-statements.ts'
import type { Moderation, Trial } from '#src/trial/trial.ts'
import { asPrompt } from './added-here.ts'
import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import { type At, candidatesFor, type Met } from './statement-candidates.ts'
import { nextToServe } from './statement-serving.ts'
import type { Contribution, Exposure } from './walk.ts'

export type Whose = { readonly walk: string; readonly participant: string | undefined }
/** A statement where it is anchored, and what the walker has said of it. */
export type Served = {
  readonly step: StepKey
  readonly prompt: StatementVote
  readonly said: Contribution | undefined
}

export type StatementsPage = {
  readonly here: Here
  readonly trial: Trial | undefined
  /** the one to vote on now; undefined: all that were met are answered, or voting is over */
  readonly current: Served | undefined
  /** own votes, oldest first */
  readonly votes: readonly Served[]
  /** own statements */
  readonly own: readonly Contribution[]
  /** those of them that others see before a person has read them */
  readonly servedUnread: ReadonlySet<string>
  readonly takesVotes: boolean
  readonly takesStatements: boolean
  /** when a person reads what is added */
  readonly moderation: Moderation
  /** places an own statement can be about: the steps met, and the journey as a whole */
  readonly places: readonly StepKey[]
}

const TRIES = 5

/** Opens the page of statements: the one asked for again, the one that was shown and not answered, or the next one. */
export async function openStatements(
  deps: WalkDeps,
  { again, ...whose }: Whose & { readonly again?: string | undefined },
): Promise<StatementsPage> {
  const here = await findHere(deps, whose.walk, whose.participant)
  const [met, trial] = await Promise.all([metBy(deps, here), deps.trialOf(here.walk.journey)])
  const today = dayOf(deps.now())
  const votes = await votesOf(deps, here, met.said)
  const isOpen = takesVotes(trial, today)
  const asked = isOpen ? votes.find(({ prompt, step }) => statementId(step, prompt.id) === again) : undefined
  const own = met.said.filter(({ kind, prompt }) => kind === 'statement' && prompt === OWN)
  return {
    ...{ here, trial, votes, own, servedUnread: await servedOf(deps, here, own) },
    current: asked ?? (isOpen ? await serve(deps, here, met) : undefined),
    takesVotes: isOpen,
    takesStatements: takesStatements(trial, today),
    moderation: moderationOf(trial),
    places: met.steps,
  }
}

async function servedOf(deps: WalkDeps, { walk }: Here, own: readonly Contribution[]): Promise<ReadonlySet<string>> {
  const added = await deps.walks.added(
    walk.journey,
    own.map(({ id }) => addedId(id)),
  )
  return new Set(added.filter(({ isServed }) => isServed).map(({ contribution }) => contribution))
}

/** Whether there is anything left to offer to this walk. Shows nothing, so it counts as nothing shown. */
export async function hasMoreStatements(deps: WalkDeps, here: Here): Promise<boolean> {
  const [met, trial] = await Promise.all([metBy(deps, here), deps.trialOf(here.walk.journey)])
  if (!takesVotes(trial, dayOf(deps.now()))) return false
  return unanswered(met).length > 0 || (await candidatesFor(deps, here, met, seedOf(here, met))).length > 0
}

async function metBy(deps: WalkDeps, { walk }: Here): Promise<Met> {
  const [{ visited, exposures }, said] = await Promise.all([
    deps.walks.seen(walk.id),
    deps.walks.contributionsOf(walk.id),
  ])
  return { steps: [...visited, WHOLE_JOURNEY], exposures, said }
}

/** Every serving is an exposure, written before the page is. */
async function serve(deps: WalkDeps, here: Here, met: Met): Promise<Served | undefined> {
  for (const { step, prompt } of unanswered(met)) {
    const again = await statementAt(deps, here, { step, prompt })
    if (again) return { step, prompt: again, said: undefined }
  }
  const seed = seedOf(here, met)
  const candidates = await candidatesFor(deps, here, met, seed)
  const next = nextToServe(
    candidates.map(({ counts }) => counts),
    seed,
  )
  const chosen = candidates.find(({ counts }) => counts === next)
  if (!chosen) return undefined
  const { step } = chosen.counts
  await expose(deps, here, { step, prompt: chosen.prompt.id, offered: false, skipped: false })
  return { step, prompt: chosen.prompt, said: undefined }
}

/** What was shown and neither answered nor passed over, the newest first. */
function unanswered({ exposures, said }: Met): readonly Exposure[] {
  const isSaid = ({ step, prompt }: Exposure) => said.some((one) => one.step === step && one.prompt === prompt)
  return exposures
    .filter((one) => statementId(one.step, one.prompt) !== undefined && !one.skipped && !isSaid(one))
    .toReversed()
}

function seedOf({ walk }: Here, { exposures }: Met): string {
  return `${walk.id} ${exposures.length}`
}

/** A statement that can be voted on in this walk now. */
export async function statementAt(
  deps: WalkDeps,
  here: Here,
  { step, prompt }: At,
): Promise<StatementVote | undefined> {
  const seed = here.prompts.get(step)?.find(({ id }) => id === prompt)
  if (seed) return seed.kind === 'statement' ? seed : undefined
  const [added] = await deps.walks.added(here.walk.journey, [prompt])
  const isTheirs = added?.isServed && added.step === step && added.walk !== here.walk.id
  return isTheirs ? asPrompt(added) : undefined
}

/** Votes on statements that have been taken back or hidden since are not shown: there is nothing to show them beside. */
async function votesOf(deps: WalkDeps, here: Here, said: readonly Contribution[]): Promise<readonly Served[]> {
  const votes = said.filter(({ kind, prompt, version }) => {
    return kind === 'statement' && prompt !== OWN && version === here.walk.version
  })
  const added = await deps.walks.added(
    here.walk.journey,
    votes.map(({ prompt }) => prompt).filter((prompt) => prompt === statementId('', prompt)),
  )
  const addedById = new Map(added.filter(({ isServed }) => isServed).map((one) => [one.id, asPrompt(one)]))
  return votes.flatMap((vote) => {
    const seed = here.prompts.get(vote.step)?.find(({ id }) => id === vote.prompt)
    const prompt = addedById.get(vote.prompt) ?? (seed?.kind === 'statement' ? seed : undefined)
    return prompt ? [{ step: vote.step, prompt, said: vote }] : []
  })
}

/** Shown, or passed over. Should the walk move on meanwhile it is done again on what it is then. */
export async function expose(deps: WalkDeps, here: Here, exposure: Exposure): Promise<void> {
  let { walk } = here
  for (let tries = 0; tries < TRIES; tries++) {
    const outcome = await deps.walks.append({
      ...{ walk: walk.id, rev: walk.rev, key: undefined, events: [], progress: walk.progress, told: {} },
      ...{ contributions: [], exposures: [exposure], ran: [], outcome: false, at: deps.now() },
    })
    if (outcome !== 'stale') return
    walk = (await findHere(deps, walk.id, walk.participant)).walk
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}
