import { isRecord } from './values.ts'

export const BOUNDS = ['gte', 'lt', 'before'] as const
export type Bound = (typeof BOUNDS)[number]
const SIGNS: { readonly [B in Bound]: string } = { gte: '>=', lt: '<', before: '<<' }

/**
 * One row of a condition as the value of a choice. The usual ones are short, since a page offers hundreds of them:
 * `@abroad`, `place=hospital`, `minor_child:true`, `age>=` with its limit typed beside it, `!` before any of them for "not".
 * Whatever else a condition may be is its JSON.
 */
export function rowValue(row: unknown): string {
  if (typeof row === 'string') return `@${row}`
  if (!isRecord(row)) return JSON.stringify(row) ?? ''
  if (Object.keys(row).length === 1 && 'not' in row) {
    const inner = rowValue(row.not)
    return inner.startsWith('{') || inner.startsWith('!') ? JSON.stringify(row) : `!${inner}`
  }
  if (typeof row.fact !== 'string' || Object.keys(row).length !== 2) return JSON.stringify(row)
  if (typeof row.is === 'string') return `${row.fact}=${row.is}`
  if (typeof row.is === 'boolean') return `${row.fact}:${row.is}`
  const bound = boundIn(row)
  return bound ? `${row.fact}${SIGNS[bound]}` : JSON.stringify(row)
}

/** The limit that is typed beside a row, if it has one. */
export function limitOf(row: unknown): string {
  const inner = isRecord(row) && 'not' in row ? row.not : row
  const bound = boundIn(inner)
  return bound && isRecord(inner) ? String(inner[bound] ?? '') : ''
}

function boundIn(row: unknown): Bound | undefined {
  return BOUNDS.find((name) => isRecord(row) && name in row)
}

/** The row that a value stands for; `no-limit` where it needs one and none was typed. */
export function rowFrom(value: string, limit: string): unknown {
  if (value.startsWith('{')) return fromJson(value)
  if (value.startsWith('!')) {
    const inner = rowFrom(value.slice(1), limit)
    return inner === 'no-limit' ? inner : { not: inner }
  }
  if (value.startsWith('@')) return value.slice(1)
  const [, fact = '', sign = '', is = ''] = /^([a-z0-9_]+)(=|:|>=|<<|<)(.*)$/.exec(value) ?? []
  if (sign === '=') return { fact, is }
  if (sign === ':') return { fact, is: is === 'true' }
  const bound = BOUNDS.find((name) => SIGNS[name] === sign)
  if (!bound) return undefined
  const typed = limitFrom(limit.trim())
  return typed === undefined ? 'no-limit' : { fact, [bound]: typed }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A number, or a day as 2026-01-31 or 31.1.2026. */
function limitFrom(text: string): number | string | undefined {
  if (/^-?\d{1,9}([.,]\d{1,4})?$/.test(text)) return Number(text.replace(',', '.'))
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso))
  return isDay ? iso : undefined
}
