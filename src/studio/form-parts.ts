import type { Path } from './document-tree.ts'
import type { Field, FieldKind } from './fields.ts'
import { settingOptions } from './setting-rows.ts'
import { at, listAt, nameOfItem, namesAt, stepPlaces } from './values.ts'

/** Fields that belong together. A part with `list` may get more of its kind; one with `item` may be taken out. */
export type FormPart = {
  /** its words, and its address on the page */
  readonly id: string
  readonly label: string
  readonly fields: readonly Field[]
  readonly list?: string
  readonly item?: string
}
export type DraftForm = { readonly root: Path; readonly parts: readonly FormPart[] }

/** Makes the fields of one thing: their names in the form are their paths within it. */
export type Maker = {
  field(path: Path, kind: FieldKind, label?: string): Field
  words(path: Path, is?: 'line' | 'text', label?: string): readonly Field[]
}

export function makerAt(tree: unknown, root: Path): Maker {
  const languages = languagesOf(tree)
  const label = (path: Path) => path.filter((key) => typeof key === 'string' && !/^\d+$/.test(key)).join('.')
  const field: Maker['field'] = (path, kind, own) => ({
    ...{ name: path.join('.'), path: [...root, ...path], kind, label: own ?? label(path) },
  })
  return {
    field,
    words: (path, is = 'line', own) => {
      const plain = namesAt(tree, [...root, ...path]).includes('fi-x-selko') ? ['fi-x-selko'] : []
      return [...languages, ...plain].map((lang) => ({ ...field([...path, lang], { is }, own ?? label(path)), lang }))
    },
  }
}

export function languagesOf(tree: unknown): readonly string[] {
  const own = listAt(tree, ['languages']).filter((language) => typeof language === 'string')
  return own.length > 0 ? own : ['fi', 'sv', 'en']
}

export const one = (...options: readonly string[]): FieldKind => ({ is: 'one', options })
export const line: FieldKind = { is: 'line' }
export const number: FieldKind = { is: 'number' }
export const duration: FieldKind = { is: 'duration' }

/** What a step may name: read once for all its fields. */
export function namedIn(tree: unknown) {
  const steps = stepPlaces(tree)
  const facts = namesAt(tree, ['facts'])
  const ofType = (type: string) => facts.filter((id) => at(tree, ['facts', id, 'type']) === type)
  const parties = ['self', ...namesAt(tree, ['providers'])]
  const keys = steps.map(({ track, step }) => `${track}/${step}`)
  const moments = [...ofType('date'), ...keys.map((key) => `done:${key}`)]
  const shares = steps.flatMap(({ value }) => listAt(value, ['shares']).map(nameOfItem))
  const rows = (options: readonly string[], single = false): FieldKind => ({ is: 'rows', options, single })
  return {
    ...{ facts, parties, keys, moments, shares, choices: ofType('choice'), dates: ofType('date'), rows },
    data: rows(namesAt(tree, ['data'])),
    documents: rows(namesAt(tree, ['documents'])),
    sources: namesAt(tree, ['sources']),
    settings: settingOptions(tree),
  }
}

export type Named = ReturnType<typeof namedIn>
