import { cleaned, lengthOf } from '#feedback/free-text.ts'
import type { AccountStore } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { type Extract, type ExtractWish, extractOf } from './extract.ts'
import type { ReviewStore } from './review-store.ts'

type ExtractDeps = {
  readonly review: ReviewStore
  readonly versions: VersionStore
  readonly accounts: AccountStore
  readonly now: () => number
}
/** Of people alone: example people and simulated walks hold nobody's words. */
const OF_PEOPLE: readonly WalkMode[] = ['own', 'assisted']

/** Makes an extract of a journey's words in all its versions. That it was made, for what and why, stays in the audit trail. */
export async function makeExtract(
  { review, versions, accounts, now }: ExtractDeps,
  by: string,
  journey: string,
  { diary, what, decidedBy, reason }: ExtractWish,
): Promise<Extract> {
  const all = await versions.list(journey)
  if (all.length === 0) throw new AppError('not-found', 'journey')
  const texts = await Promise.all(
    all.map(({ number }) => review.texts({ journey, version: number, modes: OF_PEOPLE }, undefined)),
  )
  const why = `${diary}. ${what}. ${decidedBy}: ${reason}`
  await accounts.record({ at: now(), who: by, what: 'extract', about: journey, why })
  return extractOf(texts.flat())
}

const MOST: { readonly [F in keyof ExtractWish]: number } = { diary: 60, what: 500, decidedBy: 200, reason: 1000 }
export type ExtractError = { readonly field: keyof ExtractWish; readonly error: 'missing' | 'long' }

export function readWish(
  fields: Readonly<Record<string, string>>,
):
  | { readonly ok: true; readonly wish: ExtractWish }
  | { readonly ok: false; readonly errors: readonly ExtractError[] } {
  const names = Object.keys(MOST) as (keyof ExtractWish)[]
  const written = (name: keyof ExtractWish) => cleaned(fields[name] ?? '')
  const errors = names.flatMap((field): ExtractError[] => {
    if (written(field) === '') return [{ field, error: 'missing' }]
    return lengthOf(written(field)) > MOST[field] ? [{ field, error: 'long' }] : []
  })
  if (errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    wish: {
      diary: written('diary'),
      what: written('what'),
      decidedBy: written('decidedBy'),
      reason: written('reason'),
    },
  }
}
