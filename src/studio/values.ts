import type { Path } from './document-tree.ts'

/** A value in what a text holds, of whatever shape: a draft may be half written. Items of lists are found by their id. */
export function at(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => child(value, key), tree)
}

function child(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) {
    const named = value.find((item) => isRecord(item) && item.id === key)
    return named ?? (/^\d+$/.test(String(key)) ? value[Number(key)] : undefined)
  }
  return isRecord(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listAt(tree: unknown, path: Path): readonly unknown[] {
  const value = at(tree, path)
  return Array.isArray(value) ? value : []
}

/** The names of a map, in the order they are written. */
export function namesAt(tree: unknown, path: Path): readonly string[] {
  const value = at(tree, path)
  return isRecord(value) ? Object.keys(value) : []
}

/** How an item of a list is named in paths: its id, or its position. */
export function nameOfItem(item: unknown, index: number): string {
  return isRecord(item) && typeof item.id === 'string' && item.id !== '' ? item.id : String(index)
}

export type StepPlace = { readonly track: string; readonly step: string; readonly value: unknown }

export function stepPlaces(tree: unknown): readonly StepPlace[] {
  return namesAt(tree, ['tracks']).flatMap((track) =>
    listAt(tree, ['tracks', track, 'steps']).map((value, index) => ({ track, step: nameOfItem(value, index), value })),
  )
}

/** The words of something in the first of these languages that has any. */
export function wordsIn(value: unknown, languages: readonly string[]): string | undefined {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return undefined
  const said = [...languages, ...Object.keys(value)].map((language) => value[language])
  return said.find((text): text is string => typeof text === 'string' && text.trim() !== '')
}
