import { Condition } from '#src/journey/definition.ts'
import { limitOf, rowFrom, rowValue } from './condition-rows.ts'
import type { Path } from './document-tree.ts'
import { dayFrom, pairsFrom, pairsText } from './field-texts.ts'
import { settingRows, settingsFrom } from './setting-rows.ts'
import { isRecord } from './values.ts'

export type FieldKind =
  | { readonly is: 'line' | 'text' | 'number' | 'yes' | 'day' | 'duration' | 'condition' }
  /** names with commas between; `single`: one alone is written without a list */
  | { readonly is: 'list'; readonly single?: boolean }
  /** one `name = value` a line */
  | { readonly is: 'pairs' }
  /** facts and what they become */
  | { readonly is: 'settings'; readonly options: readonly string[] }
  /** what an example person answers; `unknown`: they do not know */
  | { readonly is: 'answer'; readonly isBoolean: boolean; readonly options: readonly string[] }
  /** one of these; nothing chosen takes it away */
  | { readonly is: 'one'; readonly options: readonly string[] }
  /** several of these, in an order; `single`: one alone is written without a list */
  | { readonly is: 'rows'; readonly options: readonly string[]; readonly single?: boolean }
  /** the day of a fact, or of a step done: `done:track/step` */
  | { readonly is: 'moment'; readonly options: readonly string[] }

export type Field = {
  /** in the form */
  readonly name: string
  /** in the journey */
  readonly path: Path
  readonly kind: FieldKind
  /** which words tell what it is */
  readonly label: string
  readonly lang?: string
}

/** What a form holds, by the names of its inputs: an input that may be repeated has several values. */
export type Filled = Readonly<Record<string, readonly string[]>>
export type Sent = { all(name: string): readonly string[] }
export type FieldError = 'number' | 'day' | 'duration' | 'condition' | 'bound' | 'pairs' | 'shape'
export type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: FieldError }

/** The names of a field's inputs. */
export function inputsOf({ name, kind }: Field): readonly string[] {
  if (kind.is === 'duration') return [`${name}.n`, `${name}.unit`]
  if (kind.is === 'settings') return [`${name}.row`, `${name}.bound`]
  return kind.is === 'condition' ? [`${name}.mode`, `${name}.row`, `${name}.bound`] : [name]
}

/** How a value stands in its inputs. */
export function shown(field: Field, value: unknown): Filled {
  const { name, kind } = field
  if (kind.is === 'yes') return { [name]: value === true ? ['true'] : [] }
  if (kind.is === 'rows') return { [name]: [value ?? []].flat().map(String) }
  if (kind.is === 'moment') return { [name]: [momentText(value)] }
  if (kind.is === 'duration') return shownDuration(name, value)
  if (kind.is === 'condition') return shownCondition(name, value)
  if (kind.is === 'settings') return shownSettings(name, value)
  if (kind.is === 'list') return { [name]: [[value ?? []].flat().map(String).join(', ')] }
  if (kind.is === 'pairs') return { [name]: [pairsText(value)] }
  if (kind.is === 'answer' && value === null) return { [name]: ['unknown'] }
  return { [name]: [value === undefined || value === null ? '' : String(value)] }
}

/** Whether somebody changed a field since it was shown. */
export function isTouched(field: Field, before: Filled, sent: Sent): boolean {
  return inputsOf(field).some((name) => written(before[name] ?? []) !== written(sent.all(name)))
}

function written(values: readonly string[]): string {
  const texts = values.map((value) => value.trim().replace(/\s+/g, ' '))
  return JSON.stringify(texts.slice(0, texts.findLastIndex((text) => text !== '') + 1))
}

/** The value that was sent; undefined where the field was emptied. */
export function read({ name, kind }: Field, sent: Sent): Read {
  const [first = ''] = sent.all(name).map((value) => value.trim())
  if (kind.is === 'yes') return found(first === 'true' ? true : undefined)
  if (kind.is === 'number') return readNumber(first)
  if (kind.is === 'rows') return found(listOf(sent.all(name), kind.single ?? false))
  if (kind.is === 'duration') return readDuration(name, sent)
  if (kind.is === 'condition') return readCondition(name, sent)
  if (kind.is === 'settings') return readSettings(name, sent)
  if (kind.is === 'list') return found(listOf(first.split(','), kind.single ?? false))
  if (kind.is === 'pairs') return readWith(pairsFrom(first), 'pairs')
  if (kind.is === 'day') return readWith(dayFrom(first), 'day')
  if (kind.is === 'answer') return found(answerFrom(first, kind.isBoolean))
  if (kind.is === 'moment' && first.startsWith('done:')) return found({ done: first.slice('done:'.length) })
  return found(first === '' ? undefined : first)
}

function found(value: unknown): Read {
  return { ok: true, value }
}

/** `wrong`: what was written is none of its kind. */
function readWith(value: unknown, error: FieldError): Read {
  return value === 'wrong' ? { ok: false, error } : found(value)
}

function answerFrom(text: string, isBoolean: boolean): unknown {
  if (text === '') return undefined
  if (text === 'unknown') return null
  return isBoolean ? text === 'true' : text
}

function shownSettings(name: string, value: unknown): Filled {
  const rows = settingRows(value)
  return { [`${name}.row`]: rows.map(({ row }) => row), [`${name}.bound`]: rows.map(({ typed }) => typed) }
}

function readSettings(name: string, sent: Sent): Read {
  return readWith(settingsFrom(sent.all(`${name}.row`), sent.all(`${name}.bound`)), 'bound')
}

function listOf(values: readonly string[], single: boolean): unknown {
  const chosen = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
  if (chosen.length === 0) return undefined
  return single && chosen.length === 1 ? chosen[0] : chosen
}

function readNumber(text: string): Read {
  if (text === '') return found(undefined)
  const plain = text.replace(/\s/g, '').replace(',', '.')
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(plain) ? found(Number(plain)) : { ok: false, error: 'number' }
}

function momentText(value: unknown): string {
  if (isRecord(value)) return `done:${String(value.done ?? '')}`
  return typeof value === 'string' ? value : ''
}

export const UNITS = ['D', 'W', 'M', 'Y'] as const

function shownDuration(name: string, value: unknown): Filled {
  const text = typeof value === 'string' ? value : ''
  const [, n, unit] = /^P(\d{1,5})([DWMY])$/.exec(text) ?? []
  // Months and days together, say: no form of one number shows that, so it stays as it is written.
  if (n === undefined || unit === undefined) return { [`${name}.n`]: [''], [`${name}.unit`]: [text] }
  return { [`${name}.n`]: [n], [`${name}.unit`]: [unit] }
}

function readDuration(name: string, sent: Sent): Read {
  const [n = ''] = sent.all(`${name}.n`).map((value) => value.trim())
  const [unit = ''] = sent.all(`${name}.unit`)
  if (n === '') return found(unit.startsWith('P') ? unit : undefined)
  const isUnit = UNITS.some((one) => one === unit)
  return /^\d{1,4}$/.test(n) && isUnit ? found(`P${Number(n)}${unit}`) : { ok: false, error: 'duration' }
}

/** A condition is rows joined by one word. A limit is typed beside its row. */
function shownCondition(name: string, value: unknown): Filled {
  const mode = isRecord(value) && 'any' in value ? 'any' : 'all'
  const rows = value === undefined || value === null ? [] : rowsOf(value)
  return {
    [`${name}.mode`]: [mode],
    [`${name}.row`]: rows.map(rowValue),
    [`${name}.bound`]: rows.map(limitOf),
  }
}

function rowsOf(value: unknown): readonly unknown[] {
  if (!isRecord(value)) return [value]
  const parts = value.all ?? value.any
  return Array.isArray(parts) ? parts : [value]
}

function readCondition(name: string, sent: Sent): Read {
  const bounds = sent.all(`${name}.bound`)
  const rows = sent.all(`${name}.row`).flatMap((row, index) => (row === '' ? [] : [rowFrom(row, bounds[index] ?? '')]))
  const [only, ...more] = rows
  if (only === undefined) return found(undefined)
  if (rows.some((row) => row === 'no-limit')) return { ok: false, error: 'bound' }
  const [mode] = sent.all(`${name}.mode`)
  const value = more.length === 0 ? only : { [mode === 'any' ? 'any' : 'all']: rows }
  const condition = Condition.safeParse(value)
  return condition.success ? found(condition.data) : { ok: false, error: 'condition' }
}
