import type { Contribution } from '#src/walk/walk.ts'
import type { Coding, SameWords, Theme, ThemeStore } from './theme-store.ts'

/** Everything said in a journey in words, and how people have placed it. */
export type Codebook = {
  readonly themes: readonly Theme[]
  readonly codings: readonly Coding[]
  readonly same: readonly SameWords[]
  /** all texts, oldest first */
  readonly said: readonly Contribution[]
  /** those that a person has let others read */
  readonly readable: readonly Contribution[]
  readonly waiting: number
  readonly hidden: number
}

export async function readCodebook(store: ThemeStore, journey: string): Promise<Codebook> {
  const [themes, codings, same, said] = await Promise.all([
    store.themes(journey),
    store.codings(journey),
    store.sameWords(journey),
    store.texts(journey),
  ])
  const inState = (state: Contribution['state']) => said.filter((one) => one.state === state)
  const readable = inState('visible')
  return { themes, codings, same, said, readable, waiting: inState('pending').length, hidden: inState('hidden').length }
}

/** Themes that texts are placed under now. */
export function openThemes({ themes }: Pick<Codebook, 'themes'>): readonly Theme[] {
  return themes.filter(({ state }) => state === 'open')
}

/** The open themes of every text that has any, by the text's id. */
export function themesByText(codebook: Pick<Codebook, 'themes' | 'codings'>): ReadonlyMap<string, readonly Theme[]> {
  const open = new Map(openThemes(codebook).map((theme) => [theme.id, theme]))
  const placed = new Map<string, Theme[]>()
  for (const { contribution, theme: id } of codebook.codings) {
    const theme = open.get(id)
    if (theme) placed.set(contribution, [...(placed.get(contribution) ?? []), theme])
  }
  return placed
}

/** Readable texts under no theme, oldest first. */
export function leftoversOf(codebook: Codebook): readonly Contribution[] {
  const placed = themesByText(codebook)
  return codebook.readable.filter(({ id }) => !placed.has(id))
}
