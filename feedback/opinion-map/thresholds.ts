/** Nothing is shown of fewer people's votes: they could be guessed. Source: opinion-map.md 5. */
export const FEWEST_PARTICIPANTS = 7

/**
 * When a statement is common, dividing or unsure: shares, and `ofGroup` the fewest answers of a group that are looked at.
 * Source: participation.md 2.1.
 */
export const THRESHOLDS = { common: 0.6, ofGroup: 7, side: 0.3, apart: 0.3, unsure: 0.2 } as const

const ENOUGH = 20
const ENOUGH_OF_FEW = 10
const MANY = 100

/** Fewer answers are too few to say anything. The source wants 20; where few people took part every statement has some ten. */
export function enoughAnswers(participants: number): number {
  return participants >= MANY ? ENOUGH : ENOUGH_OF_FEW
}
