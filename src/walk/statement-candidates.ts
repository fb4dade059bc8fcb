import { hash } from '#feedback/hash.ts'
import type { StatementVote } from '#feedback/prompt.ts'
import { statementId } from '#feedback/statement-id.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { asPrompt } from './added-here.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import type { StatementCounts } from './statement-store.ts'
import type { Contribution, Exposure } from './walk.ts'

export type At = { readonly step: StepKey; readonly prompt: string }
/** What a walk has met: steps, what was shown there, what was said. */
export type Met = {
  readonly steps: readonly StepKey[]
  readonly exposures: readonly Exposure[]
  readonly said: readonly Contribution[]
}
export type Candidate = { readonly counts: StatementCounts; readonly prompt: StatementVote }

/** How many added statements are looked at beside those the walk knows already: enough to choose among, never all. */
const MOST_ADDED = 50
const UNCOUNTED = { shown: 0, agree: 0, disagree: 0, pass: 0, priority: undefined }

/** Statements of the steps met that this walk has neither been shown nor voted on nor written: seeds and added ones mixed. */
export async function candidatesFor(deps: WalkDeps, here: Here, met: Met, seed: string): Promise<readonly Candidate[]> {
  const known = knownIn(met)
  const isNew = ({ step, prompt }: At) => !known.has(`${step} ${prompt}`)
  const [seeds, added] = await Promise.all([seedsAt(deps, here, met.steps), addedAt(deps, here, met, seed)])
  return [
    ...seeds.filter(({ counts, prompt }) => isNew({ step: counts.step, prompt: prompt.id })),
    ...added.filter(({ counts, prompt }) => isNew({ step: counts.step, prompt: prompt.id })),
  ]
}

function knownIn({ exposures, said }: Met): ReadonlySet<string> {
  return new Set([...exposures, ...said].map(({ step, prompt }) => `${step} ${prompt}`))
}

async function seedsAt(deps: WalkDeps, here: Here, steps: readonly StepKey[]): Promise<readonly Candidate[]> {
  const counted = new Map((await deps.walks.seedCounts(here.walk.journey)).map((counts) => [counts.id, counts]))
  return steps.flatMap((step) =>
    (here.prompts.get(step) ?? []).flatMap((prompt): Candidate[] => {
      const id = statementId(step, prompt.id)
      if (prompt.kind !== 'statement' || id === undefined) return []
      return [{ prompt, counts: counted.get(id) ?? { id, step, ...UNCOUNTED } }]
    }),
  )
}

async function addedAt(deps: WalkDeps, { walk }: Here, { steps, exposures }: Met, seed: string) {
  const at = { journey: walk.journey, steps, from: hash(seed) >>> 1, most: exposures.length + MOST_ADDED }
  const [few, enough] = await Promise.all([
    deps.walks.addedAt({ ...at, queue: 'few' }),
    deps.walks.addedAt({ ...at, queue: 'enough' }),
  ])
  const counts = new Map([...few, ...enough].map((one) => [one.id, one]))
  const added = await deps.walks.added(walk.journey, [...counts.keys()])
  return added.flatMap((one): Candidate[] => {
    const counted = counts.get(one.id)
    return counted && one.walk !== walk.id ? [{ counts: counted, prompt: asPrompt(one) }] : []
  })
}
