import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type Figure, figure, figuresOf } from './figure.ts'
import type { Claim } from './synthesis-words.ts'
import type { Theme } from './theme-store.ts'
import { type Codebook, leftoversOf, openThemes, themesByText } from './theme-texts.ts'

export type ThemeCounts = {
  readonly theme: Theme
  readonly texts: readonly Contribution[]
  /** whose texts they are, and how many, as they may be told */
  readonly people: Figure
  readonly figure: Figure
  readonly claims: readonly Claim[]
}
export type Counted = {
  readonly people: Figure
  readonly texts: Figure
  readonly uncoded: Figure
  readonly themes: readonly ThemeCounts[]
}

/**
 * The figures of a codebook. Themes and leftovers are parts of a known whole, so what is hidden in one cannot be had by
 * subtracting the others; texts are told where the people who wrote them are. Themes of most people first.
 */
export function countThemes(codebook: Codebook): Counted {
  const placed = themesByText(codebook)
  const leftovers = leftoversOf(codebook)
  const all = openThemes(codebook)
    .map((theme) => ({ theme, texts: codebook.readable.filter(({ id }) => placed.get(id)?.includes(theme)) }))
    .filter(({ texts }) => texts.length > 0)
    .sort((one, other) => peopleIn(other.texts) - peopleIn(one.texts) || (one.theme.id < other.theme.id ? -1 : 1))
  const [uncodedPeople, ...people] = figuresOf([peopleIn(leftovers), ...all.map(({ texts }) => peopleIn(texts))])
  const whole = figure(peopleIn(codebook.readable))
  return {
    people: whole,
    texts: whole === undefined ? undefined : codebook.readable.length,
    uncoded: uncodedPeople === undefined ? undefined : leftovers.length,
    themes: all.map(({ theme, texts }, i) => {
      const shown = people[i]
      const told = shown === undefined ? undefined : texts.length
      const claims = shown === undefined ? [] : claimsOf(texts, shown, codebook)
      return { theme, texts, people: shown, figure: told, claims }
    }),
  }
}

function claimsOf(texts: readonly Contribution[], people: number, { same }: Codebook): readonly Claim[] {
  const sources = texts.map(({ id }) => id)
  const alike = texts.filter(({ id }) => same.some((one) => one.contribution === id || one.as === id))
  const steps = [...Map.groupBy(texts, ({ step }) => step)].sort(([one], [other]) => (one < other ? -1 : 1))
  const figures = figuresOf(steps.map(([, those]) => peopleIn(those)))
  const whole: Claim = { key: 'people', kind: 'people', step: undefined, people, texts: texts.length, sources }
  return [
    whole,
    ...steps.flatMap(([step, those], i) => stepClaim(step, those, figures[i])),
    ...(figure(peopleIn(alike)) ? [sameClaim(alike)] : []),
  ]
}

function stepClaim(step: StepKey, texts: readonly Contribution[], people: Figure): readonly Claim[] {
  if (people === undefined) return []
  return [{ key: `step/${step}`, kind: 'step', step, people, texts: texts.length, sources: texts.map(({ id }) => id) }]
}

function sameClaim(texts: readonly Contribution[]): Claim {
  const sources = texts.map(({ id }) => id)
  return { key: 'same', kind: 'same', step: undefined, people: figure(peopleIn(texts)), texts: texts.length, sources }
}

function peopleIn(texts: readonly Contribution[]): number {
  return new Set(texts.map(({ walk }) => walk)).size
}
