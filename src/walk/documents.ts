import type { Place } from '#src/journey/compile.ts'
import type { Persona, Share, Step, StepKey, Words } from '#src/journey/definition.ts'
import type { Here } from './here.ts'
import { namesOf } from './read-told.ts'

/** Simulated: an example person's, or a day the walker told, as figures. */
export type Given = string | Words
/** How a detail came to stand in a document, or why it does not. Dates are simulated. */
export type Origin =
  | {
      readonly kind: 'given'
      readonly document: string
      readonly by: readonly string[]
      /** the hand-over that brought it; undefined: whoever made the document has it already */
      readonly share: Share | undefined
      readonly on: string | null
      /** hand-overs to whoever made the document that the walker refused: it may lack something */
      readonly lacks: readonly Share[]
    }
  | { readonly kind: 'awaited'; readonly document: string; readonly by: readonly string[] }
  | { readonly kind: 'refused'; readonly share: Share }
  /** no document brings it: the walker fills it in, with an example to begin with */
  | { readonly kind: 'own' }
export type Line = {
  readonly item: string
  /** of its field, and under which the walk keeps what the walker wrote */
  readonly name: string
  readonly given: Given | undefined
  readonly origin: Origin
  /** what the walker wrote in its place */
  readonly correction: string | undefined
}
export type Paper = {
  /** what the step produces: the first of them is the document on the page */
  readonly document: string
  readonly lines: readonly Line[]
  /** undefined: nothing to sign */
  readonly signature: { readonly name: string; readonly isGiven: boolean } | undefined
}

/** Under which name a walk keeps what the walker wrote over a detail: one row for all documents, so that it flows on. */
export function lineName(item: string): string {
  return `line-${item}`
}

export function signatureName(document: string): string {
  return `sign-${document}`
}

/** What is told about documents, and not about the situation. */
export function isOnPaper(name: string): boolean {
  return name.startsWith('line-') || name.startsWith('sign-')
}

/** The document that a step works on, as far as earlier steps have filled it in; undefined where it works on none. */
export function paperAt(here: Here, { step }: Place): Paper | undefined {
  if (step.kind !== 'task' || !step.uses || !step.produces) return undefined
  const documents = here.journey.definition.documents ?? {}
  const document = step.produces.find((id) => documents[id]?.signed) ?? step.produces[0]
  if (document === undefined) return undefined
  const { holds, signed } = documents[document] ?? { holds: [], signed: undefined }
  const example = exampleIn(here)
  return {
    document,
    lines: holds.map((item) => lineOf(here, step, item, example)),
    signature: signed
      ? { name: signatureName(document), isGiven: here.told[signatureName(document)] === 'yes' }
      : undefined,
  }
}

/** Nobody is asked for real figures: whoever walks as themselves sees those of the example person most like them. */
export function exampleIn({ version, walk, journey, told }: Here): Persona | undefined {
  const own = version.personas.find(({ id }) => id === walk.persona)
  if (own) return own
  const asked = [...journey.places.values()].flatMap(({ step }) => (step.kind === 'question' ? namesOf(step) : []))
  const alike = ({ facts }: Persona) => asked.filter((name) => name in told && facts[name] === told[name]).length
  return version.personas.toSorted((one, other) => alike(other) - alike(one))[0]
}

function lineOf(here: Here, step: Step, item: string, example: Persona | undefined): Line {
  const origin = originOf(here, { uses: step.uses ?? [], item, providers: [step.provider ?? []].flat() })
  const correction = here.told[lineName(item)]
  return {
    item,
    name: lineName(item),
    origin,
    given: origin.kind === 'given' || origin.kind === 'own' ? givenTo(here, item, example) : undefined,
    correction: typeof correction === 'string' ? correction : undefined,
  }
}

/** A day that the walker told is theirs; everything else is made up. */
function givenTo({ journey, told }: Here, item: string, example: Persona | undefined): Given | undefined {
  const fact = journey.definition.data?.[item]?.fact
  const day = fact === undefined ? undefined : told[fact]
  return typeof day === 'string' ? inFigures(day) : example?.data?.[item]
}

/** As a Finnish form has it in every language: 3.3.2026. */
function inFigures(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day}.${month}.${year}`
}

type Seeking = { readonly uses: readonly string[]; readonly item: string; readonly providers: readonly string[] }

/** Follows a detail back through the documents it stands in; `seen` keeps two steps that use each other's from going on for ever. */
function originOf(here: Here, { uses, item, providers }: Seeking, seen: readonly StepKey[] = []): Origin {
  const { documents = {} } = here.journey.definition
  const document = uses.find((id) => documents[id]?.holds.includes(item))
  const maker = document === undefined ? undefined : makerOf(here, document, seen)
  if (document === undefined || !maker) return { kind: 'own' }
  const { step, key } = maker
  const makers = [step.provider ?? 'self'].flat()
  const shares = step.kind === 'task' ? [] : (step.shares ?? []).filter(({ data }) => data.includes(item))
  const share = broughtBy(shares, ['self', ...providers, ...makers])
  if (share && isRefused(here, share)) return { kind: 'refused', share }
  const before = originOf(here, { uses: step.uses ?? [], item, providers: makers }, [...seen, key])
  if (before.kind === 'refused') return before
  const giver = share ? [share.from] : makers
  const by = step.kind === 'task' ? ['self'] : giver
  const { done } = here.walk.progress.record
  if (!(key in done)) return { kind: 'awaited', document, by }
  const lacks = shares.filter((other) => other !== share && makers.includes(other.to) && isRefused(here, other))
  return { kind: 'given', document, by, share, on: done[key] ?? null, lacks }
}

/** Of several hand-overs of a detail, the one to whoever comes first in the list. */
function broughtBy(shares: readonly Share[], to: readonly string[]): Share | undefined {
  const receiver = to.find((party) => shares.some((share) => share.to === party))
  return shares.find((share) => share.to === receiver) ?? shares[0]
}

/** The step that made a document, or will: of several that concern the walker, one that has been gone through. */
function makerOf({ steps, walk }: Here, document: string, seen: readonly StepKey[]): Place | undefined {
  const makers = steps
    .map(({ place }) => place)
    .filter(({ key, step }) => step.produces?.includes(document) && !seen.includes(key))
  return makers.find(({ key }) => key in walk.progress.record.done) ?? makers[0]
}

export function isRefused({ told }: Pick<Here, 'told'>, { id, basis }: Share): boolean {
  return basis === 'consent' && told[`share-${id}`] === 'no'
}
