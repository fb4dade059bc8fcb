import { factsOf, isTooLarge, type Prepared, prepare, sizeOf, type Truth } from './condition.ts'
import type { Condition, Definition, Facts, FactValue, StepKey } from './definition.ts'
import { type Asker, askersOf, isCertain } from './fact-askers.ts'
import { type Finding, finding, type Path } from './finding.ts'
import type { Order, PlacedStep } from './graph.ts'
import { domainsOf, situationsOf } from './situations.ts'

/** For each truth a condition can have, a situation in which it does; none where no situation does. */
type Seen = { true?: Facts; false?: Facts; unknown?: Facts }
type Tried = Tries & { readonly seen: Seen }
/** How many situations there are, and whether not all were tried; `short`: not even all pairs of values were. */
type Tries = { readonly count: number; readonly cut: boolean; readonly short: boolean }

export type StepProof = {
  readonly step: StepKey
  /** the facts its condition reads */
  readonly reads: readonly string[]
  readonly seen: Seen
  /** situations there are; not all were tried where `cut` */
  readonly situations: number
  readonly cut: boolean
}
/** A needed step that is passed by, and so counts as met, while the step that needs it is on the path. */
export type NeedsProof = { readonly step: StepKey; readonly needs: StepKey; readonly situation: Facts }

/** One run of the proof: what it looks at, how much it has tried, and conditions already answered. */
export type Trial = {
  readonly definition: Definition
  readonly order: Order
  readonly askers: ReadonlyMap<string, readonly Asker[]>
  tried: number
  /** how many parts of conditions have been looked at; see `isExhausted` */
  work: number
  readonly known: Map<string, Tried>
  readonly prepared: Map<Condition, PreparedCondition>
}

/** A condition made ready to be tried. `isSound`: not too large, and reads facts that exist; else the lint has said so. */
type PreparedCondition = {
  readonly holds: Prepared
  readonly size: number
  readonly reads: ReadonlySet<string>
  readonly isSound: boolean
}

// A journey of ordinary size needs some thousands. Beyond this the rest is cut early, so that a proof always takes less
// than a fifth of a second.
const MOST_IN_ALL = 300_000
const CUT_EARLY = 500
// Pairs of values are many too where facts and options are: after this the proof ends, and says so. The largest shipped
// journey looks at some 100,000 parts.
const MOST_WORK = 2_000_000
// Making a part ready costs about as much as looking at it ten times.
const MAKING_READY = 10
// Finding the values worth trying costs about as much as trying this many situations.
const FINDING_VALUES = 30

/** Begins a run of the proof. */
export function startTrial(definition: Definition, order: Order): Trial {
  return { definition, order, askers: askersOf(order), tried: 0, work: 0, known: new Map(), prepared: new Map() }
}

/** True when the proof has ended before it was through: what it has not found may be there all the same. */
export function isExhausted({ work }: Trial): boolean {
  return work > MOST_WORK
}

/** A condition of the definition, made ready once for the whole run. */
export function preparedIn(trial: Trial, condition: Condition): PreparedCondition {
  const known = trial.prepared.get(condition)
  if (known) return known
  const { facts, conditions } = trial.definition
  const reads = factsOf(condition, conditions)
  const size = sizeOf(condition, conditions)
  const isSound = !isTooLarge(size) && reads.size > 0 && [...reads].every((fact) => Object.hasOwn(facts, fact))
  const made = { holds: isSound ? prepare(condition, conditions) : neverKnown, size, reads, isSound }
  trial.prepared.set(condition, made)
  trial.work += made.size * MAKING_READY
  return made
}

/** Whether each step can be on the path, can be passed by, can be a "perhaps". */
export function proveSteps(trial: Trial): { proofs: StepProof[]; findings: Finding[] } {
  const results = [...trial.order.steps.values()].map((place) => proveStep(place, trial))
  return { proofs: results.map(({ proof }) => proof), findings: results.flatMap(({ findings }) => findings) }
}

/** Conditions with a name, and those of notes, that hold in no situation or in every one. */
export function proveConditions(trial: Trial): Finding[] {
  const named = Object.entries(trial.definition.conditions ?? {}).map(([id, when]) => ({
    when,
    path: ['conditions', id] as Path,
  }))
  const notes = [...trial.order.steps.values()].flatMap(({ step, path }) =>
    (step.notes ?? []).flatMap(({ when }, i) =>
      when === undefined ? [] : [{ when, path: [...path, 'notes', i, 'when'] }],
    ),
  )
  return [...named, ...notes].flatMap(({ when, path }) => {
    if (!preparedIn(trial, when).isSound) return []
    const { seen, cut } = tryOut(when, trial)
    if (!seen.true && !cut) return [finding('condition-never-true', path)]
    return isAlwaysTrue(seen, cut) ? [finding('condition-always-true', path)] : []
  })
}

/** Pairs in which a needed step is passed by while the needing one is on the path. */
export function proveNeeds(trial: Trial): { proofs: NeedsProof[]; findings: Finding[] } {
  const pairs = [...trial.order.steps.values()].flatMap((place) =>
    (place.step.needs ?? []).flatMap((key, i) => {
      const needed = trial.order.steps.get(key)
      const situation = needed?.step.when === undefined ? undefined : metWithout(place, needed.step.when, trial)
      return situation ? [{ step: place.key, needs: key, situation, path: [...place.path, 'needs', i] }] : []
    }),
  )
  return {
    proofs: pairs.map(({ step, needs, situation }) => ({ step, needs, situation })),
    findings: pairs.map(({ needs, situation, path }) =>
      finding('needed-passed-by', path, { needs, situation: situationText(situation) }),
    ),
  }
}

/** `place = abroad, will = ?`: a situation in the definition's own ids; `?` is not known. */
export function situationText(facts: Facts): string {
  return Object.entries(facts)
    .map(([fact, value]) => `${fact} = ${value ?? '?'}`)
    .join(', ')
}

function neverKnown(): Truth {
  return 'unknown'
}

/** Tries a question on the situations that its conditions can tell apart; stops when `look` has seen enough. */
export function trySituations(
  conditions: readonly Condition[],
  trial: Trial,
  mayBeUnknown: (fact: string) => boolean,
  look: (situation: Record<string, FactValue>) => boolean,
): Tries {
  if (isExhausted(trial)) return { count: 0, cut: true, short: true }
  const cost = conditions.reduce((sum, condition) => sum + preparedIn(trial, condition).size, 1)
  trial.work += cost * FINDING_VALUES
  const domains = domainsOf(conditions, trial.definition, mayBeUnknown)
  const { count, cut, each } = trial.tried > MOST_IN_ALL ? situationsOf(domains, CUT_EARLY) : situationsOf(domains)
  for (const situation of each) {
    trial.tried += 1
    trial.work += cost
    if (look(situation)) break
    if (isExhausted(trial)) return { count, cut: true, short: true }
  }
  return { count, cut, short: false }
}

function proveStep({ key, step, path }: PlacedStep, trial: Trial): { proof: StepProof; findings: Finding[] } {
  const { when } = step
  if (when === undefined || !preparedIn(trial, when).isSound) {
    return { proof: { step: key, reads: [], seen: { true: {} }, situations: 1, cut: false }, findings: [] }
  }
  const { seen, count, cut, short } = tryOut(when, trial)
  const reads = [...preparedIn(trial, when).reads]
  const at = [...path, 'when']
  return {
    proof: { step: key, reads, seen, situations: count, cut },
    findings: [
      ...(seen.true ? [] : [finding(cut ? 'not-proven' : 'never-reached', at, { step: key })]),
      ...(isAlwaysTrue(seen, cut) ? [finding('always-on-path', at)] : []),
      ...(cut && !short ? [finding('cut-to-pairs', at, { count: String(count) })] : []),
    ],
  }
}

function tryOut(when: Condition, trial: Trial): Tried {
  const key = JSON.stringify(when)
  const known = trial.known.get(key)
  if (known) return known

  const { holds } = preparedIn(trial, when)
  const seen: Seen = {}
  const tries = trySituations(
    [when],
    trial,
    (fact) => !isCertain(trial.askers.get(fact) ?? []),
    (situation) => {
      const truth = nameOf(holds(situation))
      seen[truth] ??= { ...situation }
      return seen.true !== undefined && seen.false !== undefined && seen.unknown !== undefined
    },
  )
  const tried = { ...tries, seen }
  trial.known.set(key, tried)
  return tried
}

function metWithout({ step }: PlacedStep, needed: Condition, trial: Trial): Facts | undefined {
  const conditions = step.when === undefined ? [needed] : [step.when, needed]
  if (isExhausted(trial) || !conditions.every((condition) => preparedIn(trial, condition).isSound)) return undefined

  const isNeeded = preparedIn(trial, needed).holds
  const isOnPath = step.when === undefined ? () => true : preparedIn(trial, step.when).holds
  let found: Facts | undefined
  trySituations(
    conditions,
    trial,
    () => false,
    (situation) => {
      if (isNeeded(situation) === false && isOnPath(situation) === true) found = { ...situation }
      return found !== undefined
    },
  )
  return found
}

function isAlwaysTrue(seen: Seen, cut: boolean): boolean {
  return seen.true !== undefined && seen.false === undefined && seen.unknown === undefined && !cut
}

function nameOf(truth: Truth): 'true' | 'false' | 'unknown' {
  if (truth === 'unknown') return truth
  return truth ? 'true' : 'false'
}
