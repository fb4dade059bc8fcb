import { dayFrom } from './field-texts.ts'
import { at, isRecord, namesAt } from './values.ts'

type Row = { readonly row: string; readonly typed: string }

/**
 * What a reply makes of a fact, as the value of a choice: `place=hospital`, `minor_child:true`; a number (`heirs#`) and a
 * day (`moved_on@`) are typed beside it.
 */
export function settingRows(value: unknown): readonly Row[] {
  return isRecord(value) ? Object.entries(value).map(([fact, own]) => rowOf(fact, own)) : []
}

function rowOf(fact: string, value: unknown): Row {
  if (typeof value === 'boolean') return { row: `${fact}:${value}`, typed: '' }
  if (typeof value === 'number') return { row: `${fact}#`, typed: String(value) }
  const text = String(value)
  return dayFrom(text) === text ? { row: `${fact}@`, typed: text } : { row: `${fact}=${text}`, typed: '' }
}

/** Every fact a reply may set, with each value it may take. */
export function settingOptions(tree: unknown): readonly string[] {
  return namesAt(tree, ['facts']).flatMap((fact) => {
    const type = at(tree, ['facts', fact, 'type'])
    if (type === 'boolean') return [`${fact}:true`, `${fact}:false`]
    if (type === 'number') return [`${fact}#`]
    if (type === 'date') return [`${fact}@`]
    return namesAt(tree, ['facts', fact, 'options']).map((option) => `${fact}=${option}`)
  })
}

/** The fact and value of a row; the value is undefined where it is typed beside it. */
export function settingIn(row: string): { readonly fact: string; readonly sign: string; readonly value: string } {
  const [, fact = row, sign = '', value = ''] = /^([a-z0-9_]+)([=:#@])(.*)$/.exec(row) ?? []
  return { fact, sign, value }
}

export function settingsFrom(rows: readonly string[], typed: readonly string[]): unknown {
  const settings = rows.flatMap((row, index) => {
    if (row === '') return []
    const { fact, sign, value } = settingIn(row)
    return [[fact, valueFrom(sign, value, (typed[index] ?? '').trim())] as const]
  })
  if (settings.length === 0) return undefined
  return settings.some(([, value]) => value === 'wrong') ? 'wrong' : Object.fromEntries(settings)
}

function valueFrom(sign: string, value: string, typed: string): unknown {
  if (sign === ':') return value === 'true'
  if (sign === '@') return dayFrom(typed) ?? 'wrong'
  if (sign === '#') return /^-?\d{1,9}([.,]\d{1,4})?$/.test(typed) ? Number(typed.replace(',', '.')) : 'wrong'
  return value
}
