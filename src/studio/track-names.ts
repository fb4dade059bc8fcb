import { isRecord } from './values.ts'

export const NAMED_KINDS = [
  'facts',
  'providers',
  'data',
  'documents',
  'sources',
  'conditions',
  'shares',
  'steps',
] as const
export type NamedKind = (typeof NAMED_KINDS)[number]
/** What something is called from now on; undefined takes the mention of it out. */
export type Namer = (kind: NamedKind, id: string) => string | undefined
type Path = readonly (string | number)[]

/** By the key that a name stands at, its own or that of the list it stands in. */
const BY_KEY: Readonly<Record<string, NamedKind>> = {
  fact: 'facts',
  asks: 'facts',
  sets: 'facts',
  provider: 'providers',
  asks_for: 'data',
  holds: 'data',
  data: 'data',
  uses: 'documents',
  produces: 'documents',
  cite: 'sources',
  when: 'conditions',
  all: 'conditions',
  any: 'conditions',
  not: 'conditions',
  needs: 'steps',
  done: 'steps',
  back_to: 'steps',
  consents: 'shares',
  about: 'shares',
  share: 'shares',
}
// What cannot do without the name that is taken out goes with it: a deadline without its beginning, a source without its title.
const ESSENTIAL: ReadonlySet<string> = new Set(['from', 'done', 'cite', 'fact', 'not'])
const GONE = Symbol('taken out')

/** A step, a condition or a thing of a journey with everything it names called anew; undefined where nothing is left of it. */
export function namedAnew(value: unknown, name: Namer, at: Path = []): unknown {
  const anew = named(value, at, name)
  return anew === GONE ? undefined : anew
}

function named(value: unknown, path: Path, name: Namer): unknown {
  if (typeof value === 'string') return nameOf(value, path, name)
  if (Array.isArray(value)) return listNamed(value, path, name)
  return isRecord(value) ? recordNamed(value, path, name) : value
}

function nameOf(value: string, path: Path, name: Namer): string | typeof GONE {
  const kind = kindAt(path)
  if (kind === undefined || (kind === 'providers' && value === 'self')) return value
  return name(kind, value) ?? GONE
}

function kindAt(path: Path): NamedKind | undefined {
  const keys = path.filter((key) => typeof key === 'string')
  const [above, last = ''] = [keys.at(-2), keys.at(-1)]
  if (above === 'shares') return { id: 'shares', from: 'providers', to: 'providers', data: 'data' }[last] as NamedKind
  if (last === 'from') return above === 'deadline' || above === 'waits' ? 'facts' : undefined
  // An outside conversation and a data item have keys of the same name that are words.
  if (last === 'about') return above === 'statements' ? 'shares' : undefined
  if (last === 'share') return above === 'prompts' ? 'shares' : undefined
  return Object.hasOwn(BY_KEY, last) ? BY_KEY[last] : undefined
}

function listNamed(list: readonly unknown[], path: Path, name: Namer): unknown {
  const kept = list.map((item, index) => named(item, [...path, index], name)).filter((item) => item !== GONE)
  return kept.length === 0 && list.length > 0 ? GONE : kept
}

function recordNamed(record: Readonly<Record<string, unknown>>, path: Path, name: Namer): unknown {
  const isSetting = path.at(-1) === 'sets'
  const entries = Object.entries(record).map(([key, item]) => {
    const own = isSetting ? (name('facts', key) ?? GONE) : key
    return [own, isSetting ? item : named(item, [...path, key], name)] as const
  })
  const isBroken = entries.some(([key, item]) => item === GONE && typeof key === 'string' && ESSENTIAL.has(key))
  if (isBroken) return GONE
  return Object.fromEntries(entries.filter(([key, item]) => key !== GONE && item !== GONE))
}
