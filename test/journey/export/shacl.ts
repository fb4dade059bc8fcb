import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from '../../support/project.ts'

/**
 * As much of Turtle, JSON-LD and SHACL as the official CPSV-AP shapes and our own export use, and it says so where a file
 * uses more: a validator of the whole of SHACL would be a dependency of a dozen packages.
 */

const FOLDER = process.env.POLKU_TEST_DATA ?? join(PROJECT, '..', 'shared', 'data')
const FILE = join(FOLDER, 'cpsv-ap', 'cpsv-ap-SHACL.ttl')
export const hasShapes = existsSync(FILE)
export const WITHOUT_SHAPES = `${FILE} is not there: the official shapes are shared test data (POLKU_TEST_DATA)`

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const SH = 'http://www.w3.org/ns/shacl#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

type Term = { readonly id: string } | { readonly value: string; readonly datatype: string }
export type Triple = { readonly subject: string; readonly predicate: string; readonly object: Term }
type Constraint = { readonly path: string; readonly name: string; readonly value: string }
export type Shapes = ReadonlyMap<string, readonly Constraint[]>

const KNOWN = ['minCount', 'maxCount', 'class', 'datatype']
const SILENT = ['path', 'name', 'description', 'property', 'targetClass', 'closed']

/** The constraints of the official shapes by the class they are for. */
export function readShapes(text = readFileSync(FILE, 'utf8')): Shapes {
  const triples = readTurtle(text)
  const of = (subject: string, name: string) =>
    triples.filter((one) => one.subject === subject && one.predicate === SH + name).map(({ object }) => plain(object))
  const used = new Set(
    triples.flatMap(({ predicate }) => (predicate.startsWith(SH) ? [predicate.slice(SH.length)] : [])),
  )
  const unknown = [...used].filter((name) => ![...KNOWN, ...SILENT].includes(name))
  if (unknown.length > 0) throw new Error(`these shapes use more of SHACL than is read here: ${unknown.join(', ')}`)

  const shapes = new Map<string, Constraint[]>()
  for (const { subject, object } of triples.filter(({ predicate }) => predicate === `${SH}targetClass`)) {
    const constraints = of(subject, 'property').flatMap((property) =>
      KNOWN.flatMap((name) =>
        of(property, name).map((value) => ({ path: of(property, 'path')[0] ?? '', name, value })),
      ),
    )
    shapes.set(plain(object), [...(shapes.get(plain(object)) ?? []), ...constraints])
  }
  return shapes
}

/** Every breach of the shapes in a graph; none means that it conforms. */
export function breaches(shapes: Shapes, triples: readonly Triple[]): readonly string[] {
  const values = new Map<string, Term[]>()
  for (const { subject, predicate, object } of triples) {
    const key = `${subject} ${predicate}`
    const known = values.get(key) ?? []
    // RDF is a set: the same value twice is one value.
    if (!known.some((one) => JSON.stringify(one) === JSON.stringify(object))) values.set(key, [...known, object])
  }
  const isOf = (id: string, type: string) => (values.get(`${id} ${RDF}type`) ?? []).some((one) => plain(one) === type)
  return triples
    .filter(({ predicate }) => predicate === `${RDF}type`)
    .flatMap(({ subject, object }) =>
      (shapes.get(plain(object)) ?? []).flatMap(({ path, name, value }) => {
        const found = values.get(`${subject} ${path}`) ?? []
        const said = `${name} ${value}: ${subject} ${path}`
        if (name === 'minCount') return found.length < Number(value) ? [said] : []
        if (name === 'maxCount') return found.length > Number(value) ? [said] : []
        const fits = (term: Term) => (name === 'class' ? 'id' in term && isOf(term.id, value) : isDatatype(term, value))
        return found.every(fits) ? [] : [said]
      }),
    )
}

const LEXICAL: Readonly<Record<string, RegExp>> = {
  [`${XSD}double`]: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  [`${XSD}duration`]: /^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/,
}

/** The named datatype and written as it wants it: SHACL counts an ill-formed literal as a breach. */
function isDatatype(term: Term, datatype: string): boolean {
  return !('id' in term) && term.datatype === datatype && (LEXICAL[datatype]?.test(term.value) ?? true)
}

function plain(term: Term): string {
  return 'id' in term ? term.id : term.value
}

/** Turtle without blank nodes, collections, bases and long texts. */
function readTurtle(text: string): readonly Triple[] {
  const token = /@prefix|<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^\S+)?|[;,.](?=\s|$)|[^\s;,"<>]+/g
  const tokens = text.match(token) ?? []
  const prefixes = new Map<string, string>()
  const triples: Triple[] = []
  let subject: string | undefined
  let predicate: string | undefined
  const term = (word: string): Term => {
    if (word.startsWith('"')) return { value: word.slice(1, word.lastIndexOf('"')), datatype: `${RDF}langString` }
    if (word.startsWith('<')) return { id: word.slice(1, -1) }
    if (word === 'a') return { id: `${RDF}type` }
    const [prefix = '', local] = word.split(':')
    if (local === undefined) return { value: word, datatype: /^\d+$/.test(word) ? `${XSD}integer` : `${XSD}boolean` }
    const base = prefixes.get(prefix)
    if (base === undefined) throw new Error(`no prefix for ${word}`)
    return { id: base + local }
  }
  for (let i = 0; i < tokens.length; i += 1) {
    const word = tokens[i] ?? ''
    if (word === '@prefix') {
      prefixes.set((tokens[i + 1] ?? '').slice(0, -1), (tokens[i + 2] ?? '').slice(1, -1))
      i += 3
    } else if (word === '.') [subject, predicate] = [undefined, undefined]
    else if (word === ';') predicate = undefined
    else if (word === ',') continue
    else if (subject === undefined) subject = plain(term(word))
    else if (predicate === undefined) predicate = plain(term(word))
    else triples.push({ subject, predicate, object: term(word) })
  }
  return triples
}

/** JSON-LD whose context holds nothing but prefixes. */
export function readJsonLd(text: string): readonly Triple[] {
  const { '@context': prefixes, '@graph': graph } = JSON.parse(text)
  const triples: Triple[] = []
  let blank = 0
  const iri = (name: string): string => {
    const [prefix = '', ...rest] = name.split(':')
    return Object.hasOwn(prefixes, prefix) ? prefixes[prefix] + rest.join(':') : name
  }
  const objectOf = (value: unknown): Term => {
    if (typeof value === 'string') return { value, datatype: `${XSD}string` }
    if (typeof value === 'number')
      return { value: String(value), datatype: Number.isInteger(value) ? `${XSD}integer` : `${XSD}double` }
    if (typeof value !== 'object' || value === null) throw new Error(`not read here: ${value}`)
    if (!('@value' in value)) return { id: nodeOf(value) }
    const datatype =
      '@language' in value ? `${RDF}langString` : iri(String('@type' in value ? value['@type'] : 'xsd:string'))
    const language = '@language' in value ? `@${value['@language']}` : ''
    return { value: `${value['@value']}${language}`, datatype }
  }
  const nodeOf = (node: object): string => {
    const { '@id': id, '@type': type = [], ...properties } = node as Record<string, unknown>
    blank += 1
    const subject = typeof id === 'string' ? iri(id) : `_:${blank}`
    for (const one of [type].flat())
      triples.push({ subject, predicate: `${RDF}type`, object: { id: iri(String(one)) } })
    for (const [name, values] of Object.entries(properties))
      for (const value of [values].flat()) triples.push({ subject, predicate: iri(name), object: objectOf(value) })
    return subject
  }
  for (const node of graph) nodeOf(node)
  return triples
}
