import { type Condition, type Facts, repliesOf } from './definition.ts'
import { type Asker, isCertain } from './fact-askers.ts'
import { type Finding, finding, type Path } from './finding.ts'
import type { Order, PlacedStep } from './graph.ts'
import { isExhausted, preparedIn, situationText, type Trial, trySituations } from './prove-steps.ts'

/**
 * A place that reads a fact. `unsettled` is the condition that an unasked fact would leave open; for a date that is counted
 * from, it is whether the step is on the path at all.
 */
type Reading = {
  readonly fact: string
  readonly place: PlacedStep
  readonly path: Path
  readonly unsettled: readonly Condition[]
  readonly isDate: boolean
}

/**
 * Every fact is asked before it is read: by the situation, or by an earlier step of the same track, and by one that is on
 * the path whenever the reader is. An asking step that may be passed by is tried in every situation both conditions know.
 */
export function factFindings(trial: Trial): Finding[] {
  const readings = [...trial.order.steps.values()].flatMap((place) => readingsOf(place, trial))
  return [
    ...startFindings(trial),
    ...readings.flatMap((reading) => readingFindings(reading, trial.askers.get(reading.fact) ?? [], trial)),
  ]
}

/** Simulated time starts from a fact that everyone is asked first and must answer. */
function startFindings({ definition, order, askers }: Trial): Finding[] {
  const { starts_on: fact, facts } = definition
  if (!Object.hasOwn(facts, fact)) return []
  const path = ['starts_on']
  const inSituation = (askers.get(fact) ?? []).filter(({ place }) => place.track === order.situation)
  return [
    ...(isCertain(inSituation) ? [] : [finding('situation-not-certain', path, { fact })]),
    ...beforeTheClock(inSituation, order),
    ...(facts[fact]?.unknown_allowed
      ? [finding('start-may-be-unknown', ['facts', fact, 'unknown_allowed'], { fact })]
      : []),
  ]
}

/** Neither a provider's reply nor a wait can come before simulated time has begun: such a step would hold everyone for ever. */
function beforeTheClock(askers: readonly Asker[], order: Order): Finding[] {
  const starts = askers.find((asker) => isCertain([asker]))?.place.index ?? Infinity
  return [...order.steps.values()]
    .filter(
      ({ track, index, step }) =>
        track === order.situation && index < starts && (repliesOf(step).length > 0 || step.waits),
    )
    .map(({ path }) => finding('before-the-clock', path))
}

function readingsOf(place: PlacedStep, trial: Trial): Reading[] {
  const { step, path } = place
  const when = step.when === undefined ? [] : [step.when]
  const reading = (condition: Condition, at: Path, unsettled: readonly Condition[]): Reading[] =>
    [...preparedIn(trial, condition).reads].map((fact) => ({ fact, place, path: at, unsettled, isDate: false }))
  const dates = (['deadline', 'waits'] as const).flatMap((key) => {
    const from = step[key]?.from
    return typeof from === 'string'
      ? [{ fact: from, place, path: [...path, key, 'from'], unsettled: when, isDate: true }]
      : []
  })
  const notes = (step.notes ?? []).flatMap((note, i) =>
    note.when === undefined ? [] : reading(note.when, [...path, 'notes', i, 'when'], [...when, note.when]),
  )
  return [...when.flatMap((condition) => reading(condition, [...path, 'when'], when)), ...dates, ...notes]
}

function readingFindings(reading: Reading, askers: readonly Asker[], trial: Trial): Finding[] {
  const { fact, path } = reading
  if (!Object.hasOwn(trial.definition.facts, fact)) return []
  const [first] = askers
  if (!first) return [finding('never-asked', path, { fact })]

  const earlier = askers.filter((asker) => isAskedBefore(asker, reading, trial))
  if (earlier.length === 0) return [finding('read-before-asked', path, { fact, asker: first.place.key })]
  // What a reply sets is known only if somebody chose that reply: its reader is a "perhaps" until then.
  if (isCertain(earlier) || earlier.some(({ by }) => by === 'reply')) return []
  return unaskedFindings(reading, earlier, trial)
}

function isAskedBefore({ place: asker }: Asker, { place: reader }: Reading, { order }: Trial): boolean {
  if (asker.track === reader.track) return asker.index < reader.index
  return asker.track === order.situation
}

/** Looks for a situation in which every asking step is passed by, and the reader is left with a question. */
function unaskedFindings(
  { fact, path, unsettled, isDate }: Reading,
  askers: readonly Asker[],
  trial: Trial,
): Finding[] {
  const whens = askers.flatMap(({ place }) => (place.step.when === undefined ? [] : [place.step.when]))
  const conditions = [...whens, ...unsettled]
  if (isExhausted(trial) || !conditions.every((condition) => preparedIn(trial, condition).isSound)) return []

  const areAsking = whens.map((when) => preparedIn(trial, when).holds)
  const areReading = unsettled.map((condition) => preparedIn(trial, condition).holds)
  let found: Facts | undefined
  trySituations(
    conditions,
    trial,
    () => false,
    (situation) => {
      if (Object.values(situation).includes(null)) return false
      if (areAsking.some((isAsking) => isAsking(situation) !== false)) return false
      const truths = areReading.map((isReading) => isReading({ ...situation, [fact]: null }))
      if (!truths.includes(false) && (isDate || truths.includes('unknown'))) found = { ...situation }
      return found !== undefined
    },
  )
  if (!found) return []
  const asker = askers[0]?.place.key ?? ''
  return [finding('not-asked-on-path', path, { fact, asker, situation: situationText(withoutFact(found, fact)) })]
}

function withoutFact(facts: Facts, left: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== left))
}
