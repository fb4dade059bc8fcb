import { type Document, isMap, isScalar, isSeq, type Scalar } from 'yaml'
import type { Operation, Trouble } from './document.ts'
import { append, nodeAt, type Path, pairOf, setAt } from './document-tree.ts'

type Rename = Extract<Operation, { do: 'rename' }>

/** Gives something another id, and follows it wherever it is named. */
export function rename(document: Document, operation: Rename): Trouble | undefined {
  const { path, to } = operation
  const [kind, id, , step] = path.map(String)
  if (kind === undefined || id === undefined || nodeAt(document, path) === undefined) return 'not-there'
  if (kind === 'tracks' && step !== undefined) return renameStep(document, operation, [id, step])
  const map = nodeAt(document, [kind])
  const pair = isMap(map) ? pairOf(map, id) : undefined
  if (!isMap(map) || !pair || !isScalar(pair.key)) return 'not-there'
  if (pairOf(map, to)) return 'taken'
  pair.key.value = to
  const named = NAMED[kind]
  if (named) eachName(document, named, (name) => name.value === id && replace(name, to))
  if (kind === 'facts') renameSets(document, id, to)
  if (kind === 'tracks') renameTrack(document, operation, id)
  return undefined
}

function renameStep(document: Document, { path, to, keepsName }: Rename, [track, step]: readonly [string, string]) {
  const steps = nodeAt(document, path.slice(0, -1))
  const isTaken = isSeq(steps) && steps.items.some((item) => isMap(item) && item.get('id') === to)
  if (isTaken) return 'taken'
  if (keepsName) keepOldName(document, path, `${track}/${step}`)
  setAt(document, [...path, 'id'], to)
  eachName(document, isStepName, (name) => name.value === `${track}/${step}` && replace(name, `${track}/${to}`))
  return undefined
}

function renameTrack(document: Document, { to, keepsName }: Rename, track: string) {
  const steps = nodeAt(document, ['tracks', to, 'steps'])
  const ids = isSeq(steps) ? steps.items.flatMap((item) => (isMap(item) ? [String(item.get('id'))] : [])) : []
  for (const id of ids) if (keepsName) keepOldName(document, ['tracks', to, 'steps', id], `${track}/${id}`)
  eachName(document, isStepName, (name) => {
    const value = String(name.value)
    if (value.startsWith(`${track}/`)) replace(name, `${to}/${value.slice(track.length + 1)}`)
  })
}

function keepOldName(document: Document, path: Path, old: string) {
  const was = nodeAt(document, [...path, 'was'])
  if (isSeq(was)) append(document, [...path, 'was'], old)
  else setAt(document, [...path, 'was'], isScalar(was) ? [was.value, old] : old)
}

function replace(name: Scalar, to: string) {
  name.value = to
}

type IsName = (path: Path) => boolean

const last = (path: Path) => path.findLast((key) => typeof key === 'string')
const isUnder = (path: Path, key: string) => path.includes(key)
const isStepName: IsName = (path) => ['needs', 'done', 'back_to'].includes(String(last(path)))

/** Where each kind of thing is named, by the key that the name stands at. */
const NAMED: Readonly<Record<string, IsName>> = {
  facts: (path) =>
    ['fact', 'asks', 'starts_on'].includes(String(last(path))) ||
    (last(path) === 'sets' && path.includes('steps')) ||
    (last(path) === 'from' && ['deadline', 'waits'].includes(String(path.at(-2)))),
  providers: (path) =>
    last(path) === 'provider' || (isUnder(path, 'shares') && ['from', 'to'].includes(String(last(path)))),
  data: (path) =>
    ['holds', 'asks_for'].includes(String(last(path))) || (isUnder(path, 'shares') && last(path) === 'data'),
  documents: (path) => ['produces', 'uses'].includes(String(last(path))),
  sources: (path) => last(path) === 'cite',
  conditions: (path) =>
    ['when', 'all', 'any', 'not'].includes(String(last(path))) || (path[0] === 'conditions' && path.length === 2),
}

/** What a reply sets is named by the fact itself. */
function renameSets(document: Document, id: string, to: string) {
  eachMap(document, (path, map) => {
    const pair = path.at(-1) === 'sets' ? pairOf(map, id) : undefined
    if (pair && isScalar(pair.key)) pair.key.value = to
  })
}

function eachName(document: Document, isName: IsName, visit: (name: Scalar) => void) {
  walk(document.contents, [], (path, node) => {
    if (isScalar(node) && isName(path)) visit(node)
  })
}

function eachMap(document: Document, visit: (path: Path, map: Parameters<typeof pairOf>[0]) => void) {
  walk(document.contents, [], (path, node) => {
    if (isMap(node)) visit(path, node)
  })
}

function walk(node: unknown, path: Path, visit: (path: Path, node: unknown) => void) {
  visit(path, node)
  if (isMap(node))
    for (const { key, value } of node.items) walk(value, [...path, String(isScalar(key) ? key.value : key)], visit)
  if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index], visit)
}
