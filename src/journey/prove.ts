import type { Definition, Facts, StepKey } from './definition.ts'
import { byLine, type Finding, finding, isPublishable, type Lines, located, readable } from './finding.ts'
import { orderOf } from './graph.ts'
import { factFindings } from './prove-facts.ts'
import { flowFindings } from './prove-flow.ts'
import { orderFindings } from './prove-order.ts'
import {
  isExhausted,
  type NeedsProof,
  proveConditions,
  proveNeeds,
  proveSteps,
  type StepProof,
  startTrial,
} from './prove-steps.ts'

export type Report = {
  /** true when no finding is an error: every step is reached in some situation and every track ends in every one */
  readonly ok: boolean
  readonly steps: readonly StepProof[]
  readonly needs: readonly NeedsProof[]
  /** how many situations were tried in all */
  readonly situations: number
  readonly findings: readonly Finding[]
}

/**
 * Proves that a journey can be walked: every step is on the path in some situation, every track ends in every situation
 * (unanswered facts included), and nothing is read before it is there. Expects a definition of the right shape; what does
 * not exist is the lint's to report and is passed over here. Never throws.
 *
 * Why every track ends, given no error: a track is a row of steps, and a step is left by being passed by, put aside or
 * done. A condition is true, false or unknown, never an exception; false passes the step by, the others offer it, and an
 * unknown one may be put aside. So a step can only hold a walker who stands before its `needs`, who waits for a date, or
 * whom a reply sends back.
 * (1) Needs: track order, the situation before all else, and `needs` form one graph without a circle. In any walk that has
 * not ended take, of the steps not yet left, one that comes first in that graph: all it needs is done, aside, passed by or
 * in a strand not chosen, and each of these counts as met. So some step is always open.
 * (2) Dates: a wait is a fixed time from a day that is known by then, or from one that stays unknown and holds nobody, and
 * an automatic step's replies come after a fixed time: simulated time passes them both. It has begun by then: the situation
 * asks everyone for the day it starts on, and nothing there waits before.
 * (3) Replies: a reply leads back only to its own or an earlier step of its track, and never the first reply, which is the
 * default and comes again after going back. So a track goes back only as often as somebody chooses. What a reply
 * sets may bring steps onto the path or take them off it, also behind; but each call is replied to once, so that too ends.
 * (4) Mandates: whoever is asked to do a step replies as a provider does, and a walker who asks nobody does it themselves.
 * Every move on takes a step out of a finite number, and (3) is the only way of putting one back.
 */
export function prove(definition: Definition, lines?: Lines): Report {
  const order = orderOf(definition)
  const trial = startTrial(definition, order)
  const steps = proveSteps(trial)
  const needs = proveNeeds(trial)
  const findings = [
    ...steps.findings,
    ...needs.findings,
    ...proveConditions(trial),
    ...orderFindings(definition, order),
    ...factFindings(trial),
    ...flowFindings(order),
  ]
  if (isExhausted(trial)) findings.push(finding('cut-short', []))
  const placed = byLine(located(readable(findings), definition, lines))
  return {
    ok: isPublishable(placed),
    steps: steps.proofs,
    needs: needs.proofs,
    situations: trial.tried,
    findings: placed,
  }
}

/** One situation that brings each step onto the path, and one that passes it by: for end-to-end cases and previews. */
export function situationsToWalk(report: Pick<Report, 'steps'>): { step: StepKey; onPath: boolean; facts: Facts }[] {
  return report.steps.flatMap(({ step, seen }) => [
    ...(seen.true ? [{ step, onPath: true, facts: seen.true }] : []),
    ...(seen.false ? [{ step, onPath: false, facts: seen.false }] : []),
  ])
}
