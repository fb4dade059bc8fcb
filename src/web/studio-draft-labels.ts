import { conditionWords } from '#src/journey/condition-words.ts'
import type { Definition } from '#src/journey/definition.ts'
import { rowFrom, rowValue } from '#src/studio/condition-rows.ts'
import { type Field, type Filled, inputsOf, shown } from '#src/studio/fields.ts'
import type { DraftForm, FormPart } from '#src/studio/form-parts.ts'
import { type Atom, atomsOf, conditionFrom, readable } from '#src/studio/readable.ts'
import { easeOf } from '#src/studio/reading-ease.ts'
import type { Broken } from '#src/studio/save-form.ts'
import { settingIn } from '#src/studio/setting-rows.ts'
import { at, stepPlaces, wordsIn } from '#src/studio/values.ts'
import type { StaffReader } from '#views/account/frame.ts'
import type { SelectItem } from '#views/components/select.ts'
import type { ShownField, ShownPart } from '#views/studio/draft/fields.ts'
import type { PlacedFinding } from './studio-draft-page.ts'

type Shown = {
  readonly reader: StaffReader
  readonly tree: unknown
  /** where the values of the fields stand, if not in the journey itself */
  readonly values?: unknown
  readonly errors?: readonly Broken[]
  readonly findings: readonly PlacedFinding[]
}

/** A form as a page shows it: with words for every field and option, and what was typed where it has to be mended. */
export function shownParts(
  form: DraftForm,
  { reader, tree, values = tree, errors = [], findings }: Shown,
): readonly ShownPart[] {
  const labels = createLabels(reader, tree, values)
  const parts = form.parts.map((part) => ({ part, found: [] as string[] }))
  // What no field of the form is about is said at its beginning.
  for (const { field, text } of findings) (parts.find(({ part }) => isOf(part, field)) ?? parts[0])?.found.push(text)
  return parts.map(({ part, found }): ShownPart => {
    const { legends, adds } = reader.words.draftFields
    const fields = part.fields.map((field) => shownField(labels, field, errors))
    return {
      ...{ id: part.id, fields, item: part.item },
      legend: legendOf(labels, part, named(legends, part.label)),
      add: part.list === undefined ? undefined : { list: part.list, text: named(adds, part.list) },
      findings: [...new Set(found)],
    }
  })
}

function isOf(part: FormPart, field: string): boolean {
  if (field === '') return false
  return part.fields.some(({ name }) => field === name || name.startsWith(`${field}.`) || field.startsWith(`${name}.`))
}

function named(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name
}

/** Items of a list are told apart by their ids. */
function legendOf({ values }: Labels, { item, fields }: FormPart, legend: string): string {
  const id = item?.split('.').at(-1)
  const [first] = fields
  const words = first && wordsIn(at(values, first.path.slice(0, -1)), ['fi', 'sv', 'en'])
  return id === undefined ? legend : `${legend}: ${(/^\d+$/.test(id) && words) || id}`
}

type Labels = ReturnType<typeof createLabels>

function createLabels(reader: StaffReader, tree: unknown, values: unknown) {
  const definition = readable(tree)
  let atoms: readonly SelectItem[] | undefined
  return {
    ...{ reader, tree, values, definition },
    atoms: () => (atoms ??= atomsOf(definition).map((atom) => atomItem(reader, definition, atom))),
  }
}

function shownField(labels: Labels, field: Field, errors: readonly Broken[]): ShownField {
  const { reader } = labels
  const value = at(labels.values, field.path)
  const broken = errors.find((error) => error.field.name === field.name)
  const values = broken?.typed ?? shown(field, value)
  return {
    ...{ name: field.name, is: field.kind.is, values, lang: field.lang },
    label: named(reader.words.draftFields.fields, field.label),
    options: optionsOf(labels, field, values),
    error: broken && reader.words.draft.errors[broken.error],
    note: noteOf(labels, field, value),
    reading: field.kind.is === 'condition' ? readingOf(labels, value) : undefined,
  }
}

const LONG_ENOUGH = 12

/** Of a name or a short sentence no measure of reading says anything. */
function noteOf({ reader }: Labels, { lang, kind }: Field, value: unknown): string | undefined {
  if (lang === undefined || kind.is !== 'text' || typeof value !== 'string') return undefined
  if (value.split(/\s+/).length < LONG_ENOUGH) return undefined
  const { note, ease } = reader.words.studioForms.words
  return note(value.length, ease[easeOf(value, lang)])
}

function readingOf({ definition, reader }: Labels, value: unknown): string | undefined {
  const condition = value === undefined ? undefined : conditionFrom(value)
  return condition && conditionWords(condition, definition, reader.language)
}

function optionsOf(labels: Labels, field: Field, values: Filled): readonly SelectItem[] {
  const { kind } = field
  if (kind.is === 'condition') return conditionOptions(labels, field, values)
  if (!('options' in kind)) return []
  return kind.options.map((value) => ({ value, text: optionText(labels, field, value) }))
}

/** A row that no list offers, such as a condition inside a condition, is an option of its own: nothing is lost by saving. */
function conditionOptions(labels: Labels, field: Field, values: Filled): readonly SelectItem[] {
  const offered = labels.atoms()
  const [, rowName = ''] = inputsOf(field)
  const odd = (values[rowName] ?? []).filter((row) => row !== '' && !offered.some(({ value }) => value === row))
  return [...offered, ...[...new Set(odd)].map((row) => ({ value: row, text: rowText(labels, row) }))]
}

function rowText({ definition, reader }: Labels, row: string): string {
  // The words of a row with a limit do not tell which: it is typed beside it.
  const condition = conditionFrom(rowFrom(row, '1'))
  return condition === undefined
    ? reader.words.draft.asWritten(row)
    : conditionWords(condition, definition, reader.language)
}

function atomItem(reader: StaffReader, definition: Definition, atom: Atom): SelectItem {
  if (atom.is === 'open')
    return {
      value: rowValue({ fact: atom.fact, [atom.bound]: '' }),
      text: boundText(reader, definition, atom.fact, atom.bound),
    }
  return { value: rowValue(atom.condition), text: conditionWords(atom.condition, definition, reader.language) }
}

function boundText(
  { language, words }: StaffReader,
  { facts }: Definition,
  fact: string,
  bound: 'gte' | 'lt' | 'before',
) {
  return words.draft.conditions[bound](facts[fact]?.ask[language] ?? fact)
}

/** The maps whose ids a field's options are, by the last part of its name. */
const FROM_MAP: Readonly<Record<string, string>> = {
  asks: 'facts',
  sets: 'facts',
  starts_on: 'facts',
  provider: 'providers',
  to: 'providers',
  from: 'providers',
  asks_for: 'data',
  data: 'data',
  holds: 'data',
  uses: 'documents',
  produces: 'documents',
  cite: 'sources',
}

function optionText(labels: Labels, field: Field, value: string): string {
  const { reader, tree } = labels
  const { words, language } = reader
  const last = field.label.split('.').at(-1) ?? ''
  if (field.kind.is === 'moment') return momentText(labels, value)
  if (field.kind.is === 'settings') return settingText(labels, value)
  if (field.kind.is === 'answer') return answerText(labels, String(field.path.at(-1)), value)
  if (last === 'needs' || last === 'back_to') return stepText(labels, value)
  if (value === 'self') return words.draft.self
  const map = FROM_MAP[last]
  if (map === undefined) return named(words.draftFields.options, value)
  const thing = at(tree, [map, value])
  const said = wordsIn(at(thing, ['name']) ?? at(thing, ['ask']) ?? at(thing, ['title']), [language, 'fi', 'sv', 'en'])
  return said === undefined || map === 'sources' ? [value, said].filter(Boolean).join(': ') : said
}

/** What is set is read as a condition on it would be; a number or a day is typed beside its question. */
function settingText(labels: Labels, row: string): string {
  const { fact, sign, value } = settingIn(row)
  if (sign === '#' || sign === '@') return `${momentText(labels, fact)} …`
  const { definition, reader } = labels
  return conditionWords({ fact, is: sign === ':' ? value === 'true' : value }, definition, reader.language)
}

function answerText({ tree, reader }: Labels, fact: string, value: string): string {
  const { step } = reader.words.walk
  if (value === 'unknown') return reader.words.studioForms.unknown
  const option = at(tree, ['facts', fact, 'options', value])
  if (option !== undefined) return wordsIn(option, [reader.language, 'fi', 'sv', 'en']) ?? value
  return value === 'true' ? step.yes : step.no
}

function momentText(labels: Labels, value: string): string {
  const { tree, reader } = labels
  if (value.startsWith('done:')) return reader.words.draft.done(stepText(labels, value.slice('done:'.length)))
  return wordsIn(at(tree, ['facts', value, 'ask']), [reader.language, 'fi', 'sv', 'en']) ?? value
}

function stepText({ tree, reader }: Labels, key: string): string {
  const place = stepPlaces(tree).find(({ track, step }) => `${track}/${step}` === key)
  return wordsIn(at(place?.value, ['title']), [reader.language, 'fi', 'sv', 'en']) ?? key
}
