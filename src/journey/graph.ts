import type { Definition, Step, StepKey } from './definition.ts'
import type { Path } from './finding.ts'

/** A step and where it stands. */
export type PlacedStep = {
  readonly key: StepKey
  readonly track: string
  readonly index: number
  readonly step: Step
  readonly path: Path
}

/** What must be settled before what: the order of each track, the situation before all else, and `needs`. */
export type Order = {
  readonly steps: ReadonlyMap<StepKey, PlacedStep>
  /** the first track: it asks the situation, and the others wait for it */
  readonly situation: string
  readonly before: ReadonlyMap<StepKey, readonly StepKey[]>
  /** what `everythingBefore` has answered already */
  readonly known: Map<StepKey, ReadonlySet<StepKey>>
}

/** Every step of a definition in the order it is written. */
export function stepsOf(definition: Definition): PlacedStep[] {
  return Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps.map((step, index) => ({
      key: stepKey(track, step.id),
      track,
      index,
      step,
      path: ['tracks', track, 'steps', index],
    })),
  )
}

function stepKey(track: string, step: string): StepKey {
  return `${track}/${step}`
}

/** Track order and `needs` as one graph. Needed steps that do not exist are left out: the lint reports them. */
export function orderOf(definition: Definition): Order {
  const placed = stepsOf(definition)
  const steps = new Map(placed.map((place) => [place.key, place]))
  const situation = Object.keys(definition.tracks)[0] ?? ''
  const lastOfSituation = placed.filter(({ track }) => track === situation).at(-1)?.key
  const before = new Map(
    placed.map((place, i) => [place.key, directlyBefore(place, placed[i - 1], lastOfSituation, steps)]),
  )
  return { steps, situation, before, known: new Map() }
}

/** Every step that is settled whenever this one opens; itself only where it stands in a circle. */
export function everythingBefore(order: Order, key: StepKey): ReadonlySet<StepKey> {
  const known = order.known.get(key)
  if (known) return known
  const found = new Set<StepKey>()
  const open = [...(order.before.get(key) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue
    found.add(next)
    const further = order.known.get(next) ?? order.before.get(next) ?? []
    for (const before of further) if (!found.has(before)) open.push(before)
  }
  order.known.set(key, found)
  return found
}

/** One circle for each knot of steps that wait for each other: its steps in the order of waiting, the first not repeated. */
export function circlesOf(order: Order): StepKey[][] {
  const settled = new Set<StepKey>()
  const circles: StepKey[][] = []
  for (const key of order.steps.keys()) {
    const circle = settled.has(key) ? undefined : circleFrom(key, order, settled)
    if (circle) circles.push(circle)
  }
  return circles
}

/** Walks back along what comes before, on a list instead of the call stack: 500 steps may stand in one row. */
function circleFrom(start: StepKey, order: Order, settled: Set<StepKey>): StepKey[] | undefined {
  const trail: { key: StepKey; open: StepKey[] }[] = [{ key: start, open: [...(order.before.get(start) ?? [])] }]
  let circle: StepKey[] | undefined
  for (let last = trail.at(-1); last; last = trail.at(-1)) {
    const next = last.open.pop()
    const met = trail.findIndex(({ key }) => key === next)
    if (next === undefined) {
      settled.add(last.key)
      trail.pop()
    } else if (met >= 0) circle ??= trail.slice(met).map(({ key }) => key)
    else if (!settled.has(next)) trail.push({ key: next, open: [...(order.before.get(next) ?? [])] })
  }
  return circle
}

function directlyBefore(
  { step, track }: PlacedStep,
  previous: PlacedStep | undefined,
  lastOfSituation: StepKey | undefined,
  steps: ReadonlyMap<StepKey, PlacedStep>,
): StepKey[] {
  const needs = (step.needs ?? []).filter((key) => steps.has(key))
  if (previous?.track === track) return previous.step.id === step.id ? needs : [previous.key, ...needs]
  const isFirstTrack = lastOfSituation === undefined || lastOfSituation.startsWith(`${track}/`)
  return isFirstTrack ? needs : [lastOfSituation, ...needs]
}
