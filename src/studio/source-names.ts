import { journeySchema } from '#src/journey/export/json-schema.ts'
import { at, isRecord, listAt, nameOfItem, namesAt } from './values.ts'

/** What may be written in the text of a journey besides words: the names it has, and the keys of the format. */
export type SourceNames = {
  readonly steps: readonly string[]
  /** every fact with its options */
  readonly facts: Readonly<Record<string, readonly string[]>>
  readonly providers: readonly string[]
  readonly data: readonly string[]
  readonly documents: readonly string[]
  readonly conditions: readonly string[]
}

export function sourceNames(tree: unknown): SourceNames {
  const steps = namesAt(tree, ['tracks']).flatMap((track) =>
    listAt(tree, ['tracks', track, 'steps']).map((step, index) => `${track}/${nameOfItem(step, index)}`),
  )
  const options = (fact: string) =>
    at(tree, ['facts', fact, 'type']) === 'boolean' ? ['true', 'false'] : namesAt(tree, ['facts', fact, 'options'])
  return {
    steps,
    facts: Object.fromEntries(namesAt(tree, ['facts']).map((fact) => [fact, options(fact)])),
    providers: namesAt(tree, ['providers']),
    data: namesAt(tree, ['data']),
    documents: namesAt(tree, ['documents']),
    conditions: namesAt(tree, ['conditions']),
  }
}

/** The keys that may stand under a key (`today`), or under each name below it (`facts/*`), and the fixed values of a key. */
export type SourceFormat = {
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly values: Readonly<Record<string, readonly string[]>>
}

let format: SourceFormat | undefined

export function sourceFormat(): SourceFormat {
  format ??= formatIn(journeySchema())
  return format
}

function formatIn(root: object): SourceFormat {
  const keys = new Map<string, Set<string>>()
  const values = new Map<string, Set<string>>()
  const seen = new Set<string>()
  const put = (into: Map<string, Set<string>>, under: string, what: unknown) =>
    into.set(under, (into.get(under) ?? new Set()).add(String(what)))
  const visit = (schema: unknown, under: string) => {
    const ref = at(schema, ['$ref'])
    // A condition holds conditions: each place is gone into once.
    if (ref !== undefined && !seen.has(`${under} ${ref}`)) {
      seen.add(`${under} ${ref}`)
      visit(at(root, String(ref).split('/').slice(1)), under)
    }
    for (const key of namesAt(schema, ['properties'])) {
      put(keys, under, key)
      visit(at(schema, ['properties', key]), key)
    }
    const fixed = at(schema, ['const'])
    const isBoolean = at(schema, ['type']) === 'boolean'
    for (const value of [...listAt(schema, ['enum']), ...(fixed === undefined ? [] : [fixed])])
      put(values, under, value)
    for (const value of isBoolean ? [true, false] : []) put(values, under, value)
    const below = at(schema, ['additionalProperties'])
    if (isRecord(below)) visit(below, `${under}/*`)
    for (const child of [at(schema, ['items']), ...listAt(schema, ['anyOf']), ...listAt(schema, ['oneOf'])])
      if (child !== undefined) visit(child, under)
  }
  visit(root, '')
  return { keys: asLists(keys), values: asLists(values) }
}

function asLists(sets: ReadonlyMap<string, ReadonlySet<string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...sets].map(([under, all]) => [under, [...all]]))
}
