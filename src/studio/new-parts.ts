import type { Operation } from './document.ts'
import { STEP_KINDS } from './step-form.ts'
import { at, listAt, nameOfItem, namesAt } from './values.ts'

type Texts = Readonly<Record<string, string>>
type StepKind = (typeof STEP_KINDS)[number]

// A key of this name is refused in a file: it means something to the language that reads it.
const RESERVED = 'constructor'

/** An id out of words: `Kerro pankille` is kerro-pankille. Never one that is taken. */
export function idFrom(text: string, between: '-' | '_', taken: readonly string[]): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
  const [first = 'new'] = words
  const all = /^[a-z]/.test(first) ? words : ['n', ...words]
  const base = (all.length > 0 ? all : ['new']).slice(0, 6).join(between)
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}${between}${n}`
    if (!taken.includes(id) && id !== RESERVED) return id
  }
}

function idOf(words: Texts, between: '-' | '_', taken: readonly string[]): string {
  return idFrom(words.en ?? words.fi ?? words.sv ?? Object.values(words)[0] ?? '', between, taken)
}

/** A new step at the end of its track, with everything the format wants of its kind: what is empty, the check asks for. */
export function addStep(
  tree: unknown,
  track: string,
  step: { readonly kind: string; readonly title: Texts },
): Operation {
  const path = ['tracks', track, 'steps']
  const taken = listAt(tree, path).map(nameOfItem)
  const kind = STEP_KINDS.find((one) => one === step.kind) ?? 'task'
  const [provider = 'self'] = namesAt(tree, ['providers'])
  const value = { id: idOf(step.title, '-', taken), kind, title: step.title, ...ofKind(kind, provider) }
  return { do: 'add', path, value }
}

function ofKind(kind: StepKind, provider: string): object {
  if (kind === 'question') return { asks: [] }
  const own = {
    question: {},
    info: {},
    task: {},
    consent: { consents: [] },
    automatic: { replies: [{ id: 'ready', after: 'P7D', text: {}, seen: 'imagined' }] },
    decision: { sets: '' },
    mandate: {
      roles: { helper: { name: {}, basis: 'mandate' } },
      replies: [{ id: 'done', after: 'P7D', text: {}, seen: 'imagined' }],
    },
  }[kind]
  return {
    ...{ provider, ...own },
    today: { what: {}, automation: 'none' },
    proposed: { what: {}, automation: kind === 'automatic' ? 'full' : 'partial', feasibility: 'idea' },
  }
}

/** Several steps at once, one a line, the languages beside each other: `Kerro pankille | Berätta för banken | Tell the bank`. */
export function stepsFromLines(text: string, languages: readonly string[]): readonly Texts[] {
  const lines = text.split('\n').map((line) => line.split(/\s*[|\t]\s*/).map((part) => part.trim()))
  const titles = lines.map((parts) =>
    Object.fromEntries(languages.flatMap((language, index) => (parts[index] ? [[language, parts[index]]] : []))),
  )
  return titles.filter((title) => Object.keys(title).length > 0)
}

export function addTrack(tree: unknown, title: Texts): Operation {
  const id = idOf(title, '-', namesAt(tree, ['tracks']))
  return { do: 'add', path: ['tracks'], id, value: { title, steps: [] } }
}

/** A new fact, provider and so on by its name. */
export function addThing(tree: unknown, kind: string, words: Texts, type = ''): Operation & { readonly id: string } {
  const id = idOf(words, '_', namesAt(tree, [kind]))
  const THINGS: Readonly<Record<string, () => unknown>> = {
    facts: () => newFact(words, type),
    providers: () => ({ sector: 'public', name: words }),
    data: () => ({ name: words, about: 'walker' }),
    documents: () => ({ name: words, holds: [] }),
    sources: () => ({ title: Object.values(words)[0] ?? id }),
    conditions: () => firstCondition(tree),
  }
  return { do: 'add', path: [kind], id, value: THINGS[kind]?.() ?? {} }
}

function newFact(ask: Texts, type: string): unknown {
  return type === 'choice' ? { type, ask, options: { yes: {}, no: {} } } : { type: type || 'boolean', ask }
}

/** A condition needs something to ask: the first fact there is, whatever is known of it, until it is built. */
function firstCondition(tree: unknown): unknown {
  const [fact = 'unknown'] = namesAt(tree, ['facts'])
  return { fact, known: true }
}

/** A new option of a choice. */
export function addOption(tree: unknown, fact: string, words: Texts): Operation {
  const path = ['facts', fact, 'options']
  const id = idOf(words, '-', namesAt(at(tree, ['facts', fact]), ['options']))
  return { do: 'add', path, id, value: words }
}
