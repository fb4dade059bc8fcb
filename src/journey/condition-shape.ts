import { type Finding, type FindingCode, finding, type Path } from './finding.ts'

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const COMPARISONS: Readonly<Record<string, (value: unknown) => FindingCode | undefined>> = {
  is: (value) => (['string', 'number', 'boolean'].includes(typeof value) ? undefined : 'bad-condition'),
  in: (value) => (Array.isArray(value) && value.length > 0 ? undefined : 'too-few'),
  gte: bound,
  lt: bound,
  before: (value) => (typeof value === 'string' && DATE.test(value) ? undefined : 'bad-date'),
  known: (value) => (typeof value === 'boolean' ? undefined : 'bad-condition'),
}

/**
 * Why a value is no condition, at the innermost place. The schema itself only says that none of its ten forms fits,
 * ten times for every level.
 */
export function conditionFindings(value: unknown, path: Path): Finding[] {
  if (typeof value === 'string') return NAME.test(value) ? [] : [finding('bad-snake-id', path)]
  if (typeof value !== 'object' || value === null) return [finding('bad-condition', path)]
  if ('fact' in value) return leafFindings(value, path)

  const [entry, ...others] = Object.entries(value)
  if (!entry || others.length > 0) return [finding('bad-condition', path)]
  return partFindings(entry, path)
}

function partFindings([key, value]: [string, unknown], path: Path): Finding[] {
  const at = [...path, key]
  if (key === 'not') return conditionFindings(value, at)
  if ((key !== 'all' && key !== 'any') || !Array.isArray(value)) return [finding('bad-condition', at)]
  if (value.length === 0) return [finding('too-few', at, { limit: '1' })]
  return value.flatMap((part, index) => conditionFindings(part, [...at, index]))
}

function leafFindings(leaf: object & { fact: unknown }, path: Path): Finding[] {
  const { fact, ...rest } = leaf
  if (typeof fact !== 'string' || !NAME.test(fact)) return [finding('bad-snake-id', [...path, 'fact'])]

  const [entry, ...others] = Object.entries(rest)
  const comparison = entry && Object.hasOwn(COMPARISONS, entry[0]) ? COMPARISONS[entry[0]] : undefined
  if (!entry || others.length > 0 || !comparison) return [finding('bad-condition', path)]
  const code = comparison(entry[1])
  return code ? [finding(code, [...path, entry[0]], { limit: '1' })] : []
}

function bound(value: unknown): FindingCode | undefined {
  if (typeof value === 'number') return undefined
  return typeof value === 'string' && DATE.test(value) ? undefined : 'bad-date'
}
