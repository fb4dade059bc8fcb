import type { Path } from './document-tree.ts'
import { isThingKind } from './thing-forms.ts'
import { at, isRecord, nameOfItem } from './values.ts'

/** The page of a draft where something can be mended, and the field there. */
export type Place = { readonly page: string; readonly field: string }

/** Where a path of the journey is edited. Items of lists go by their ids, as the fields of the forms do. */
export function placeOf(tree: unknown, path: Path): Place {
  const [first, second, third, fourth, ...rest] = namesOf(tree, path)
  if (first === 'tracks' && second !== undefined) {
    if (third === 'steps' && fourth !== undefined) return { page: `steps/${second}/${fourth}`, field: fieldOf(rest) }
    return {
      page: third === 'title' ? `tracks/${second}` : '',
      field: third === 'title' ? fieldOf(['title', fourth ?? '']) : second,
    }
  }
  if (first !== undefined && isThingKind(first)) {
    if (second === undefined) return { page: first, field: '' }
    const inside = first === 'conditions' ? 'when' : fieldOf([third ?? '', fourth ?? '', ...rest])
    return { page: `${first}/${second}`, field: inside }
  }
  if (first === undefined || first === 'format' || first === 'id') return { page: 'source', field: '' }
  return { page: 'details', field: fieldOf([first, second ?? '', third ?? '', fourth ?? '', ...rest]) }
}

function namesOf(tree: unknown, path: Path): readonly string[] {
  return path.map((key, index) => {
    if (typeof key === 'string') return key
    const item = at(tree, path.slice(0, index + 1))
    return isRecord(item) ? nameOfItem(item, key) : String(key)
  })
}

const CONDITION_KEYS: ReadonlySet<string> = new Set(['when'])

/** Below a condition and in a list of ids nothing has a field of its own. */
function fieldOf(names: readonly string[]): string {
  const written = names.filter((name) => name !== '')
  const whole = written.findIndex((name) => CONDITION_KEYS.has(name))
  return (whole < 0 ? written : written.slice(0, whole + 1)).join('.')
}
