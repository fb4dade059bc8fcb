import type { z } from 'zod'
import { conditionFindings } from './condition-shape.ts'
import { type Finding, type FindingCode, finding, type Path } from './finding.ts'

type Issue = z.core.$ZodIssue
// Beyond this nobody reads on, and a file of nonsense would take long to describe.
const MOST = 100
const WORDS: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'ask',
  'hint',
  'name',
  'what',
  'do',
  'text',
  'rule',
  'proactive',
  'evidence',
  'moves',
  'hours',
])
/** The schema's own messages, which say what kind of text was expected. */
const FORMS: readonly (readonly [string, FindingCode])[] = [
  ['an id in kebab-case', 'bad-kebab-id'],
  ['an id in snake_case', 'bad-snake-id'],
  ['track and step', 'bad-step-ref'],
  ['an ISO 8601 duration', 'bad-duration'],
]

/** What the schema found, in a designer's words; `root` is the value that was parsed. */
export function shapeFindings(error: z.ZodError, root: unknown): Finding[] {
  return error.issues
    .slice(0, MOST)
    .flatMap((issue) => issueFindings(issue, [], root))
    .slice(0, MOST)
    .filter(isFirst)
}

function issueFindings(issue: Issue, base: Path, root: unknown): Finding[] {
  const path = pathOf(base, issue)
  const value = valueAt(root, path)
  const condition = issue.code === 'invalid_key' ? undefined : conditionAround(path)
  if (condition) return conditionIssue(condition, root)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, value))
  if (value === undefined && issue.code !== 'custom') return [finding('missing', path)]
  if (issue.code === 'invalid_union') return unionFindings(issue, path, value, root)
  return [simpleFinding(issue, path, value)]
}

/** `{ fi: Keys, money }` reads as a key `money` without a value: the usual slip, so it has its own sentence. */
function unknownKey(key: string, path: Path, holder: unknown): Finding {
  const code = valueAt(holder, [key]) === null && key.length > 1 ? 'comma-in-text' : 'unknown-key'
  return finding(code, [...path, key], code === 'comma-in-text' ? { text: key } : {})
}

function conditionIssue(path: Path, root: unknown): Finding[] {
  const found = conditionFindings(valueAt(root, path), path)
  return found.length > 0 ? found : [finding('bad-condition', path)]
}

function unionFindings(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  root: unknown,
): Finding[] {
  if (issue.errors.length === 0) return [finding('not-one-of', path, { options: optionsOf(issue).join(', ') })]
  const nearest = issue.errors.find(
    (branch) => !branch.some((part) => part.path.length === 0 && part.code === 'invalid_type'),
  )
  if (nearest) return nearest.flatMap((part) => issueFindings(part, path, root))
  return [finding('wrong-type', path, { expected: expectedOf(issue), received: typeName(value) })]
}

function simpleFinding(issue: Issue, path: Path, value: unknown): Finding {
  switch (issue.code) {
    case 'invalid_type':
      return typeFinding(issue.expected, path, value)
    case 'invalid_value':
      return finding('not-one-of', path, { options: issue.values.map(String).join(', ') })
    case 'invalid_format':
      return formatFinding(issue.message, issue.format, path)
    case 'invalid_key':
      return formatFinding(issue.issues[0]?.message ?? '', 'key', path)
    case 'too_small':
      return finding(tooSmall(issue.origin), path, { limit: String(issue.minimum) })
    case 'too_big':
      return finding(issue.origin === 'string' ? 'too-long' : 'out-of-range', path, { limit: String(issue.maximum) })
    case 'custom':
      return finding('too-few', path, { limit: String(path.at(-1) === 'options' ? 2 : 1) })
    default:
      return finding('wrong-form', path, { detail: issue.message })
  }
}

function typeFinding(expected: string, path: Path, value: unknown): Finding {
  if (typeof value === 'string' && expected === 'object' && WORDS.has(String(path.at(-1))))
    return finding('not-words', path)
  return finding('wrong-type', path, { expected: `type:${expected}`, received: typeName(value) })
}

function formatFinding(message: string, format: string, path: Path): Finding {
  const form = FORMS.find(([beginning]) => message.startsWith(beginning))
  if (form) return finding(form[1], path)
  if (format === 'date') return finding('bad-date', path)
  if (format === 'url') return finding('bad-url', path)
  return finding('wrong-form', path, { detail: message })
}

function tooSmall(origin: string): FindingCode {
  if (origin === 'string') return 'too-short'
  return origin === 'array' ? 'too-few' : 'out-of-range'
}

/** The path of the condition that a path stands in: of a step, of a note, or a named one. */
function conditionAround(path: Path): Path | undefined {
  if (path[0] === 'conditions') return path.length > 1 ? path.slice(0, 2) : undefined
  if (path[0] !== 'tracks' || path[2] !== 'steps') return undefined
  if (path[4] === 'when') return path.slice(0, 5)
  return path[4] === 'notes' && path[6] === 'when' ? path.slice(0, 7) : undefined
}

function expectedOf(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const first = issue.errors[0]?.[0]
  return first?.code === 'invalid_type' ? `type:${first.expected}` : ''
}

function optionsOf(issue: Issue): string[] {
  const options: unknown = Reflect.get(issue, 'options')
  return Array.isArray(options) ? options.map(String) : []
}

function typeName(value: unknown): string {
  if (value === null) return 'type:null'
  return Array.isArray(value) ? 'type:array' : `type:${typeof value}`
}

function pathOf(base: Path, issue: Issue): Path {
  return [...base, ...issue.path.map((key) => (typeof key === 'number' ? key : String(key)))]
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    root,
  )
}

function isFirst(found: Finding, index: number, all: readonly Finding[]): boolean {
  const place = JSON.stringify(found.path)
  return all.findIndex(({ code, path }) => code === found.code && JSON.stringify(path) === place) === index
}
