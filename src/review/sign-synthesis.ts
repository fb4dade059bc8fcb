import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import { draftSynthesis, type SynthesisDeps } from './read-synthesis.ts'
import type { DraftedSentence, Synthesis } from './synthesis-words.ts'

type Deps = SynthesisDeps & {
  readonly accounts: AccountStore
  readonly now: () => number
  readonly newId: () => string
}
export type Signed = { readonly ok: true } | { readonly ok: false; readonly error: 'name' | 'nothing' | 'changed' }
/** A sentence that passed the gates, and the theme it belongs to. */
export type KeptSentence = DraftedSentence & { readonly theme: string }

const LONGEST_NAME = 100

/**
 * A named person answers for the synthesis as they have read it: `inputHash` is the mark of what their page was made of.
 * What has changed since then must be read first.
 */
export async function signSynthesis(
  deps: Deps,
  staff: Pick<StaffSession, 'account'>,
  wish: {
    readonly journey: string
    readonly name: string
    readonly inputHash: string
    readonly drafted: readonly KeptSentence[]
  },
): Promise<Signed> {
  const name = oneLine(cleaned(wish.name))
  if (name === '' || lengthOf(name) > LONGEST_NAME) return { ok: false, error: 'name' }
  const { synthesis, inputHash, codebook } = await draftSynthesis(deps, wish.journey)
  if (inputHash !== wish.inputHash) return { ok: false, error: 'changed' }
  if (synthesis.themes.length === 0) return { ok: false, error: 'nothing' }
  const at = deps.now()
  const written = new Map(codebook.readable.map((said) => [said.id, said.at]))
  const body = bodyOf(synthesis, wish.drafted, written)
  const { journey } = wish
  await deps.themes.sign({ id: deps.newId(), journey, body, inputHash, name, by: staff.account, at })
  await deps.accounts.record({ at, who: staff.account, what: 'synthesis:sign', about: journey, why: undefined })
  return { ok: true }
}

function bodyOf(
  { signature: _, ...synthesis }: Synthesis,
  drafted: readonly KeptSentence[],
  written: ReadonlyMap<string, number>,
) {
  return {
    ...synthesis,
    themes: synthesis.themes.map((theme) => ({
      ...theme,
      drafted: drafted.filter((one) => one.theme === theme.theme).map(({ theme: _, ...sentence }) => sentence),
      // Their words stay where they can be taken back: here stands only whose they are and as of when.
      quotes: theme.quotes.map(({ text: _, ...quote }) => ({ ...quote, at: written.get(quote.contribution) ?? 0 })),
    })),
  }
}
