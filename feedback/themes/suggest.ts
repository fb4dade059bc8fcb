import type { Features } from './features.ts'
import { cosine, middleOf, rarityIn, type Vector, vectorOf } from './vectors.ts'

/** Suggestions a person chooses from. */
const TOP = 3
/** What a theme seen at the same step gains: the step a text was said at tells a good deal of what it is about. */
const SAME_STEP = 1.25

export type Example = { readonly theme: string; readonly step: string; readonly features: Features }
export type Suggestion = { readonly theme: string; readonly likeness: number }
type Uncoded = { readonly step: string; readonly features: Features }

/**
 * Suggests themes for texts out of examples that a person has placed: up to three a text, nearest first. A theme is the
 * middle of its examples; one that has been seen at the text's own step goes before others as near. A theme with nothing
 * in common is not suggested. `others` are more texts of the same kind, by which common words are known as common.
 * Source: participation.md 3.1 S5.
 */
export function themeSuggester(
  examples: readonly Example[],
  others: readonly Features[],
): (text: Uncoded) => readonly Suggestion[] {
  const rarity = rarityIn([...examples.map(({ features }) => features), ...others])
  const themes = [...Map.groupBy(examples, ({ theme }) => theme)].map(([theme, its]) => ({
    theme,
    middle: middleOf(its.map(({ features }) => vectorOf(features, rarity))),
    steps: new Set(its.map(({ step }) => step)),
  }))
  return ({ step, features }) => {
    const vector: Vector = vectorOf(features, rarity)
    const near = themes.map(({ theme, middle, steps }) => ({
      theme,
      likeness: cosine(vector, middle) * (steps.has(step) ? SAME_STEP : 1),
    }))
    return near
      .filter(({ likeness }) => likeness > 0)
      .sort((one, other) => other.likeness - one.likeness || (one.theme < other.theme ? -1 : 1))
      .slice(0, TOP)
  }
}
