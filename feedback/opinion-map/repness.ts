import { smoothed } from '../interval.ts'
import { type Counts, together } from './group-votes.ts'
import { halfTest, SIGNIFICANT, twoShareTest } from './proportion-tests.ts'

/**
 * A statement that tells a group from the others. `success` of `trials` in the group; `share` is smoothed, `shareTest`
 * its z value against one half; `ratio` is the share over the others' share, `ratioTest` the z value of the two.
 */
export type Representative = {
  readonly column: number
  readonly side: 'agree' | 'disagree'
  readonly success: number
  readonly trials: number
  readonly share: number
  readonly shareTest: number
  readonly ratio: number
  readonly ratioTest: number
  /** the statement the group agrees with most tellingly, which heads its list; always with its number who agree */
  readonly bestAgree?: { readonly agreed: number }
}

const LISTED = 5

/**
 * Up to five statements for each group, agreed ones before disagreed ones. `groups`: each group's votes; `isOut`: 1 per
 * moderated-out column, which is passed over. Source: opinion-map.md 3.8.
 */
export function representative(groups: readonly Counts[], isOut: Uint8Array): Representative[][] {
  const columns = Array.from(isOut.keys()).filter((column) => !isOut[column])
  return groups.map((own) => {
    const others = together(groups, isOut.length, own)
    return chosen(columns.map((column) => compare(own, others, column)))
  })
}

type Compared = { readonly column: number; readonly agree: Side; readonly disagree: Side; readonly trials: number }
type Side = Omit<Representative, 'column' | 'side' | 'trials' | 'bestAgree'>

function compare(own: Counts, others: Counts, column: number): Compared {
  const trials = own.seen[column]!
  const otherTrials = others.seen[column]!
  const agree = sideOf(own.agree[column]!, trials, others.agree[column]!, otherTrials)
  const disagree = sideOf(own.disagree[column]!, trials, others.disagree[column]!, otherTrials)
  return { column, agree, disagree, trials }
}

function sideOf(success: number, trials: number, otherSuccess: number, otherTrials: number): Side {
  const share = smoothed(success, trials)
  return {
    success,
    share,
    shareTest: halfTest(success, trials),
    ratio: share / smoothed(otherSuccess, otherTrials),
    ratioTest: twoShareTest(success, otherSuccess, trials, otherTrials),
  }
}

function chosen(statements: readonly Compared[]): Representative[] {
  const sufficient = statements.filter(isSufficient)
  const agreed = bestAgreed(statements)
  const head = agreed ? [{ ...settled(agreed), bestAgree: { agreed: agreed.agree.success } }] : []
  if (sufficient.length === 0) return agreed ? head : statements.reduce(moreTelling, []).map(settled)

  const rest = sufficient
    .filter((one) => one !== agreed)
    .sort((one, other) => weight(sideTold(other)) - weight(sideTold(one)))
  const listed = [...head, ...rest.slice(0, LISTED).map(settled)].slice(0, LISTED)
  return [...listed.filter(({ side }) => side === 'agree'), ...listed.filter(({ side }) => side === 'disagree')]
}

function isSufficient({ agree, disagree }: Compared): boolean {
  return isTelling(agree) || isTelling(disagree)
}

function isTelling({ ratioTest, shareTest }: Side): boolean {
  return ratioTest > SIGNIFICANT && shareTest > SIGNIFICANT
}

/** One pass in column order: what replaces the best so far depends on what that is. */
function bestAgreed(statements: readonly Compared[]): Compared | undefined {
  let best: Compared | undefined
  for (const one of statements)
    if (one.agree.success + one.disagree.success > 0 && isBetter(one.agree, best?.agree)) best = one
  return best
}

function isBetter(one: Side, best: Side | undefined): boolean {
  if (!best) return one.shareTest > SIGNIFICANT || (one.ratio > 1 && one.share > 0.5)
  if (best.ratio > 1) return weight(one) > weight(best)
  return one.share * one.shareTest > best.share * best.shareTest
}

function moreTelling(best: readonly Compared[], one: Compared): Compared[] {
  const telling = ({ agree, disagree }: Compared) => Math.max(agree.ratioTest, disagree.ratioTest)
  return best.some((other) => telling(other) >= telling(one)) ? [...best] : [one]
}

function settled(one: Compared): Representative {
  const told = sideTold(one)
  return { column: one.column, side: told === one.agree ? 'agree' : 'disagree', trials: one.trials, ...told }
}

function sideTold({ agree, disagree }: Compared): Side {
  return agree.ratioTest > disagree.ratioTest ? agree : disagree
}

function weight({ ratio, ratioTest, share, shareTest }: Side): number {
  return ratio * ratioTest * share * shareTest
}
