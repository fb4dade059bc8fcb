import { DETAILS_ELSEWHERE } from './details-form.ts'
import type { DraftForm } from './form-parts.ts'
import { at, isRecord, nameOfItem } from './values.ts'

/**
 * What a form leaves out of the thing it is about, as paths: words in a language the journey does not have, say, or a key
 * of another format. It is kept by every save; the page tells that it is there. Ids are the names things go by.
 */
export function unshown(tree: unknown, { root, parts }: DraftForm): readonly string[] {
  const shown = new Set(parts.flatMap(({ fields }) => fields.map(({ path }) => path.slice(root.length).join('.'))))
  const isShown = (path: readonly string[]) => path.some((_, index) => shown.has(path.slice(0, index + 1).join('.')))
  const left = leavesOf(at(tree, root), shown.has('') ? undefined : [])
  const elsewhere: ReadonlySet<string> = root.length === 0 ? DETAILS_ELSEWHERE : elsewhereIn(root)
  return left.filter((path) => !isShown(path) && !elsewhere.has(path[0] ?? '')).map((path) => path.join('.'))
}

/** The steps of a strand have pages of their own. */
function elsewhereIn(root: DraftForm['root']): ReadonlySet<string> {
  return new Set(root[0] === 'tracks' && root.length === 2 ? ['steps'] : [])
}

/** undefined: the whole thing is one field */
function leavesOf(value: unknown, path: readonly string[] | undefined): readonly (readonly string[])[] {
  if (path === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, nameOfItem(item, index)]))
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, own]) => (key === 'id' ? [] : leavesOf(own, [...path, key])))
  return value === undefined || value === null ? [] : [path]
}
