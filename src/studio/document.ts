import { type Document, isMap, isSeq, parseDocument } from 'yaml'
import { rename } from './document-names.ts'
import {
  append,
  commentsIn,
  joined,
  moveAt,
  nodeAt,
  type Path,
  removeAt,
  setAt,
  writeOutAliases,
} from './document-tree.ts'
import { remembering } from './remember.ts'

export type { Path } from './document-tree.ts'

/** One change of a journey's text. Ids in lists stand for the item that has them. */
export type Operation =
  /** undefined takes the value away */
  | { readonly do: 'set'; readonly path: Path; readonly value: unknown }
  /** a new item of a list, or a new name in a map */
  | { readonly do: 'add'; readonly path: Path; readonly id?: string; readonly value: unknown }
  | { readonly do: 'remove'; readonly path: Path }
  /** one place up (-1) or down (1) among its neighbours */
  | { readonly do: 'move'; readonly path: Path; readonly by: -1 | 1 }
  /** another id, followed by everything that names it; `keepsName`: the old one stays as `was`, as walkers have met it */
  | { readonly do: 'rename'; readonly path: Path; readonly to: string; readonly keepsName?: boolean }

/** unreadable: not YAML · not-there: gone meanwhile · in-the-way: another shape stands there · taken: the id is in use · at-the-end: cannot move on */
export type Trouble = 'unreadable' | 'not-there' | 'in-the-way' | 'taken' | 'at-the-end'
export type Changed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly trouble: Trouble; readonly operation: Operation | undefined }

/** Maps that stay when they are emptied: the format wants them, and the finding says what is missing in them. */
const KEPT_EMPTY: ReadonlySet<string | number> = new Set([
  'facts',
  'providers',
  'tracks',
  'options',
  'today',
  'proposed',
  'valid',
])

/**
 * Changes the text of a journey as a form does: comments stay, and so does whatever no form shows. Never throws on a text
 * that parses; all the operations are done, or none.
 */
export function change(text: string, operations: readonly Operation[]): Changed {
  return changed(text, written.get(text) ?? parsed(text), operations)
}

/** The same for the text of the example people, which is a list. */
export function changePeople(text: string, operations: readonly Operation[]): Changed {
  return changed(text, parsed(text, isSeq), operations)
}

function changed(text: string, document: Document | undefined, operations: readonly Operation[]): Changed {
  if (!document) return { ok: false, trouble: 'unreadable', operation: operations[0] }
  written.delete(text)
  const comments = text.includes('#') ? commentLines(document) : []
  if (text.includes('*')) writeOutAliases(document)
  for (const operation of operations) {
    const trouble = done(document, operation)
    if (trouble) return { ok: false, trouble, operation }
  }
  const after = withComments(comments, document)
  remember(after, document)
  return { ok: true, text: after }
}

/** The trees of the texts written last: whoever goes on writing in one does not wait for it to be read anew. */
const written = new Map<string, Document>()
const MOST_WRITTEN = 4

function remember(text: string, document: Document) {
  written.delete(text)
  written.set(text, document)
  const [oldest] = written.keys()
  if (written.size > MOST_WRITTEN && oldest !== undefined) written.delete(oldest)
  valuesOf.know(text, document.toJS({ maxAliasCount: 50 }))
}

/** The same, leaving out what cannot be done: the rest of what somebody wrote is kept. */
export function changeWhatCan(
  text: string,
  operations: readonly Operation[],
): { readonly text: string; readonly failed: readonly Operation[] } {
  const whole = change(text, operations)
  if (whole.ok) return { text: whole.text, failed: [] }
  const failed: Operation[] = []
  const last = operations.reduce((sofar, operation) => {
    const changed = change(sofar, [operation])
    if (!changed.ok) failed.push(operation)
    return changed.ok ? changed.text : sofar
  }, text)
  return { text: last, failed }
}

/** The values of a text, as they are; undefined where it cannot be read. */
export const valuesOf = remembering(8, readValues)

function readValues(text: string): unknown {
  try {
    return parsed(text)?.toJS({ maxAliasCount: 50 })
  } catch {
    return undefined
  }
}

/** The example people of a text, as they are; undefined where it cannot be read. */
export function peopleOf(text: string): readonly unknown[] | undefined {
  const people = parsed(text, isSeq)?.toJS({ maxAliasCount: 50 })
  return Array.isArray(people) ? people : undefined
}

function parsed(text: string, isRoot: (node: unknown) => boolean = isMap): Document | undefined {
  try {
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false })
    const { contents } = document
    return document.errors.length === 0 && isRoot(contents) ? document : undefined
  } catch {
    return undefined
  }
}

function done(document: Document, operation: Operation): Trouble | undefined {
  const { path } = operation
  if (operation.do === 'set') return set(document, path, operation.value)
  if (operation.do === 'add') return added(document, operation)
  if (operation.do === 'remove') return removeAt(document, path) ? undefined : 'not-there'
  if (operation.do === 'rename') return rename(document, operation)
  if (nodeAt(document, path) === undefined) return 'not-there'
  return moveAt(document, path, operation.by) ? undefined : 'at-the-end'
}

function set(document: Document, path: Path, value: unknown): Trouble | undefined {
  if (value !== undefined) return setAt(document, path, value) ? undefined : 'in-the-way'
  if (!removeAt(document, path)) return undefined
  const parent = path.slice(0, -1)
  const left = nodeAt(document, parent)
  const name = parent.at(-1) ?? 'facts'
  if (isMap(left) && left.items.length === 0 && !KEPT_EMPTY.has(name)) removeAt(document, parent)
  return undefined
}

function added(document: Document, { path, id, value }: Extract<Operation, { do: 'add' }>): Trouble | undefined {
  if (id === undefined) return append(document, path, value) ? undefined : 'in-the-way'
  if (nodeAt(document, [...path, id]) !== undefined) return 'taken'
  return setAt(document, [...path, id], value) ? undefined : 'in-the-way'
}

/** A comment that found no place of its own in the changed text is written at its end: none is ever lost. */
function withComments(comments: readonly string[], document: Document): string {
  const written = writing(document)
  const left = new Map<string, number>()
  for (const line of comments) left.set(line, (left.get(line) ?? 0) + 1)
  const lost = [...left].flatMap(([line, count]) => {
    const missing = count - (written.split(`#${line}`).length - 1)
    return Array<string>(Math.max(0, missing)).fill(line)
  })
  if (lost.length === 0) return written
  document.comment = joined(document.comment, ...lost) ?? null
  return writing(document)
}

function commentLines(document: Document): readonly string[] {
  if (!document.contents) return []
  const texts = [document.commentBefore, document.comment, ...commentsIn(document.contents)]
  return texts.flatMap((text) => (text ? text.split('\n').filter((line) => line.trim() !== '') : []))
}

function writing(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
