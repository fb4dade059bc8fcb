import { houseRuleOf } from '#feedback/house-rules.ts'
import type { WalkDeps } from './deps.ts'
import { findHere } from './here.ts'
import type { Flagged, ModerationStore } from './moderation-store.ts'

/** So many walks have to ask before words wait unseen: one alone must not be able to silence another. */
const HOLD_FROM = 3

/** A walker asks that a person looks at what somebody else has said: once a walk, and nothing is dropped by it. */
export async function flagWords(
  deps: WalkDeps & { readonly moderations: ModerationStore },
  input: {
    readonly walk: string
    readonly participant: string | undefined
    readonly contribution: string
    readonly rule: string | undefined
  },
): Promise<Flagged> {
  const { walk } = await findHere(deps, input.walk, input.participant)
  return deps.moderations.flag({
    ...{ walk: walk.id, contribution: input.contribution, journey: walk.journey },
    ...{ rule: houseRuleOf(input.rule), holdFrom: HOLD_FROM, at: deps.now() },
  })
}
