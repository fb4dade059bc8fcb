import { likeness, NEAR } from '#feedback/near-duplicate.ts'
import { featuresOf } from '#feedback/themes/features.ts'
import { type Example, themeSuggester } from '#feedback/themes/suggest.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { SynthesisDeps } from './read-synthesis.ts'
import type { Theme } from './theme-store.ts'
import { type Codebook, leftoversOf, openThemes, themesByText } from './theme-texts.ts'

/** A text under no theme, with what is offered for it. Nothing of this counts before a person has confirmed it. */
export type Leftover = {
  readonly said: Contribution
  /** nearest first, three at most */
  readonly suggested: readonly Theme[]
  /** readable texts of the same step that say almost the same, the likest first, with their themes */
  readonly near: readonly { readonly said: Contribution; readonly themes: readonly Theme[] }[]
}
export type Leftovers = { readonly shown: readonly Leftover[]; readonly all: number }

const AT_ONCE = 20
const NEAR_SHOWN = 2

/** The leftovers of a journey, oldest first, each with themes and texts it may belong with. */
export function leftoversWith({ lemmasOf }: Pick<SynthesisDeps, 'lemmasOf'>, codebook: Codebook): Leftovers {
  const left = leftoversOf(codebook)
  const open = new Map(openThemes(codebook).map((theme) => [theme.id, theme]))
  const placed = themesByText(codebook)
  const features = new Map(
    codebook.readable.map(({ id, text, language }) => [id, featuresOf(text ?? '', lemmasOf(language))]),
  )
  const of = ({ id }: Contribution) => features.get(id) ?? new Map<string, number>()
  const examples = codebook.readable.flatMap((said) =>
    (placed.get(said.id) ?? []).map(({ id }) => ({ theme: id, step: said.step, features: of(said) })),
  )
  const suggest = themeSuggester([...examples, ...namesOf(codebook)], left.map(of))
  const shown = left.slice(0, AT_ONCE).map((said) => ({
    said,
    suggested: suggest({ step: said.step, features: of(said) }).flatMap(({ theme }) => open.get(theme) ?? []),
    near: nearTo(said, codebook).map((other) => ({ said: other, themes: placed.get(other.id) ?? [] })),
  }))
  return { shown, all: left.length }
}

/** A name that people have given is an example too: the first, before any text is placed. */
function namesOf(codebook: Codebook): readonly Example[] {
  return openThemes(codebook).flatMap(({ id, name }) =>
    Object.values(name).flatMap((one) =>
      one === undefined ? [] : [{ theme: id, step: '', features: featuresOf(one) }],
    ),
  )
}

function nearTo(said: Contribution, { readable, same }: Codebook): readonly Contribution[] {
  const isJoined = (id: string) =>
    same.some((one) => [one.contribution, one.as].includes(id) && [one.contribution, one.as].includes(said.id))
  return readable
    .filter((other) => other.step === said.step && other.id !== said.id && !isJoined(other.id))
    .map((other) => ({ other, alike: likeness(said.text ?? '', other.text ?? '') }))
    .filter(({ alike }) => alike >= NEAR)
    .sort((one, other) => other.alike - one.alike || (one.other.id < other.other.id ? -1 : 1))
    .slice(0, NEAR_SHOWN)
    .map(({ other }) => other)
}
