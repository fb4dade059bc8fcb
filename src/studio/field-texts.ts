import { isRecord } from './values.ts'

/** A day as 2026-01-31 or 31.1.2026; undefined where nothing was written. */
export function dayFrom(text: string): string | undefined | 'wrong' {
  if (text === '') return undefined
  const [, day = '', month = '', year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isDay(iso) ? iso : 'wrong'
}

/** A calendar rolls 31 February over to March: what it makes of a day has to be that day. */
function isDay(iso: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}

/** Names and values, one pair a line. A text that would be read as something else stands in quotation marks. */
export function pairsText(value: unknown): string {
  if (!isRecord(value)) return ''
  return Object.entries(value)
    .map(([name, own]) => `${name} = ${typeof own === 'string' && typed(own) !== own ? `"${own}"` : String(own)}`)
    .join('\n')
}

export function pairsFrom(text: string): Readonly<Record<string, unknown>> | undefined | 'wrong' {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return undefined
  const pairs = lines.map((line) => /^\s*([^=]*?[^=\s])\s*=\s*(\S.*?)\s*$/.exec(line))
  if (pairs.includes(null)) return 'wrong'
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', typed(pair?.[2] ?? '')]))
}

function typed(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  if (/^-?\d{1,9}(\.\d{1,4})?$/.test(text)) return Number(text)
  return /^".*"$/.test(text) ? text.slice(1, -1) : text
}
