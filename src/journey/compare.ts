import type { Definition, StepKey } from './definition.ts'
import { type PlacedStep, stepsOf } from './graph.ts'
import { PARTS, type Part, partsOf } from './step-parts.ts'
import { canonicalJson } from './version.ts'

export type { Part } from './step-parts.ts'

/** A step that differs between two versions: under its name now, or, where it is gone, under the name it had. */
export type StepChange = {
  readonly step: StepKey
  /** what it was called before, where it was there */
  readonly was: StepKey | undefined
  /** moved: nothing but its place is different */
  readonly kind: 'added' | 'changed' | 'removed' | 'moved'
  /** what is different, in the order a page tells it; empty for a step that came or went */
  readonly parts: readonly Part[]
}

// Names and questions to the participants may change without anything being different for whoever walks the step.
const UNFELT: ReadonlySet<Part> = new Set(['id', 'reference', 'statements', 'prompts', 'variants'])

/**
 * What became different from one definition to the next: steps in the order of `after`, then those that are gone. A step
 * is known again by its name, else by `was` (also one that gets its old name back), else by its id where that alone came
 * up in another track. Steps that only made room for one that moved have not moved. `earlier` says which step is which
 * where there were versions in between.
 */
export function compare(
  before: Definition,
  after: Definition,
  earlier: EarlierNames = earlierNames(before, after),
): readonly StepChange[] {
  const old = new Map(stepsOf(before).map((place) => [place.key, place]))
  const now = stepsOf(after)
  const stayed = stayedInOrder(now, old, earlier)
  const renamed = new Map([...earlier].flatMap(([key, names]) => names.map((was) => [was, key] as const)))
  const met = new Set([...earlier.values()].flat())

  const changed = now.flatMap((place): StepChange[] => {
    const [was] = earlier.get(place.key) ?? []
    const from = was && old.get(was)
    if (!from) return [{ step: place.key, was: undefined, kind: 'added', parts: [] }]
    const parts = differing({ before, from, renamed }, { after, place, stayed })
    return parts.length > 0 ? [{ step: place.key, was, kind: kindOf(parts), parts }] : []
  })
  const gone = [...old.keys()].filter((key) => !met.has(key))
  return [...changed, ...gone.map((step): StepChange => ({ step, was: step, kind: 'removed', parts: [] }))]
}

/** The names every step had before, the likeliest first. */
export type EarlierNames = ReadonlyMap<StepKey, readonly StepKey[]>

/**
 * The same across any number of versions, oldest first: a step renamed in one and again in the next is still known. One
 * that was left out and came back under its own name is the same step too.
 */
export function namesAcross(definitions: readonly Definition[]): EarlierNames {
  const [first, ...later] = definitions
  if (!first) return new Map()
  let before = first
  let names: EarlierNames = new Map(stepsOf(first).map(({ key }) => [key, [key]]))
  for (const definition of later) {
    const known = names
    names = new Map(
      [...earlierNames(before, definition)].map(([key, was]) => [key, was.flatMap((one) => known.get(one) ?? [])]),
    )
    before = definition
  }
  const met = new Set([...names.values()].flat())
  const cameBack = stepsOf(first).filter(({ key }) => !met.has(key) && (names.get(key) ?? []).length === 0)
  const now = new Set(stepsOf(before).map(({ key }) => key))
  const all = [...names, ...cameBack.filter(({ key }) => now.has(key)).map(({ key }) => [key, [key]] as const)]
  return new Map(all.filter(([, was]) => was.length > 0))
}

/**
 * For every step of `after` that was there before: the names it had, the likeliest first. Several where steps were put
 * together into one.
 */
export function earlierNames(before: Definition, after: Definition): EarlierNames {
  const old = new Map(stepsOf(before).map((place) => [place.key, place]))
  const now = stepsOf(after)
  const names = new Map<StepKey, readonly StepKey[]>()
  const taken = new Set(now.map(({ key }) => key).filter((key) => old.has(key)))
  for (const { key, step } of now) {
    const told = [step.was ?? []].flat().filter((was) => old.has(was) && !taken.has(was))
    if (old.has(key)) names.set(key, [key, ...told])
    else if (told.length > 0) names.set(key, told)
    for (const was of told) taken.add(was)
  }
  for (const { key, step } of now) {
    if (names.has(key)) continue
    const free = [...old.values()].filter((place) => !taken.has(place.key))
    const givenBack = free.filter((place) => [place.step.was ?? []].flat().includes(key))
    const [same, ...others] = givenBack.length > 0 ? givenBack : free.filter((place) => place.step.id === step.id)
    if (!same || others.length > 0) continue
    names.set(key, [same.key])
    taken.add(same.key)
  }
  return names
}

/** Whether a walker meets the difference: a new name or another question to the participants alone is none. */
export function isFelt({ kind, parts }: { readonly kind: string; readonly parts: readonly string[] }): boolean {
  return kind === 'added' || kind === 'removed' || parts.some((part) => !UNFELT.has(part as Part))
}

function kindOf(parts: readonly Part[]): StepChange['kind'] {
  const isPlace = (part: Part) => part === 'order' || part === 'track'
  return parts.some(isPlace) && parts.every((part) => isPlace(part) || part === 'id') ? 'moved' : 'changed'
}

type Before = { before: Definition; from: PlacedStep; renamed: ReadonlyMap<string, StepKey> }
type After = { after: Definition; place: PlacedStep; stayed: ReadonlySet<StepKey> }

function differing({ before, from, renamed }: Before, { after, place, stayed }: After): readonly Part[] {
  const old = partsOf(before, from.step)
  const now = partsOf(after, place.step)
  const isInTrack = from.track === place.track
  return PARTS.filter((part) => {
    if (part === 'track') return !isInTrack
    if (part === 'order') return isInTrack && !stayed.has(place.key)
    return text(withNewNames(old[part], renamed)) !== text(now[part])
  })
}

function text(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value)
}

/** A step that waits for a renamed one waits for the same step still. */
function withNewNames(value: unknown, renamed: ReadonlyMap<string, StepKey>): unknown {
  if (typeof value === 'string') return renamed.get(value) ?? value
  if (Array.isArray(value)) return value.map((item) => withNewNames(item, renamed))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNewNames(item, renamed)]))
}

/** Within each track the largest set of steps that still follow one another as before: only the others have moved. */
function stayedInOrder(
  now: readonly PlacedStep[],
  old: ReadonlyMap<StepKey, PlacedStep>,
  earlier: ReadonlyMap<StepKey, readonly StepKey[]>,
): ReadonlySet<StepKey> {
  const stayed = new Set<StepKey>()
  for (const track of new Set(now.map((place) => place.track))) {
    const row = now.flatMap((place) => {
      const [was] = earlier.get(place.key) ?? []
      const from = was && old.get(was)
      return from && place.track === track && from.track === track ? [{ key: place.key, index: from.index }] : []
    })
    for (const { key } of longestRising(row)) stayed.add(key)
  }
  return stayed
}

function longestRising<Placed extends { readonly index: number }>(row: readonly Placed[]): readonly Placed[] {
  const endings: (readonly Placed[])[] = []
  for (const place of row) {
    const before = endings.filter((rising) => (rising.at(-1)?.index ?? -1) < place.index)
    const longest = before.reduce<readonly Placed[]>((best, one) => (one.length > best.length ? one : best), [])
    endings.push([...longest, place])
  }
  return endings.reduce<readonly Placed[]>((best, one) => (one.length > best.length ? one : best), [])
}
