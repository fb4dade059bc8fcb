import type { Journey } from '#src/journey/compile.ts'
import type { FactValue } from '#src/journey/definition.ts'
import { domainsOf, type Situations, situationsOf } from '#src/journey/situations.ts'
import { type Burdens, burdensOf, MEASURES, type Range, type SideBurden, spared } from './burden.ts'

/** The least and the most that any situation costs, and that it is spared. */
export type BurdenRange = Pick<Burdens, 'today' | 'proposed'> & {
  readonly spared: SideBurden
  /** of how many situations; `cut`: not every combination was tried, only every two answers together */
  readonly count: number
  readonly cut: boolean
}

/** As many as can be tried while somebody waits for a page. */
const AT_ONCE = 500
const MOST_SITUATIONS = 20_000
/** Situations between which other requests get their turn. */
const SLICE = 50
// Months differ in length: all situations are counted from one day.
const ANY_DAY = '2026-03-01'

const known = new WeakMap<Journey, { range: BurdenRange | undefined }>()

/**
 * What a version costs over all situations, counted once and kept for as long as the version is: at once where there are
 * few, else beside other work; until then undefined.
 */
export function burdenRangeOf(journey: Journey): BurdenRange | undefined {
  const kept = known.get(journey)
  if (kept) return kept.range
  const situations = situationsIn(journey)
  const counting = { range: undefined as BurdenRange | undefined }
  known.set(journey, counting)
  if (situations.count <= AT_ONCE) counting.range = countAll(journey, situations)
  else void countBeside(journey, situations).then((range) => Object.assign(counting, { range }))
  return counting.range
}

export function countAll(journey: Journey, situations = situationsIn(journey)): BurdenRange {
  const slices = counted(journey, situations)
  let slice = slices.next()
  while (!slice.done) slice = slices.next()
  return slice.value
}

async function countBeside(journey: Journey, situations: Situations): Promise<BurdenRange> {
  const slices = counted(journey, situations)
  for (let slice = slices.next(); ; slice = slices.next()) {
    if (slice.done) return slice.value
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Every value that the conditions of the steps tell apart. */
export function situationsIn({ definition, places }: Journey): Situations {
  const conditions = [...places.values()].flatMap(({ step }) => (step.when === undefined ? [] : [step.when]))
  return situationsOf(domainsOf(conditions, definition), MOST_SITUATIONS)
}

function* counted(journey: Journey, { each, cut }: Situations): Generator<undefined, BurdenRange> {
  const widest = new Map<string, Range>()
  const met = new Set<string>()
  let count = 0
  for (const situation of each) {
    count += 1
    if (count % SLICE === 0) yield
    const places = concerning(journey, situation)
    const key = places.map((place) => place.key).join()
    if (met.has(key)) continue
    met.add(key)
    const burdens = burdensOf(
      places.map(({ step }) => step),
      ANY_DAY,
    )
    for (const measure of MEASURES) {
      widen(widest, `today ${measure}`, burdens.today[measure])
      widen(widest, `proposed ${measure}`, burdens.proposed[measure])
      widen(widest, `spared ${measure}`, spared(burdens, measure))
    }
  }
  const side = (name: string) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, widest.get(`${name} ${measure}`)])) as SideBurden
  return { today: side('today'), proposed: side('proposed'), spared: side('spared'), count, cut }
}

/** A question that does not concern somebody is not asked: what follows from its answer does not come either. */
function concerning({ places }: Journey, situation: Readonly<Record<string, FactValue>>) {
  const facts: Record<string, FactValue> = { ...situation }
  return [...places.values()].filter(({ step, applies }) => {
    if (applies(facts) !== false) return true
    if (step.kind === 'question') for (const fact of step.asks) facts[fact] = null
    return false
  })
}

function widen(widest: Map<string, Range>, name: string, range: Range | undefined) {
  if (!range) return
  const { from, to } = widest.get(name) ?? range
  widest.set(name, { from: Math.min(from, range.from), to: Math.max(to, range.to) })
}
