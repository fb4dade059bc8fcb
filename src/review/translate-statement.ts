import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import { LONGEST } from '#feedback/prompt-form.ts'
import { redact } from '#feedback/redaction.ts'
import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import { LANGUAGES, type Language } from '#src/journey/definition.ts'
import type { AddedStatement, Translation } from '#src/walk/statement-store.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'

type Deps = { readonly walks: WalkStore; readonly accounts: AccountStore; readonly now: () => number }

export type ToTranslate = {
  readonly statement: AddedStatement
  readonly translations: readonly Translation[]
  /** the languages it can be put into: all but its own */
  readonly into: readonly Language[]
}
/** gone: its author has taken it back, or it is hidden now */
export type Translated = { readonly ok: true } | { readonly ok: false; readonly error: 'gone' | 'empty' | 'too-long' }

/** Statements that others see now, newest first, each with its translations and who made them. */
export async function statementsToTranslate({ walks }: Deps, journey: string): Promise<readonly ToTranslate[]> {
  const served = (await walks.allAdded(journey)).filter(({ isServed }) => isServed).toReversed()
  return Promise.all(
    served.map(async (statement) => {
      const translations = await walks.translationsOf(statement.contribution)
      return { statement, translations, into: languagesFor(statement) }
    }),
  )
}

/** Puts a statement into another language. The author's own words stay as they are. */
export async function translateStatement(
  { walks, accounts, now }: Deps,
  staff: Pick<StaffSession, 'account'>,
  { journey, id, language, text }: { journey: string; id: string; language: string; text: string },
): Promise<Translated> {
  const words = redact(oneLine(cleaned(text))).text
  const [statement] = await walks.added(journey, [id])
  const into = languagesFor(statement).find((known) => known === language)
  if (!statement?.isServed || !into) return { ok: false, error: 'gone' }
  if (words === '') return { ok: false, error: 'empty' }
  if (lengthOf(words) > LONGEST.statement) return { ok: false, error: 'too-long' }
  const { contribution } = statement
  const kept = await walks.translate({ contribution, language: into, text: words, by: staff.account, at: now() })
  if (!kept) return { ok: false, error: 'gone' }
  await accounts.record({ at: now(), who: staff.account, what: 'translate', about: contribution, why: into })
  return { ok: true }
}

function languagesFor(statement: Pick<AddedStatement, 'language'> | undefined): readonly Language[] {
  return LANGUAGES.filter((language) => language !== statement?.language)
}
