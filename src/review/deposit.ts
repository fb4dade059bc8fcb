import type { AccountStore } from '#src/account/account-store.ts'
import type { Words } from '#src/journey/definition.ts'
import { LICENCE } from './codebook.ts'
import type { ReleaseStore } from './release-store.ts'

type DepositDeps = {
  readonly releases: ReleaseStore
  readonly accounts: AccountStore
  readonly now: () => number
}
/** What participants are told before they start, by language, and the hash that is kept with each of them. */
export type Notice = { readonly hash: string; readonly words: Words }

/**
 * The package for research as one JSON file. Nobody has been asked for consent to research: the notice is information and
 * no consent. So it holds open data alone, with their codebook. Undefined where nothing has been released.
 */
export async function makeDeposit(
  { releases, accounts, now }: DepositDeps,
  by: string,
  journey: string,
  notice: Notice,
): Promise<string | undefined> {
  const [newest] = await releases.list(journey)
  if (!newest) return undefined
  const names = await releases.files(journey, newest.number)
  const files = await Promise.all(
    names.map(async (name) => [name, (await releases.file(journey, newest.number, name)) ?? ''] as const),
  )
  const about = `${journey}/${newest.number}`
  await accounts.record({ at: now(), who: by, what: 'deposit', about, why: undefined })
  const book = {
    ...{ journey, release: newest.number, released: new Date(newest.at).toISOString(), licence: LICENCE },
    consentToResearch: { asked: false, walksCovered: 0, notice },
    contents: 'open data only',
    files: Object.fromEntries(files),
  }
  return `${JSON.stringify(book, undefined, 2)}\n`
}
