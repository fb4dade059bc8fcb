import { earlierNames } from '#src/journey/compare.ts'
import type { Definition, Step, Words } from '#src/journey/definition.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { canonicalJson } from '#src/journey/version.ts'

/** A difference that is no step's own: what the journey is called, whom to ring, what a provider is called. */
export type OtherChange = {
  /** where the file has it, without the id of the thing: `help`, `phone` */
  readonly part: readonly string[]
  /** what the thing is called, or its id; undefined for the journey itself */
  readonly of: Words | string | undefined
  /** undefined where there was nothing, and where nothing is left */
  readonly before: unknown
  readonly after: unknown
}

/** Whatever differs besides what `compare` tells of the steps. Help comes first: a wrong number there is the worst of errors. */
export function otherChanges(before: Definition, after: Definition): readonly OtherChange[] {
  return [
    ...helpChanges(before.help ?? [], after.help ?? []),
    ...differing({ part: [], of: undefined }, ownParts(before), ownParts(after)),
    ...thingChanges('tracks', titles(before), titles(after)),
    ...THINGS.flatMap((thing) => thingChanges(thing, before[thing], after[thing])),
    ...stepChanges(before, after),
  ]
}

const THINGS = ['facts', 'providers', 'data', 'documents', 'conditions', 'sources'] as const

/** What a definition says of itself, and whatever may be added to the format later. */
function ownParts(definition: Definition): object {
  const { help, tracks, facts, providers, data, documents, conditions, sources, ...own } = definition
  return own
}

type Help = NonNullable<Definition['help']>[number]

/** A place of help is known again by its name; those left over, one after another: one of them may be called otherwise now. */
function helpChanges(before: readonly Help[], after: readonly Help[]): readonly OtherChange[] {
  const isSame = (one: Help) => (other: Help) => asText(one.name) === asText(other.name)
  const gone = before.filter((one) => !after.some(isSame(one)))
  const come = after.filter((one) => !before.some(isSame(one)))
  const pairs = after.map((now) => ({ now, old: before.find(isSame(now)) ?? gone[come.indexOf(now)] }))
  const removed = gone.slice(come.length)
  return [
    ...pairs.flatMap(({ old, now }) => differing({ part: ['help'], of: (old ?? now).name }, old, now)),
    ...removed.flatMap((old) => differing({ part: ['help'], of: old.name }, old, undefined)),
  ]
}

type Named = Readonly<Record<string, unknown>>

function thingChanges(thing: string, before: Named = {}, after: Named = {}): readonly OtherChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = ids.flatMap((id) =>
    differing({ part: [thing], of: nameOf(before[id] ?? after[id]) ?? id }, before[id], after[id]),
  )
  const isOrdered = thing === 'tracks' || thing === 'facts'
  return isOrdered ? [...changed, ...newOrder({ part: [thing], of: undefined }, before, after)] : changed
}

/** A condition has no name but its own, a source has one that is in no language. */
function nameOf(thing: unknown): Words | string | undefined {
  if (!isRecord(thing)) return undefined
  const name = thing.name ?? thing.title ?? thing.ask
  return typeof name === 'string' || isRecord(name) ? name : undefined
}

function titles({ tracks }: Definition): Named {
  return Object.fromEntries(Object.entries(tracks).map(([id, { title }]) => [id, { title }]))
}

/** The parts of a step that `compare` passes over: where what it says was read, and what it was called before. */
function stepChanges(before: Definition, after: Definition): readonly OtherChange[] {
  const old = new Map(stepsOf(before).map((place) => [place.key, place.step]))
  const earlier = earlierNames(before, after)
  return stepsOf(after).flatMap(({ key, step }) => {
    const [was] = earlier.get(key) ?? []
    const from = was && old.get(was)
    return from ? differing({ part: ['steps'], of: step.title }, passedOver(from), passedOver(step)) : []
  })
}

function passedOver({ today, proposed, notes = [], was }: Step): object {
  const remarks = Object.fromEntries(notes.map(({ id, source }) => [id, { source }]))
  return { was, today: { source: today?.source }, proposed: { source: proposed?.source }, notes: remarks }
}

type Place = Pick<OtherChange, 'part' | 'of'>

/** Goes down to the smallest part that differs, a text in one language. A list is one part. */
function differing({ part, of }: Place, before: unknown, after: unknown): readonly OtherChange[] {
  if (asText(before) === asText(after)) return []
  if (!isRecord(before) || !isRecord(after)) return [{ part, of, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = keys.flatMap((key) => differing({ part: [...part, key], of }, before[key], after[key]))
  const ordered = part.at(-1) === 'facts' ? [before.options, after.options] : []
  return [...changed, ...newOrder({ part: [...part, 'options'], of }, ordered[0], ordered[1])]
}

/** Strands, questions and options are met in the order they are written. */
function newOrder({ part, of }: Place, before: unknown, after: unknown): readonly OtherChange[] {
  if (!isRecord(before) || !isRecord(after)) return []
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(after[id]) ?? id)
  const old = Object.keys(before).filter((id) => id in after)
  const now = Object.keys(after).filter((id) => id in before)
  if (asText(old) === asText(now)) return []
  return [{ part: [...part, 'order'], of, before: named(old), after: named(now) }]
}

function asText(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
