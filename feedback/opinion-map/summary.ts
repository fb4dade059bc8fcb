import type { Counts } from './group-votes.ts'
import type { OpinionMap } from './opinion-map.ts'
import { type Stability, type StabilityLevel, stability } from './stability.ts'

/** How many disagree, pass and agree. */
export type Tallied = readonly [disagree: number, pass: number, agree: number]
export type SummaryStatement = {
  readonly id: string
  /** 1: taken out by a moderator, it places nobody */
  readonly out: 0 | 1
  /** everybody's votes, then those of each group */
  readonly votes: Tallied
  readonly groups: readonly Tallied[]
  /** the mean vote, and how much the statement counts along x and along y */
  readonly center: number
  readonly along: readonly [number, number]
  /** where somebody would stand who only agrees with it */
  readonly at: readonly [number, number]
  /** what it weighs when the next statement is chosen */
  readonly priority: number
}
export type SummaryGroup = {
  readonly size: number
  readonly centre: readonly [number, number]
  /** the mean distance of its people to its centre */
  readonly spread: number
  readonly representative: readonly { readonly id: string; readonly side: 'agree' | 'disagree' }[]
}

/**
 * A map without its people: sums, groups and what places a walker by their own votes. What is kept and shown; plain JSON.
 * `participants` have voted, `counted` of them count; `floor` is the fewest people a group may have.
 */
export type MapSummary = {
  readonly participants: number
  readonly counted: number
  readonly floor: number
  readonly statements: readonly SummaryStatement[]
  readonly groups: readonly SummaryGroup[]
  readonly silhouette: number | undefined
  readonly stability: { readonly level: StabilityLevel; readonly rand: number; readonly resamples: number } | undefined
}

/** The summary of a map; `steadiness` as `stability` told it, or worked out here. Nothing in it is any single person's. */
export function summaryOf(map: OpinionMap, steadiness: Stability | undefined = stability(map)): MapSummary {
  const { ids, sizes, silhouettes, floor } = map.groups
  return {
    participants: map.matrix.participants.length,
    counted: map.counted.length,
    floor,
    statements: map.matrix.statements.map((id, column) => statementOf(map, id, column)),
    groups: ids.map((_, group) => groupOf(map, group, sizes[group] ?? 0)),
    silhouette: silhouettes.get(ids.length),
    stability: steadiness && { level: steadiness.level, rand: steadiness.rand, resamples: steadiness.resamples },
  }
}

function statementOf(map: OpinionMap, id: string, column: number): SummaryStatement {
  const [first, second] = map.pca.components
  return {
    id,
    out: map.rating.isOut[column] ? 1 : 0,
    votes: tallied(map.votes, column),
    groups: map.groupVotes.map((votes) => tallied(votes, column)),
    center: map.pca.center[column]!,
    along: first && second ? [first[column]!, second[column]!] : [0, 0],
    at: [map.statementPlaces[2 * column]!, map.statementPlaces[2 * column + 1]!],
    priority: map.priorities[column]!,
  }
}

function tallied({ agree, disagree, seen }: Counts, column: number): Tallied {
  const [yes, no, all] = [agree[column]!, disagree[column]!, seen[column]!]
  return [no, all - yes - no, yes]
}

function groupOf({ groups, places, matrix, representative }: OpinionMap, group: number, size: number): SummaryGroup {
  const [x, y] = [groups.centres.x[group]!, groups.centres.y[group]!]
  let distance = 0
  for (let row = 0; row < groups.of.length; row++)
    if (groups.of[row] === group) distance += Math.hypot(places[2 * row]! - x, places[2 * row + 1]! - y)
  return {
    size,
    centre: [x, y],
    spread: size === 0 ? 0 : distance / size,
    representative: (representative[group] ?? []).map(({ column, side }) => ({ id: matrix.statements[column]!, side })),
  }
}

/** Where somebody stands by their own votes, by statement; undefined without a vote on any statement of the map. */
export type Standing = { readonly at: readonly [number, number]; readonly group: number | undefined }

/**
 * Places one person on a map they may or may not be part of, as `projections` would: by the votes given here alone (-1,
 * 0 or 1 per statement id). `group`: the nearest group's number.
 */
export function standingOf(
  { statements, groups }: MapSummary,
  votes: ReadonlyMap<string, number>,
): Standing | undefined {
  let [x, y, seen, out] = [0, 0, 0, 0]
  for (const { id, center, along, out: isOut } of statements) {
    const vote = votes.get(id)
    out += isOut
    if (vote === undefined || isOut) continue
    seen++
    x += (vote - center) * along[0]
    y += (vote - center) * along[1]
  }
  if (seen === 0) return undefined
  const outward = Math.sqrt(statements.length / (seen + out))
  const at = [outward * x, outward * y] as const
  const gaps = groups.map(({ centre }) => Math.hypot(centre[0] - at[0], centre[1] - at[1]))
  return { at, group: gaps.length === 0 ? undefined : gaps.indexOf(Math.min(...gaps)) }
}
