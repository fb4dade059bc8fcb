import { disclose, discloseRow } from '#feedback/disclosure.ts'

/** A count of people as it may be shown; undefined is withheld. */
export type Figure = number | undefined
/** A raw count; undefined where a filter may not tell it, however large it is (filter-rule.ts). */
export type Count = number | undefined

// One road from raw counts to what is shown, for pages and files alike. Nothing else in review/ reads a raw count.

export function figure(n: Count): Figure {
  return n === undefined ? undefined : disclose(n)
}

/** The options of one question, whose total is shown beside them: what is hidden cannot be had by subtraction. */
export function figuresOf(counts: readonly number[]): readonly Figure[] {
  return discloseRow(counts)
}

/**
 * The sum of figures that can also be seen one by one. Where one is withheld, so is the sum: it tells nothing that its
 * parts do not tell, and no subtraction brings a withheld part back.
 */
export function addUp(figures: readonly Figure[]): Figure {
  return figures.reduce<Figure>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0)
}
