import type { Language } from './definition.ts'
import { FINDINGS, type FindingCode, type Severity, SUGGESTION, VALUE_WORDS } from './finding-words.ts'

export type { FindingCode }
/** A place in a definition: keys and list positions from the root. */
export type Path = readonly (string | number)[]
/** Says where in a file a path stands: the line and the column of the nearest thing that is there, counted from 1. */
export type Lines = { readonly lineOf: (path: Path) => number; readonly columnOf: (path: Path) => number }

const MOST = 500
const MOST_SEARCHED = 100

export type Finding = {
  readonly severity: Severity
  readonly code: FindingCode
  readonly path: Path
  readonly line?: number
  readonly file?: string
  readonly values: Readonly<Record<string, string>>
}

/** A finding without its line; `located` adds it. `suggestion` among the values is the id that was probably meant. */
export function finding(code: FindingCode, path: Path, values: Record<string, string> = {}): Finding {
  return { severity: FINDINGS[code].severity, code, path, values }
}

/** Adds file, line (unless known) and the words of the place (`at`: `estate/inventory title`) to findings about one definition. */
export function located(findings: readonly Finding[], root: unknown, lines?: Lines, file?: string): Finding[] {
  return findings.map((found) => ({
    ...found,
    values: { at: placeName(root, found.path), ...found.values },
    ...(lines && found.line === undefined && { line: lines.lineOf(found.path) }),
    ...(file !== undefined && { file }),
  }))
}

/** The sentence a designer reads. Swedish readers get the English one. */
export function findingText({ code, values }: Pick<Finding, 'code' | 'values'>, language: Language): string {
  const words = language === 'fi' ? 'fi' : 'en'
  const sentence = filled(FINDINGS[code][words], values, words)
  const { suggestion } = values
  return suggestion ? `${sentence} ${filled(SUGGESTION[words], { id: suggestion }, words)}` : sentence
}

/** `file:line: sentence`, with `warning:` or `note:` before the sentence where it is no error. */
export function findingLine(found: Finding, language: Language): string {
  const sentence = findingText(found, language)
  const place = `${found.file ?? 'journey'}:${found.line ?? 1}`
  return found.severity === 'error' ? `${place}: ${sentence}` : `${place}: ${found.severity}: ${sentence}`
}

/** Findings of each part in turn, until there are more than anybody reads: each may cost a search for the name that was meant. */
export function firstOf<Part>(parts: readonly Part[], findingsOf: (part: Part) => readonly Finding[]): Finding[] {
  const found: Finding[] = []
  for (const part of parts) {
    found.push(...findingsOf(part))
    if (found.length > MOST_SEARCHED) break
  }
  return found
}

/** As many errors as anybody reads, and as many of the others; a note says how many more there are. */
export function readable(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error').slice(0, MOST)
  const others = findings.filter(({ severity }) => severity !== 'error').slice(0, MOST)
  const more = findings.length - errors.length - others.length
  return [...errors, ...others, ...(more > 0 ? [finding('more-findings', [], { count: String(more) })] : [])]
}

/** Findings in the order of the file. */
export function byLine(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
}

/** True when nothing stands in the way of publishing. */
export function isPublishable(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error')
}

function filled(template: string, values: Readonly<Record<string, string>>, language: 'fi' | 'en'): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return VALUE_WORDS[value]?.[language] ?? value
  })
}

/** Steps are named by track and step, other list items by their id where they have one, so that nobody has to count. */
function placeName(root: unknown, path: Path): string {
  const names: string[] = []
  let value = root
  for (const key of path) {
    value = child(value, key)
    names.push(typeof key === 'number' ? (idOf(value) ?? String(key + 1)) : key)
  }
  const [first, track, steps, step, ...rest] = names
  if (first !== 'tracks' || steps !== 'steps' || step === undefined) return names.join('.')
  return [`${track}/${step}`, rest.join('.')].filter(Boolean).join(' ')
}

function child(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

function idOf(value: unknown): string | undefined {
  const id = child(value, 'id')
  return typeof id === 'string' ? id : undefined
}
