import { THRESHOLD } from '../disclosure.ts'

export type Covered = {
  readonly person: string
  /** standpoints and backgrounds this text's writer belongs to */
  readonly groups: readonly string[]
  /** cited or counted in a claim at least once */
  readonly isCovered: boolean
}
export type Coverage = {
  /** share of texts cited or counted, 0 to 1; undefined without texts */
  readonly share: number | undefined
  /**
   * The smallest coverage of any group against that of all: 1 is evenly told, below 0.8 a group is heard clearly less
   * (participation.md 3.4); undefined where there are no two groups
   * to compare or nothing is covered.
   */
  readonly minority: { readonly ratio: number; readonly group: string } | undefined
}

/**
 * How much of what was said a synthesis tells, and whether it tells less of what some group said. Groups of fewer people
 * than the disclosure threshold are not measured by themselves.
 */
export function coverageOf(texts: readonly Covered[]): Coverage {
  const share = shareOf(texts)
  const groups = [...new Set(texts.flatMap((one) => one.groups))].sort()
  const measured = groups.flatMap((group) => {
    const its = texts.filter((one) => one.groups.includes(group))
    const people = new Set(its.map(({ person }) => person)).size
    return people < THRESHOLD ? [] : [{ group, ratio: (shareOf(its) ?? 0) / (share || 1) }]
  })
  const [least] = measured.toSorted((one, other) => one.ratio - other.ratio)
  return { share, minority: measured.length < 2 || !share ? undefined : least }
}

function shareOf(texts: readonly Covered[]): number | undefined {
  return texts.length === 0 ? undefined : texts.filter(({ isCovered }) => isCovered).length / texts.length
}
