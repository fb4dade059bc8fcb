import type { Definition, Persona } from '#src/journey/definition.ts'
import { canonicalJson } from '#src/journey/version.ts'
import type { Operation } from './document.ts'
import { idFrom } from './new-parts.ts'
import { type NamedKind, type Namer, namedAnew } from './track-names.ts'
import { at, isRecord, listAt, nameOfItem, namesAt, stepPlaces } from './values.ts'

const THINGS = ['facts', 'providers', 'data', 'documents', 'sources', 'conditions'] as const
type ThingKind = (typeof THINGS)[number]

/** What borrowing a track would do to a draft. */
export type BorrowPlan = {
  readonly operations: readonly Operation[]
  readonly track: string
  /** what comes along, by the names it has in the draft */
  readonly brought: readonly { readonly kind: ThingKind; readonly id: string }[]
  /** what is called otherwise here, since its name means something else already */
  readonly renamed: readonly { readonly kind: NamedKind | 'tracks'; readonly from: string; readonly to: string }[]
  /** steps of other tracks and papers made there, which steps of this one named: `needs` of an inventory, say */
  readonly leftOut: readonly { readonly step: string; readonly names: string }[]
  /** facts that nothing asks here yet: a new question asks them */
  readonly asked: readonly string[]
  /** the example people of the draft and those who come along */
  readonly personas: readonly Persona[]
  readonly people: number
}
export type Borrowed = {
  readonly definition: Definition
  readonly personas: readonly Persona[]
  readonly track: string
}

/**
 * A track of another journey with everything it names: facts, providers, data, documents, sources, conditions and example
 * people. What is there already in the same words is used; a name that means something else gets a number. Undefined where
 * there is no such track.
 */
export function planBorrowing(
  tree: unknown,
  personas: readonly Persona[],
  { definition: whole, personas: theirs, track }: Borrowed,
): BorrowPlan | undefined {
  const asItIs = Object.hasOwn(whole.tracks, track) ? whole.tracks[track] : undefined
  if (!asItIs) return undefined
  const source = withoutStrangePapers(tree, asItIs)
  const definition = { ...whole, tracks: { ...whole.tracks, [track]: source } }
  const found = namesFrom(definition, track)
  const names = namesHere(tree, definition, found, track)
  const namer = namerOf(names, track)
  const brought = THINGS.flatMap((kind) =>
    [...found[kind]].flatMap((id) => (names.isThere(kind, id) ? [] : [{ kind, id: names.of(kind, id), from: id }])),
  )
  const steps = source.steps.map((step) => stepHere({ ...step, id: names.steps.get(step.id) ?? step.id }, namer))
  const toAsk = unasked(tree, definition, found, names, track)
  const people = theirs.map((person) => personHere(person, tree, definition, personas, { found, names })).filter(isSome)
  return {
    track: names.track,
    operations: [
      ...brought.map(({ kind, id, from }): Operation => {
        const value = namedAnew(at(definition, [kind, from]), namer, kind === 'conditions' ? ['when'] : [])
        return { do: 'add', path: [kind], id, value }
      }),
      ...(toAsk.length > 0 ? [questionFor(tree, toAsk)] : []),
      { do: 'add', path: ['tracks'], id: names.track, value: { title: source.title, steps } },
    ],
    brought: brought.map(({ kind, id }) => ({ kind, id })),
    renamed: names.renamed,
    leftOut: asItIs.steps.flatMap((step, index) => leftOutOf(step, source.steps[index], track)),
    asked: toAsk,
    personas: [...personas, ...people],
    people: people.length,
  }
}

type Track = Definition['tracks'][string]
type Step = Track['steps'][number]

/** A paper that no step would produce here cannot be used: the step is told without it. */
function withoutStrangePapers(tree: unknown, source: Track): Track {
  const here = stepPlaces(tree).flatMap(({ value }) => listAt(value, ['produces']))
  const produced = new Set([...here, ...source.steps.flatMap(({ produces = [] }) => produces)])
  const steps = source.steps.map((step): Step => {
    const { uses, ...own } = step
    const kept = uses?.filter((id) => produced.has(id)) ?? []
    return kept.length > 0 ? { ...own, uses: kept } : own
  })
  return { ...source, steps }
}

type Found = Readonly<Record<ThingKind | 'shares', ReadonlySet<string>>>

/** Everything that the steps of a track name, and what those things name in turn. */
function namesFrom(definition: Definition, track: string): Found {
  const empty = () => new Set<string>()
  const found = {
    ...{ facts: empty(), providers: empty(), data: empty(), documents: empty() },
    ...{ sources: empty(), conditions: empty(), shares: empty() },
  }
  const note: Namer = (kind, id) => {
    const real = realKind(definition, kind, id)
    if (real === 'steps' || found[real].has(id)) return id
    found[real].add(id)
    if (real !== 'shares') namedAnew(at(definition, [real, id]), note, real === 'conditions' ? ['when'] : [])
    return id
  }
  for (const step of definition.tracks[track]?.steps ?? []) namedAnew(step, note)
  return found
}

/** What a step asks for may be a paper too. */
function realKind({ data = {}, documents = {} }: Definition, kind: NamedKind, id: string): NamedKind {
  return kind === 'data' && !Object.hasOwn(data, id) && Object.hasOwn(documents, id) ? 'documents' : kind
}

type Names = {
  readonly track: string
  readonly own: ReadonlySet<string>
  /** new ids of steps that keep theirs from no other */
  readonly steps: ReadonlyMap<string, string>
  of(kind: NamedKind, id: string): string
  isThere(kind: ThingKind, id: string): boolean
  readonly renamed: BorrowPlan['renamed']
  readonly definition: Definition
}

function namesHere(tree: unknown, definition: Definition, found: Found, track: string): Names {
  const own = new Set((definition.tracks[track]?.steps ?? []).flatMap(({ shares = [] }) => shares.map(({ id }) => id)))
  const renamed: { kind: NamedKind | 'tracks'; from: string; to: string }[] = []
  const named = new Map<string, string>()
  const there = new Set<string>()
  const called = (kind: NamedKind | 'tracks', id: string, taken: readonly string[], between: '-' | '_') => {
    const to = taken.includes(id) ? numbered(id, between, taken) : id
    named.set(`${kind}/${id}`, to)
    if (to !== id) renamed.push({ kind, from: id, to })
    return to
  }
  for (const kind of THINGS) {
    const taken = [...namesAt(tree, [kind])]
    for (const id of found[kind]) {
      const isSame = taken.includes(id) && isAlike(at(tree, [kind, id]), at(definition, [kind, id]))
      if (isSame) there.add(`${kind}/${id}`)
      else taken.push(called(kind, id, taken, '_'))
    }
  }
  const shares = stepPlaces(tree).flatMap(({ value }) => listAt(value, ['shares']).map(nameOfItem))
  for (const id of own) called('shares', id, shares, '-')
  // A step that may be done with a mandate is known by its id alone, in whatever track it stands.
  const isMandate = (step: unknown) => at(step, ['kind']) === 'mandate'
  const mandates = stepPlaces(tree).flatMap(({ step, value }) => (isMandate(value) ? [step] : []))
  const ownMandates = (definition.tracks[track]?.steps ?? []).filter(isMandate)
  const steps = new Map(ownMandates.map(({ id }) => [id, called('steps', id, mandates, '-')]))
  return {
    ...{ own, steps, renamed, definition },
    track: called('tracks', track, namesAt(tree, ['tracks']), '-'),
    of: (kind, id) => named.get(`${kind}/${id}`) ?? id,
    isThere: (kind, id) => there.has(`${kind}/${id}`),
  }
}

function numbered(id: string, between: '-' | '_', taken: readonly string[]): string {
  for (let n = 2; ; n++) if (!taken.includes(`${id}${between}${n}`)) return `${id}${between}${n}`
}

function isAlike(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}

function namerOf(names: Names, track: string): Namer {
  return (kind, id) => {
    if (kind === 'steps') return stepName(names, track, id)
    if (kind === 'shares') return names.own.has(id) ? names.of('shares', id) : undefined
    return names.of(realKind(names.definition, kind, id), id)
  }
}

function stepName(names: Names, track: string, key: string): string | undefined {
  if (!key.startsWith(`${track}/`)) return undefined
  const id = key.slice(track.length + 1)
  return `${names.track}/${names.steps.get(id) ?? id}`
}

/** Without earlier names, which belong to the other journey. A consent to hand-overs that stay behind only tells of them. */
function stepHere(step: Step, namer: Namer): unknown {
  const { was: _, ...own } = step
  const here = namedAnew(own, namer)
  if (!isRecord(here)) return here
  return here.kind === 'consent' && here.consents === undefined ? { ...here, kind: 'info' } : here
}

function leftOutOf(step: Step, kept: Step | undefined, track: string): BorrowPlan['leftOut'] {
  const papers = (step.uses ?? []).filter((id) => !(kept?.uses ?? []).includes(id))
  const names = new Set(papers)
  const { was: _, ...own } = step
  namedAnew(own, (kind, id) => {
    if (kind === 'steps' && !id.startsWith(`${track}/`)) names.add(id)
    return id
  })
  return [...names].map((one) => ({ step: step.id, names: one }))
}

/** Facts of the draft that some step asks or decides are told already; so are those the track itself asks. */
function unasked(tree: unknown, definition: Definition, found: Found, names: Names, track: string): readonly string[] {
  const told = (value: unknown) => [
    ...listAt(value, ['asks']),
    ...(typeof at(value, ['sets']) === 'string' ? [at(value, ['sets'])] : []),
    ...listAt(value, ['replies']).flatMap((reply) => namesAt(reply, ['sets'])),
  ]
  const here = new Set(stepPlaces(tree).flatMap(({ value }) => told(value)))
  const own = new Set((definition.tracks[track]?.steps ?? []).flatMap(told))
  return [...found.facts]
    .filter((id) => !own.has(id))
    .flatMap((id) => {
      const name = names.of('facts', id)
      return here.has(name) ? [] : [name]
    })
}

const QUESTION = { fi: 'Lisää tilanteestasi', sv: 'Mer om din situation', en: 'More about your situation' }

/** Asked at the end of the situation, which everybody goes through first. */
function questionFor(tree: unknown, facts: readonly string[]): Operation {
  const [situation = 'situation'] = namesAt(tree, ['tracks'])
  const path = ['tracks', situation, 'steps']
  const id = idFrom('more about your situation', '-', listAt(tree, path).map(nameOfItem))
  const languages = listAt(tree, ['languages'])
  const title = Object.fromEntries(Object.entries(QUESTION).filter(([language]) => languages.includes(language)))
  return { do: 'add', path, value: { id, kind: 'question', asks: facts, title } }
}

/** An example person as far as the draft asks the same: undefined where nobody knows the day their journey would begin. */
function personHere(
  person: Persona,
  tree: unknown,
  definition: Definition,
  others: readonly Persona[],
  { found, names }: { readonly found: Found; readonly names: Names },
): Persona | undefined {
  const start = at(tree, ['starts_on'])
  const began = person.facts[definition.starts_on]
  if (typeof start !== 'string' || began === undefined) return undefined
  const facts = Object.entries(person.facts).filter(([id]) => found.facts.has(id))
  const told = Object.fromEntries(facts.map(([id, value]) => [names.of('facts', id), value]))
  const data = Object.entries(person.data ?? {}).filter(([id]) => found.data.has(id))
  return {
    id: numberedPerson(person.id, others),
    name: person.name,
    introduction: person.introduction,
    facts: { [start]: began, ...told },
    ...(data.length > 0 && { data: Object.fromEntries(data.map(([id, value]) => [names.of('data', id), value])) }),
  }
}

function numberedPerson(id: string, others: readonly Persona[]): string {
  const taken = others.map((one) => one.id)
  return taken.includes(id) ? numbered(id, '-', taken) : id
}

function isSome<Value>(value: Value | undefined): value is Value {
  return value !== undefined
}
