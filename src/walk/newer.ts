import { compare, isFelt, type Part, type StepChange } from '#src/journey/compare.ts'
import type { Definition, StepKey, Words } from '#src/journey/definition.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import { type PlannedMove, planMove, versionsBetween } from './move-version.ts'

/** A step in one version: where to read it. */
type StepAt = { readonly definition: Definition; readonly number: number; readonly key: StepKey }
/** A step that a newer version has changed: undefined before it came, and after it went. */
export type NewerStep = {
  readonly kind: StepChange['kind']
  readonly before: StepAt | undefined
  readonly after: StepAt | undefined
  readonly parts: readonly Part[]
}

/** What a newer version means for a walk on its way. */
export type Newer = {
  readonly plan: PlannedMove
  /** what its publishers say of each version that came since */
  readonly notes: readonly { readonly number: number; readonly note: Words }[]
  /** changed steps that concern the walker, not done and done */
  readonly ahead: readonly NewerStep[]
  readonly behind: readonly NewerStep[]
  /** how many others changed */
  readonly elsewhere: number
  /** steps done here that are not there */
  readonly lost: readonly StepKey[]
  /** how many of the steps done stay done */
  readonly stillDone: number
}

/** The newest version compared with the walk's own; undefined where the walk is on it. */
export async function newerThan({ library }: Pick<WalkDeps, 'library'>, here: Here): Promise<Newer | undefined> {
  const newest = await library.latest(here.walk.journey)
  if (!newest || newest.version.number <= here.walk.version) return undefined
  const versions = await versionsBetween(library, here, newest.version.number)
  const plan = planMove(here, versions)
  const { done } = here.walk.progress.record
  const changes = compare(here.version.definition, newest.version.definition, plan.names).filter(isFelt)
  const own = changes.filter((change) => concerns(here, plan, change))
  const isBehind = ({ was }: StepChange) => was !== undefined && was in done
  const at = (change: StepChange) => stepAt(here, plan, change)
  return {
    plan,
    notes: versions.slice(1).flatMap(({ version: { number, note } }) => (note ? [{ number, note }] : [])),
    ahead: own.filter((change) => !isBehind(change)).map(at),
    behind: own.filter(isBehind).map(at),
    elsewhere: changes.length - own.length,
    lost: plan.event.dropped.filter((key) => key in done),
    stillDone: plan.steps.filter(({ status }) => status === 'done').length,
  }
}

/** A step concerns a walker who meets it in either of the versions. */
function concerns(here: Here, plan: PlannedMove, { step, was, kind }: StepChange): boolean {
  const isBefore = here.steps.some(({ place }) => place.key === was)
  return isBefore || (kind !== 'removed' && plan.steps.some(({ place }) => place.key === step))
}

function stepAt(here: Here, { to }: PlannedMove, { step, was, kind, parts }: StepChange): NewerStep {
  const before = was && { definition: here.version.definition, number: here.walk.version, key: was }
  const after = { definition: to.version.definition, number: to.version.number, key: step }
  return { kind, parts, before, after: kind === 'removed' ? undefined : after }
}
