import type { AccountStore } from '#src/account/account-store.ts'
import type { Words } from '#src/journey/definition.ts'
import type { Finding } from '#src/journey/finding.ts'
import type { Version, VersionStore } from '#src/journey/version-store.ts'
import type { ResponseStore } from '#src/review/response-store.ts'
import { keptChanges, type PlannedChange, plannedChanges, type TakenSuggestion } from './changes.ts'
import { type CheckedDraft, checkDraft, type Draft } from './check-draft.ts'
import { closeAnswers } from './close-answers.ts'
import { type OtherChange, otherChanges } from './other-changes.ts'

export type PublishDeps = {
  readonly versions: VersionStore
  readonly responses: ResponseStore
  readonly accounts: AccountStore
  readonly now: () => number
}
export type Plan = Extract<CheckedDraft, { ok: true }> & {
  /** what is published now */
  readonly newest: Version | undefined
  readonly changes: readonly PlannedChange[]
  /** what differs and is no step */
  readonly others: readonly OtherChange[]
}
export type Refused =
  | { readonly ok: false; readonly refused: 'findings'; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly refused: 'unchanged'; readonly version: Version }
  | { readonly ok: false; readonly refused: 'other-journey'; readonly journey: string; readonly title: Words }
export type Publish = {
  readonly draft: Draft
  readonly author: string
  readonly note: Words | undefined
  /** the journey it must be, where the place it is published from says so */
  readonly journey?: string | undefined
  /** the version that the author saw as the newest; undefined: whichever it is */
  readonly basedOn?: number | undefined
  /** ids of the answers that this version keeps; undefined: all that it may keep */
  readonly closes?: readonly string[] | undefined
  /** what walkers suggested and the draft took in */
  readonly taken?: readonly TakenSuggestion[] | undefined
}
export type Published =
  | { readonly ok: true; readonly version: Version; readonly findings: readonly Finding[] }
  | Refused
  /** somebody else published meanwhile: nothing is stored */
  | { readonly ok: false; readonly refused: 'overtaken' }

/** What publishing a file would change and which answers it may keep, or why it cannot be published. */
export async function planPublishing(
  { versions, responses }: Pick<PublishDeps, 'versions' | 'responses'>,
  draft: Draft,
  journey?: string,
): Promise<Plan | Refused> {
  const all = await versions.allLatest()
  const newestOf = (id: string) => all.find((version) => version.journey === id)
  const checked = checkDraft(
    draft,
    (id) => newestOf(id)?.personas ?? [],
    (id) => newestOf(id)?.definition,
    journey,
  )
  if (!checked.ok) return refusedFor(checked)
  const { id } = checked.definition
  const newest = newestOf(id)
  if (newest?.hash === checked.hash) return { ok: false, refused: 'unchanged', version: newest }
  const changes = plannedChanges(newest?.definition, checked.definition, await responses.ofJourney(id))
  const others = newest ? otherChanges(newest.definition, checked.definition) : []
  return { ...checked, newest, changes, others }
}

function refusedFor({ findings, otherJourney }: Extract<CheckedDraft, { ok: false }>): Refused {
  if (!otherJourney) return { ok: false, refused: 'findings', findings }
  return { ok: false, refused: 'other-journey', journey: otherJourney.id, title: otherJourney.title }
}

/**
 * Publishes a file as the next version of its journey. Walks underway stay on theirs. The answers it keeps name it from
 * then on, and the contributions they answer are credited in it by id. Of two who publish at once one is refused.
 */
export async function publish(deps: PublishDeps, wish: Publish): Promise<Published> {
  const plan = await planPublishing(deps, wish.draft, wish.journey)
  if (!plan.ok) {
    // Should the process have ended between a version and its answers, publishing the same again completes it.
    if (plan.refused === 'unchanged') await closeAnswers(deps, plan.version)
    return plan
  }
  const before = plan.newest?.number
  if (wish.basedOn !== undefined && wish.basedOn !== before) return { ok: false, refused: 'overtaken' }

  const { definition, personas, hash, changes } = plan
  const closes = wish.closes ?? changes.flatMap(({ responses }) => responses.map(({ id }) => id))
  const at = deps.now()
  const version: Version = {
    journey: definition.id,
    number: (before ?? 0) + 1,
    hash,
    definition,
    personas,
    author: wish.author,
    note: wish.note,
    publishedAt: at,
    changes: keptChanges(changes, closes, wish.taken),
  }
  if (!(await deps.versions.publish(version))) return { ok: false, refused: 'overtaken' }
  await closeAnswers(deps, version)
  const about = `${version.journey} v${version.number}`
  await deps.accounts.record({ at, who: wish.author, what: 'publish', about, why: undefined })
  return { ok: true, version, findings: plan.findings }
}
