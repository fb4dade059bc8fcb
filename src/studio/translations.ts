import { stringify } from 'csv-stringify/sync'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { Path } from '#src/journey/finding.ts'
import { textsOf } from '#src/journey/texts.ts'
import type { Operation } from './document.ts'
import { at, nameOfItem } from './values.ts'

/** missing: not written · stale: another language has been changed since the published version, this one has not */
export type Lack = { readonly language: string; readonly is: 'missing' | 'stale' }
export type Translation = {
  /** `tracks/estate/steps/inventory/title`: list items by their ids, so that it names the same text in every version */
  readonly place: string
  readonly path: Path
  readonly words: Readonly<Record<string, string>>
  readonly lacks: readonly Lack[]
}

const PLAIN = 'fi-x-selko'

/** Every text of a journey in all its languages, with what is missing and what may no longer say the same as the others. */
export function translationsOf(definition: Definition, before: Definition | undefined): readonly Translation[] {
  const earlier = new Map(before ? rowsOf(before).map((row) => [row.place, row.words]) : [])
  const rows = rowsOf(definition)
  const isPlain = rows.some(({ words }) => words[PLAIN] !== undefined)
  const languages = [...definition.languages, ...(isPlain ? [PLAIN] : [])]
  return rows.map((row) => ({
    ...row,
    lacks: languages.flatMap((language) => lackOf(row.words, earlier.get(row.place), language) ?? []),
  }))
}

type Words = Translation['words']

function lackOf(now: Words, before: Words | undefined, language: string): Lack | undefined {
  if (!now[language]?.trim()) return { language, is: 'missing' }
  if (!before || now[language] !== before[language]) return undefined
  const others = Object.keys(now).filter((other) => other !== language && before[other] !== undefined)
  return others.some((other) => now[other] !== before[other]) ? { language, is: 'stale' } : undefined
}

function rowsOf(definition: Definition): readonly Omit<Translation, 'lacks'>[] {
  return textsOf(definition).map(({ path, words }) => ({ place: placeIn(definition, path), path, words: said(words) }))
}

function said(words: Readonly<Record<string, string | undefined>>): Words {
  return Object.fromEntries(
    Object.entries(words).flatMap(([language, text]) => (text === undefined ? [] : [[language, text]])),
  )
}

function placeIn(tree: unknown, path: Path): string {
  return path
    .map((key, index) => (typeof key === 'number' ? nameOfItem(at(tree, path.slice(0, index + 1)), key) : key))
    .join('/')
}

/** All texts for a translator: a row a text, a column a language. */
export function translationsCsv(definition: Definition): string {
  const languages = [...definition.languages, PLAIN]
  const rows = rowsOf(definition).map(({ place, words }) => [
    place,
    ...languages.map((language) => words[language] ?? ''),
  ])
  return stringify([['place', ...languages], ...rows], { bom: true, escape_formulas: true })
}

export type FromCsv = {
  readonly operations: readonly Operation[]
  /** places that this journey has not */
  readonly unknown: readonly string[]
  /** what keeps the file from being read */
  readonly trouble: 'not-csv' | 'no-place' | 'no-language' | undefined
}
const NOTHING = { operations: [], unknown: [] }

/** What a translator's file changes: words that are other than now. An empty cell takes nothing away. */
export function fromTranslationsCsv(definition: Definition, csv: string): FromCsv {
  const table = readTable(csv)
  if (!table) return { ...NOTHING, trouble: 'not-csv' }
  const [header = [], ...rows] = table
  const place = header.findIndex((name) => name.trim() === 'place')
  if (place < 0) return { ...NOTHING, trouble: 'no-place' }
  const known = new Set<string>([...definition.languages, PLAIN])
  const columns = header.flatMap((name, column) => (known.has(name.trim()) ? [{ language: name.trim(), column }] : []))
  if (columns.length === 0) return { ...NOTHING, trouble: 'no-language' }

  const texts = new Map(rowsOf(definition).map((row) => [row.place, row]))
  const unknown = rows.flatMap((row) => (texts.has(row[place] ?? '') || !row[place] ? [] : [row[place]]))
  const operations = rows.flatMap((row) => {
    const text = texts.get(row[place] ?? '')
    if (!text) return []
    return columns.flatMap(({ language, column }): readonly Operation[] => {
      const value = asWritten(row[column] ?? '')
      if (value === '' || value === text.words[language]) return []
      return [{ do: 'set', path: [...text.path, language], value }]
    })
  })
  return { operations, unknown, trouble: undefined }
}

/** A spreadsheet that speaks Finnish or Swedish writes semicolons: read with the two swapped, cells swapped back. */
function readTable(csv: string): readonly (readonly string[])[] | undefined {
  try {
    const [head = ''] = csv.split('\n', 1)
    if (!head.includes(';')) return [...csvRows([csv])]
    return [...csvRows([swapped(csv)])].map((row) => row.map(swapped))
  } catch {
    return undefined
  }
}

function swapped(text: string): string {
  return text.replace(/[,;]/g, (mark) => (mark === ',' ? ';' : ','))
}

/** Our own files put a ' before what a spreadsheet would run. */
function asWritten(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}
