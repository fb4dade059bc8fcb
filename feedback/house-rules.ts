import { hintsAbuse } from './abuse-hint.ts'
import { isDistress } from './distress.ts'
import { hintsPlaceOrMark } from './redaction.ts'

/**
 * Numbers of the published rules by which words can be hidden: 1 nobody can be recognised, 2 no threats or insults, 3 about
 * this service, 4 no advertisements, 5 within the law. A number never changes what it stands for.
 */
export const HOUSE_RULES = [1, 2, 3, 4, 5] as const
export type HouseRule = (typeof HOUSE_RULES)[number]

/** The rule whose number was typed or chosen; undefined for none and for anything else. */
export function houseRuleOf(typed: string | undefined): HouseRule | undefined {
  return HOUSE_RULES.find((rule) => String(rule) === typed)
}

export type Hold = 'distress' | 'personal-data' | 'abuse'

/** Why a person should read these words before anybody else does, read off the words themselves each time. */
export function holdsOf(text: string): readonly Hold[] {
  const holds: readonly (readonly [Hold, boolean])[] = [
    ['distress', isDistress(text)],
    ['personal-data', hintsPlaceOrMark(text)],
    ['abuse', hintsAbuse(text)],
  ]
  return holds.flatMap(([hold, isHeld]) => (isHeld ? [hold] : []))
}
