import { type CST, Lexer, type LineCounter, Parser } from 'yaml'
import { type Finding, type FindingCode, finding } from './finding.ts'

export const DEEPEST = 20
export const MOST_STEPS = 500
// The largest shipped journey has 7,000 separators and 44,000 lexemes; a file of many times that is there to cost time.
// Separators are counted before reading, lexemes while reading.
const MOST_SEPARATORS = 30_000
const MOST_LEXEMES = 90_000

/** Told from the text alone, before anything is read. */
export function isTooDense(text: string): boolean {
  let count = 0
  for (let i = 0; i < text.length; i += 1) if (SEPARATORS.has(text.charCodeAt(i))) count += 1
  return count > MOST_SEPARATORS
}

const SEPARATORS: ReadonlySet<number> = new Set([...'\n,[{'].map((sign) => sign.charCodeAt(0)))

/** Feeds the parser and stops as soon as the file goes beyond a limit. */
export class Guard {
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

/** The line, counted from 1, of a place in the text counted in characters from 0. */
export function lineAt(lines: LineCounter, offset: number): number {
  return lines.linePos(offset).line || 1
}
