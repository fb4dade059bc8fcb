import { smoothed } from '../interval.ts'
import type { Counts } from './group-votes.ts'

/**
 * How far every group agrees, a number from 0 to 1 per column: the product of the groups' smoothed shares of agreement,
 * so that one group's refusal weighs; passes lower it. Compare statements of one map only: more groups, smaller numbers.
 * Source: opinion-map.md 3.7.
 */
export function groupAwareConsensus(groups: readonly Counts[], width: number): Float64Array {
  const product = new Float64Array(width).fill(1)
  for (const { agree, seen } of groups)
    for (let column = 0; column < width; column++) product[column]! *= smoothed(agree[column]!, seen[column]!)
  return product
}
