import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** Where something stands: keys of maps, and in lists the `id` of an item or its position. */
export type Path = readonly (string | number)[]

/** Ids of what is looked for in a list; positions where items have none. */
export function itemAt(list: YAMLSeq, key: string | number): number {
  if (typeof key === 'number') return key < list.items.length ? key : -1
  const named = list.items.findIndex((item) => isMap(item) && item.get('id') === key)
  if (named >= 0) return named
  return /^\d+$/.test(key) && Number(key) < list.items.length ? Number(key) : -1
}

export function nodeAt(document: Document, path: Path): unknown {
  return path.reduce<unknown>((node, key) => childOf(node, key), document.contents)
}

function childOf(node: unknown, key: string | number): unknown {
  if (isMap(node)) return pairOf(node, key)?.value ?? undefined
  return isSeq(node) ? node.items[itemAt(node, key)] : undefined
}

export function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
}

/** Writes a value, with the maps on the way to it. False where something of another shape stands in the way: it is kept. */
export function setAt(document: Document, path: Path, value: unknown): boolean {
  const parent = mapFor(document, path.slice(0, -1))
  const key = path.at(-1)
  if (key === undefined) return false
  if (isSeq(parent)) {
    const index = itemAt(parent, key)
    if (index < 0) return false
    parent.items[index] = replaced(document, parent.items[index], value)
    return true
  }
  if (!isMap(parent)) return false
  const pair = pairOf(parent, key)
  if (pair) pair.value = replaced(document, pair.value, value)
  else parent.items.push(document.createPair(key, value))
  return true
}

/** The map or list at a path; maps that are not there yet are made, also in the place of an empty value. */
function mapFor(document: Document, path: Path): unknown {
  let node: unknown = document.contents
  for (const key of path) {
    if (isMap(node)) {
      const pair = pairOf(node, key)
      if (!pair) node.items.push(document.createPair(key, {}))
      else if (isEmpty(pair.value)) pair.value = replaced(document, pair.value, {})
    }
    node = childOf(node, key)
  }
  return node
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (isScalar(value) && value.value === null)
}

/** A new node with the comments of the one before, its own and those inside it. */
function replaced(document: Document, before: unknown, value: unknown): Node {
  const after = document.createNode(value)
  if (!isNode(before)) return after
  const { comment, commentBefore, spaceBefore } = before
  if (isScalar(before) && isScalar(after)) {
    if (typeof before.value === 'string' && typeof value === 'string' && before.type && before.type !== Scalar.PLAIN)
      after.type = before.type
    return Object.assign(after, { comment, commentBefore, spaceBefore })
  }
  const inside = commentsIn(before).filter((text) => text !== comment && text !== commentBefore)
  return Object.assign(after, { comment, spaceBefore, commentBefore: joined(commentBefore, ...inside) })
}

/** Takes something out. Its comments stay behind, at its neighbour or at what it was in. */
export function removeAt(document: Document, path: Path): boolean {
  const parent = nodeAt(document, path.slice(0, -1))
  const key = path.at(-1)
  if (!isCollection(parent) || key === undefined) return false
  const index = isSeq(parent) ? itemAt(parent, key) : parent.items.findIndex((item) => isNamed(item, key))
  const [gone] = index < 0 ? [] : parent.items.splice(index, 1)
  if (gone === undefined) return false
  const left = commentsIn(gone)
  if (left.length > 0) leave(document, path.slice(0, -1), parent.items[index], left)
  return true
}

function isNamed(item: unknown, key: string | number): boolean {
  return isPair(item) && isScalar(item.key) && String(item.key.value) === String(key)
}

function leave(document: Document, path: Path, neighbour: unknown, comments: readonly string[]) {
  const near = isPair(neighbour) ? neighbour.key : neighbour
  const isInLines = (node: unknown) => isCollection(node) && !node.flow
  if (isNode(near) && isInLines(nodeAt(document, path))) {
    near.commentBefore = joined(...comments, near.commentBefore) ?? null
    return
  }
  // Inside brackets a comment would break the line it stands on: it goes up to the nearest thing that has lines of its own.
  for (let depth = path.length; depth > 0; depth--) {
    const above = nodeAt(document, path.slice(0, depth - 1))
    const own = isMap(above) ? pairOf(above, path[depth - 1] ?? '')?.key : nodeAt(document, path.slice(0, depth))
    if (isInLines(above) && isNode(own)) {
      own.commentBefore = joined(own.commentBefore, ...comments) ?? null
      return
    }
  }
  document.comment = joined(document.comment, ...comments) ?? null
}

export function commentsIn(node: unknown): readonly string[] {
  const found: string[] = []
  const add = (one: unknown) => {
    if (!isNode(one)) return
    if (one.commentBefore) found.push(one.commentBefore)
    if (one.comment) found.push(one.comment)
  }
  const parts = isPair(node) ? [node.key, node.value] : [node]
  for (const part of parts) if (isNode(part)) visit(part, { Node: (_, one) => add(one) })
  return found
}

export function joined(...texts: readonly (string | null | undefined)[]): string | undefined {
  const written = texts.filter((text) => text !== undefined && text !== null && text !== '')
  return written.length > 0 ? written.join('\n') : undefined
}

/** Puts an item at the end of a list, which is made where there is none. False where something else stands in its place. */
export function append(document: Document, path: Path, value: unknown): boolean {
  if (isEmpty(nodeAt(document, path))) return setAt(document, path, [value])
  const list = nodeAt(document, path)
  if (!isSeq(list)) return false
  list.items.push(document.createNode(value))
  // An empty list is written in brackets: what is put into it has lines of its own.
  if (list.items.length === 1) list.flow = false
  return true
}

/** Changes the place of an item among its neighbours. False at the end of the list. */
export function moveAt(document: Document, path: Path, by: number): boolean {
  const parent = nodeAt(document, path.slice(0, -1))
  const key = path.at(-1)
  if (!isCollection(parent) || key === undefined) return false
  const from = isSeq(parent) ? itemAt(parent, key) : parent.items.findIndex((item) => isNamed(item, key))
  const to = from + by
  if (from < 0 || to < 0 || to >= parent.items.length) return false
  const [item] = parent.items.splice(from, 1)
  parent.items.splice(to, 0, item as never)
  return true
}

/** What was said once and used again is written out, so that a change in one place is no change in another. */
export function writeOutAliases(document: Document) {
  visit(document, {
    Alias(_, alias) {
      const source = alias.resolve(document)
      const copy = source?.clone()
      if (!isNode(copy)) return undefined
      visit(copy, { Node: (_key, node) => void (isAlias(node) || delete node.anchor) })
      return Object.assign(copy, { comment: alias.comment, commentBefore: alias.commentBefore })
    },
  })
  visit(document, { Node: (_, node) => void (isAlias(node) || delete node.anchor) })
}
