import { type Definition, repliesOf, type StepKey } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { circlesOf, everythingBefore, type Order, type PlacedStep } from './graph.ts'

/** Circles of waiting, and deadlines, waits and replies that do not stand in the order they claim. */
export function orderFindings(definition: Definition, order: Order): Finding[] {
  return [
    ...circlesOf(order).map((circle) => circleFinding(circle, order)),
    ...[...order.steps.values()].flatMap((place) => [
      ...deadlineFindings(place, definition, order),
      ...waitFindings(place, order),
      ...replyFindings(place, order),
    ]),
  ]
}

/** Reported at a `needs` of the circle: track order is not what the designer will want to change. */
function circleFinding(circle: readonly StepKey[], order: Order): Finding {
  const places = circle.map((key) => order.steps.get(key)).filter((place) => place !== undefined)
  const needing = places.find(({ step }) => step.needs?.some((need) => circle.includes(need))) ?? places[0]
  const index = needing?.step.needs?.findIndex((need) => circle.includes(need)) ?? -1
  const path: Path = index < 0 ? (needing?.path ?? []) : [...(needing?.path ?? []), 'needs', index]
  return finding('order-cycle', path, { cycle: [...circle, circle[0]].join(' → ') })
}

function deadlineFindings({ key, step, path }: PlacedStep, { facts }: Definition, order: Order): Finding[] {
  const from = step.deadline?.from
  const at = [...path, 'deadline', 'from']
  if (from === undefined) return []
  if (typeof from === 'string') {
    const mayBeUnknown = Object.hasOwn(facts, from) && facts[from]?.unknown_allowed
    return mayBeUnknown ? [finding('deadline-may-be-unknown', at, { fact: from })] : []
  }
  if (!order.steps.has(from.done) || everythingBefore(order, key).has(from.done)) return []
  const isLater = from.done === key || everythingBefore(order, from.done).has(key)
  return [finding(isLater ? 'deadline-not-before' : 'deadline-not-certain', at, { id: from.done })]
}

function waitFindings({ key, step, path }: PlacedStep, order: Order): Finding[] {
  const from = step.waits?.from
  if (from === undefined || typeof from === 'string' || !order.steps.has(from.done)) return []
  return everythingBefore(order, key).has(from.done)
    ? []
    : [finding('wait-not-before', [...path, 'waits', 'from'], { id: from.done })]
}

function replyFindings({ track, index, step, path }: PlacedStep, order: Order): Finding[] {
  return repliesOf(step).flatMap(({ back_to: target }, i) => {
    const place = target && order.steps.get(target)
    if (!target || !place) return []
    const at = [...path, 'replies', i, 'back_to']
    const leadsBack = place.track === track && place.index <= index
    return [
      ...(leadsBack ? [] : [finding('back-to-not-back', at, { id: target })]),
      ...(i === 0 ? [finding('back-to-loops', at)] : []),
    ]
  })
}
