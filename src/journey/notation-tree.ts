import type { CST } from 'yaml'
import {
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
} from 'yaml'
import { type Finding, type FindingCode, finding, type Lines, type Path } from './finding.ts'

export type Tree = { ok: true; value: unknown; lines: Lines } | { ok: false; findings: Finding[] }

const LARGEST = 1_000_000
const DEEPEST = 20
const MOST_STEPS = 500
// A real journey has some 45 separators and 165 lexemes in a thousand characters; a denser file is there to cost time.
// Separators are counted before reading, lexemes while reading.
const MOST_SEPARATORS = 60_000
const MOST_LEXEMES = 180_000
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
  if (separatorsIn(text) > MOST_SEPARATORS) return refused(finding('too-many-values', []), 1)

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

function separatorsIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i += 1) if (SEPARATORS.has(text.charCodeAt(i))) count += 1
  return count
}

const SEPARATORS: ReadonlySet<number> = new Set([...'\n,[{'].map((sign) => sign.charCodeAt(0)))

function treeOf(document: Document.Parsed, counter: LineCounter): Tree {
  const wrong = [...syntaxFindings(document, counter), ...keyFindings(document.contents, counter)]
  if (wrong.length > 0) return { ok: false, findings: wrong.slice(0, MOST_ERRORS) }

  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    if (isDeeper(value, DEEPEST)) return refused(finding('alias-bomb', []), firstAliasLine(document, counter))
    const at = (path: Path) => lineOf(document, path, counter)
    if (stepsIn(value) > MOST_STEPS)
      return refused(finding('too-many-steps', [], { limit: String(MOST_STEPS) }), at(['tracks']))
    return { ok: true, value, lines: { lineOf: at } }
  } catch {
    // The parser throws for an alias without its anchor, and where aliases multiply beyond the limit.
    return refused(finding('alias-bomb', []), firstAliasLine(document, counter))
  }
}

/** Feeds the parser and stops as soon as the file goes beyond a limit. */
class Guard {
  refusal: Finding | undefined
  private readonly lines: LineCounter
  private readonly parser: Parser
  private counted = { list: undefined as CST.Token | undefined, before: 0 }

  constructor(lines: LineCounter) {
    this.lines = lines
    this.parser = new Parser(lines.addNewLine)
  }

  *tokens(text: string): Generator<CST.Token> {
    this.lines.addNewLine(0)
    let lexemes = 0
    for (const lexeme of new Lexer().lex(text)) {
      yield* this.parser.next(lexeme)
      lexemes += 1
      const code = this.tooMuch(lexemes)
      if (code) return this.refuse(code)
    }
    yield* this.parser.end()
  }

  private tooMuch(lexemes: number): FindingCode | undefined {
    if (lexemes > MOST_LEXEMES) return 'too-many-values'
    // The document itself and a scalar being read stand on the stack too.
    if (this.parser.stack.length > DEEPEST + 2) return 'too-deep'
    return this.stepsSoFar() > MOST_STEPS ? 'too-many-steps' : undefined
  }

  /** Steps stand at tracks / id / steps / item, so their list is the fifth on the stack. */
  private stepsSoFar(): number {
    const [, , , track, list] = this.parser.stack
    if (!list || !track || !isListOf(track, 'steps')) return this.counted.before
    if (list !== this.counted.list) this.counted = { list, before: this.counted.before + lengthOf(this.counted.list) }
    return this.counted.before + lengthOf(list)
  }

  private refuse(code: FindingCode): void {
    const limit = String(code === 'too-deep' ? DEEPEST : MOST_STEPS)
    this.refusal = { ...finding(code, [], { limit }), line: lineAt(this.lines, this.parser.offset) }
  }
}

function isListOf(track: CST.Token, key: string): boolean {
  if (!('items' in track)) return false
  const name = track.items.at(-1)?.key
  return name !== undefined && name !== null && 'source' in name && name.source.replace(/["']/g, '') === key
}

/** Items before the last: the parser keeps an empty one at the end for what may come. `stepsIn` counts exactly. */
function lengthOf(list: CST.Token | undefined): number {
  return list && 'items' in list ? list.items.length - 1 : 0
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

/** The line of a key, or of the nearest thing around it that is there: a missing key has no place of its own. */
function lineOf(document: Document.Parsed, path: Path, lines: LineCounter): number {
  let node: unknown = document.contents
  let offset = 0
  for (const key of path) {
    const next = step(node, key)
    if (!next) break
    offset = startOf(next.at)
    node = isAlias(next.value) ? next.value.resolve(document) : next.value
  }
  return lineAt(lines, offset)
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

function lineAt(lines: LineCounter, offset: number): number {
  return lines.linePos(offset).line || 1
}

function refused(found: Finding, line: number): Tree {
  return { ok: false, findings: [{ ...found, line }] }
}
