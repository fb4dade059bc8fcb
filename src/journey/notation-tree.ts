import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair } from 'yaml'
import { type Finding, type FindingCode, finding, type Lines, type Path } from './finding.ts'
import { DEEPEST, Guard, isTooDense, lineAt, MOST_STEPS } from './notation-guard.ts'

export type Tree = { ok: true; value: unknown; lines: Lines } | { ok: false; findings: Finding[] }

const LARGEST = 1_000_000
// Enough for a text said once and used again; an alias bomb needs far more.
const MOST_ALIASES = 50
const MOST_ERRORS = 20
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads YAML into plain values, and knows the line of each. Limits are kept while reading, token by token, because the
 * parser itself is what a hostile file would exhaust (a nesting of 5,000, keys compared each with each, aliases of aliases).
 */
export function readTree(text: string): Tree {
  if (text.length > LARGEST) return refused(finding('too-large', [], { limit: String(LARGEST) }), 1)
  if (isTooDense(text)) return refused(finding('too-many-values', []), 1)

  const lines = new LineCounter()
  const guard = new Guard(lines)
  // `uniqueKeys` compares every key with every other; `keyFindings` does the same once through a set.
  const composer = new Composer({ uniqueKeys: false, resolveKnownTags: false, lineCounter: lines, prettyErrors: false })
  const [document, second] = [...composer.compose(guard.tokens(text), true, text.length)]
  if (guard.refusal) return { ok: false, findings: [guard.refusal] }
  if (second) return refused(finding('yaml-syntax', [], { detail: '---' }), lineAt(lines, second.range[0]))
  if (!document) return refused(finding('not-a-journey', []), 1)
  return treeOf(document, lines)
}

function treeOf(document: Document.Parsed, counter: LineCounter): Tree {
  const wrong = [...syntaxFindings(document, counter), ...keyFindings(document.contents, counter)]
  if (wrong.length > 0) return { ok: false, findings: wrong.slice(0, MOST_ERRORS) }

  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    if (isDeeper(value, DEEPEST)) return refused(finding('alias-bomb', []), firstAliasLine(document, counter))
    const at = (path: Path) => lineAt(counter, offsetOf(document, path))
    const columnOf = (path: Path) => counter.linePos(offsetOf(document, path)).col || 1
    if (stepsIn(value) > MOST_STEPS)
      return refused(finding('too-many-steps', [], { limit: String(MOST_STEPS) }), at(['tracks']))
    return { ok: true, value, lines: { lineOf: at, columnOf } }
  } catch {
    // The parser throws for an alias without its anchor, and where aliases multiply beyond the limit.
    return refused(finding('alias-bomb', []), firstAliasLine(document, counter))
  }
}

function stepsIn(value: unknown): number {
  const tracks = child(value, 'tracks')
  if (typeof tracks !== 'object' || tracks === null) return 0
  return Object.values(tracks).reduce<number>((sum, track) => {
    const steps = child(track, 'steps')
    return sum + (Array.isArray(steps) ? steps.length : 0)
  }, 0)
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

function syntaxFindings(document: Document.Parsed, lines: LineCounter): Finding[] {
  return document.errors.slice(0, MOST_ERRORS).map(({ code, message, pos }) => ({
    ...finding(COLON.has(code) ? 'colon-in-text' : 'yaml-syntax', [], { detail: message }),
    line: lineAt(lines, pos[0]),
  }))
}

// What the parser says when a text without quotation marks holds `: `.
const COLON: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'])

function keyFindings(node: unknown, lines: LineCounter): Finding[] {
  if (isSeq(node)) return node.items.flatMap((item) => keyFindings(item, lines))
  if (!isMap(node)) return []
  const seen = new Set<string>()
  return node.items.flatMap((pair) => [...keyFinding(pair, seen, lines), ...keyFindings(pair.value, lines)])
}

function keyFinding({ key }: Pair, seen: Set<string>, lines: LineCounter): Finding[] {
  const name = isScalar(key) ? String(key.value) : undefined
  const code = keyTrouble(name, seen)
  if (name !== undefined) seen.add(name)
  return code ? [{ ...finding(code, [], { key: name ?? '' }), line: lineAt(lines, startOf(key)) }] : []
}

function keyTrouble(name: string | undefined, seen: ReadonlySet<string>): FindingCode | undefined {
  if (name === undefined) return 'key-not-text'
  if (RESERVED.has(name)) return 'reserved-key'
  return seen.has(name) ? 'duplicate-key' : undefined
}

/** Where a key begins, or the nearest thing around it that is there: a missing key has no place of its own. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    const next = step(node, key)
    if (!next) break
    offset = startOf(next.at)
    node = isAlias(next.value) ? next.value.resolve(document) : next.value
  }
  return offset
}

function step(node: unknown, key: string | number): { at: unknown; value: unknown } | undefined {
  if (isSeq(node)) {
    const item = typeof key === 'number' ? node.items[key] : undefined
    return item ? { at: item, value: item } : undefined
  }
  const pair = isMap(node)
    ? node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === String(key))
    : undefined
  return pair && { at: pair.key, value: pair.value }
}

function startOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0
}

function firstAliasLine(document: Document.Parsed, lines: LineCounter): number {
  const alias = aliasesOf(document.contents)[0]
  return alias ? lineAt(lines, startOf(alias)) : 1
}

function aliasesOf(node: unknown): unknown[] {
  if (isAlias(node)) return [node]
  if (isSeq(node)) return node.items.flatMap(aliasesOf)
  return isMap(node) ? node.items.flatMap(({ value }) => aliasesOf(value)) : []
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1))
}

function refused(found: Finding, line: number): Tree {
  return { ok: false, findings: [{ ...found, line }] }
}
