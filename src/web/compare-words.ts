import { durationWords } from '#src/i18n/dates.ts'
import { conditionWords } from '#src/journey/condition-words.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import type { FieldChange } from '#src/journey/field-changes.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { type Marked, markedWords } from '#src/journey/word-marks.ts'
import { conditionFrom } from '#src/studio/readable.ts'
import { isRecord } from '#src/studio/values.ts'
import type { StaffReader } from '#views/account/frame.ts'
import { plainIn } from '#views/said-in.ts'
import type { ShownField } from '#views/studio/compare.ts'

const LANGUAGES: ReadonlySet<string> = new Set(['fi', 'sv', 'en', 'fi-x-selko'])

type Sides = { readonly before: Definition; readonly after: Definition }

/** A difference as a page tells it: the name of the field, and its words with what went and came. */
export function shownField(reader: StaffReader, { before, after }: Sides, change: FieldChange): ShownField {
  const last = change.path.at(-1) ?? ''
  const lang = LANGUAGES.has(last) ? last : undefined
  const was = valueText({ reader, definition: before }, change.path, change.before)
  const now = valueText({ reader, definition: after }, change.path, change.after)
  return { label: labelOf(reader, change.path), lang, marks: marksOf(change, was, now) }
}

/** Only words are compared word by word: of two values each is whole. */
function marksOf(change: FieldChange, was: string, now: string): readonly Marked[] {
  if (typeof change.before === 'string' && typeof change.after === 'string') return markedWords(was, now)
  const removed: Marked[] = was === '' ? [] : [{ text: was, is: 'removed' }]
  const added: Marked[] = now === '' ? [] : [{ text: now, is: 'added' }]
  return [...removed, ...(removed.length > 0 && added.length > 0 ? [{ text: ' ', is: 'same' } as const] : []), ...added]
}

/** Proposal: what is proposed (Swedish); items of lists by their ids. */
function labelOf({ words }: StaffReader, path: readonly string[]): string {
  const names = path.filter((key) => !key.startsWith('#') && !LANGUAGES.has(key))
  const items = path.filter((key) => key.startsWith('#')).map((key) => key.slice(1))
  const language = path.find((key) => LANGUAGES.has(key))
  const { fields, legends, options } = words.draftFields
  const label =
    named(fields, names.join('.')) ?? named(legends, names[0] ?? '') ?? named(partNames(words), names[0] ?? '')
  const whole = [label ?? names.join('.'), ...items].join(' ')
  return language === undefined ? whole : `${whole} (${named(options, language) ?? language})`
}

function partNames(words: StaffReader['words']): Readonly<Record<string, string>> {
  return words.walk.changed.parts
}

function named(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined
}

type In = { readonly reader: StaffReader; readonly definition: Definition }

function valueText(within: In, path: readonly string[], value: unknown): string {
  const { reader, definition } = within
  const { yes, no } = reader.words.studio.others
  if (value === undefined || value === null) return ''
  if (path.includes('when')) {
    const condition = conditionFrom(value)
    if (condition !== undefined) return conditionWords(condition, definition, reader.language)
  }
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.map((item: unknown) => valueText(within, path, item)).join(', ')
  if (typeof value === 'string') return nameText(within, path, value)
  return isRecord(value) ? recordText(within, path, value) : String(value)
}

function recordText(within: In, path: readonly string[], value: Readonly<Record<string, unknown>>): string {
  const { language } = within.reader
  const keys = Object.keys(value)
  if (keys.length > 0 && keys.every((key) => LANGUAGES.has(key))) return plainIn(language, value)
  return Object.entries(value)
    .filter(([key]) => key !== 'id' && key !== 'source')
    .map(([key, item]) => `${labelOf(within.reader, [...path, key])}: ${valueText(within, [...path, key], item)}`)
    .join('; ')
}

/** Ids by the names of what they stand for. */
function nameText({ reader, definition }: In, path: readonly string[], value: string): string {
  const { language, words } = reader
  const key = path.findLast((one) => !one.startsWith('#')) ?? ''
  if (LANGUAGES.has(key)) return value
  const isShare = path[0] === 'shares'
  if (key === 'provider' || (isShare && (key === 'from' || key === 'to')))
    return value === 'self' ? words.walk.step.self : plainIn(language, definition.providers[value]?.name) || value
  if (['data', 'asks_for', 'holds'].includes(key)) return plainIn(language, definition.data?.[value]?.name) || value
  if (key === 'uses' || key === 'produces') return plainIn(language, definition.documents?.[value]?.name) || value
  if (key === 'asks' || key === 'sets') return plainIn(language, definition.facts[value]?.ask) || value
  if (key === 'needs' || key === 'back_to' || key === 'done') return stepTitle(reader, definition, value)
  if (/^P\d/.test(value)) return durationWords(language, value)
  return named(words.draftFields.options, value) ?? value
}

function stepTitle({ language }: StaffReader, definition: Definition, key: string): string {
  const place = stepsOf(definition).find((one) => one.key === (key as StepKey))
  return plainIn(language, place?.step.title) || key
}
