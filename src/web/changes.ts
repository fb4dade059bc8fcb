import { conditionWords } from '#src/journey/condition-words.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { changedStep, type StepIn } from '#src/review/changed-step.ts'
import { type Since, sinceSpoken } from '#src/review/since-spoken.ts'
import { askedLater, type Later } from '#src/walk/answer-later.ts'
import type { Here } from '#src/walk/here.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { LastChange } from '#views/walk/after-change.ts'
import type { ChangedHere } from '#views/walk/changed.ts'
import type { ConditionOf } from '#views/walk/old-and-new.ts'
import type { Context, Deps } from './context.ts'

/** What the walked version changed at a step because of what was said. */
export async function changedHere(c: Context, deps: Deps, here: Here, key: StepKey): Promise<ChangedHere | undefined> {
  const changed = await changedStep(deps, here, key)
  return changed && { changed, conditionOf: conditionIn(c) }
}

/** The condition of a step in words of the page's language. */
export function conditionIn(c: Context): ConditionOf {
  return ({ definition, key }: StepIn) => {
    const when = stepsOf(definition).find((place) => place.key === key)?.step.when
    return when === undefined ? undefined : conditionWords(when, definition, c.get('language'))
  }
}

/** What has changed where a walk has spoken. Whoever sees the questions has been asked them. */
export async function sinceOf(
  deps: Deps,
  here: Here,
  contributions: readonly Contribution[],
): Promise<readonly Since[]> {
  const since = await sinceSpoken(deps, here.walk, contributions)
  await askedLater(deps, here, since.flatMap(laterOf))
  return since
}

/** The questions that the page asks. */
export function laterOf({ after, version, prompt }: Since): readonly Later[] {
  return after && prompt ? [{ step: after.key, version, prompt }] : []
}

/** What the last changed answer did, as long as the walk has not moved to another version since. */
export async function lastChangeOf(c: Context, deps: Deps, here: Here): Promise<LastChange | undefined> {
  const [event, ...since] = await deps.walks.sinceChange(here.walk.id)
  return event?.kind === 'changed' ? { event, isFresh: since.length === 0, conditionOf: conditionIn(c) } : undefined
}
