import { namedCondition } from './condition.ts'
import { PHRASES } from './condition-phrases.ts'
import type { Condition, Definition, Fact, Language } from './definition.ts'

type Leaf = Extract<Condition, { fact: string }>
type Value = string | number | boolean

// A condition longer than this is not read anyway, and named conditions can multiply.
const MOST_PARTS = 60

/**
 * A condition in plain words, made of the journey's own questions and answers so that nothing has to be inflected:
 * `Missä hän kuoli? – Ulkomailla`. Named conditions are written out, `not` is said at the answers, and parts within parts
 * stand in brackets. Where a text is missing in the language, the fact's or option's id stands instead; a name that does
 * not exist or goes in a circle stays a name.
 */
export function conditionWords(condition: Condition, definition: Definition, language: Language): string {
  const budget = { left: MOST_PARTS }
  return phrase(condition, { definition, language, open: [], budget, isOpposite: false, isInside: false })
}

type Reader = {
  readonly definition: Definition
  readonly language: Language
  /** names being written out */
  readonly open: readonly string[]
  readonly budget: { left: number }
  readonly isOpposite: boolean
  readonly isInside: boolean
}

function phrase(condition: Condition, reader: Reader): string {
  reader.budget.left -= 1
  if (reader.budget.left < 0) return '…'
  if (typeof condition === 'string') return namedPhrase(condition, reader)
  if ('not' in condition) return phrase(condition.not, { ...reader, isOpposite: !reader.isOpposite })
  if ('all' in condition) return joined(condition.all, 'and', reader)
  if ('any' in condition) return joined(condition.any, 'or', reader)
  return leafPhrase(condition, reader)
}

function namedPhrase(name: string, reader: Reader): string {
  const condition = namedCondition(reader.definition.conditions ?? {}, name)
  if (condition === undefined || reader.open.includes(name)) return reader.isOpposite ? `≠ ${name}` : name
  return phrase(condition, { ...reader, open: [...reader.open, name] })
}

/** Not all is any of the opposites, and the other way round: also where one of them is unknown. */
function joined(parts: readonly Condition[], word: 'and' | 'or', reader: Reader): string {
  const [first, ...rest] = parts
  if (first !== undefined && rest.length === 0) return phrase(first, reader)
  const isAnd = (word === 'and') !== reader.isOpposite
  const between = ` ${PHRASES[reader.language][isAnd ? 'and' : 'or']} `
  const text = parts.map((part) => phrase(part, { ...reader, isInside: true })).join(between)
  return reader.isInside ? `(${text})` : text
}

function leafPhrase(leaf: Leaf, reader: Reader): string {
  const { definition, language } = reader
  const fact = Object.hasOwn(definition.facts, leaf.fact) ? definition.facts[leaf.fact] : undefined
  return `${fact?.ask[language] ?? leaf.fact} – ${answerPhrase(leaf, fact, reader)}`
}

function answerPhrase(leaf: Leaf, fact: Fact | undefined, { language, isOpposite }: Reader): string {
  const { known, notKnown } = PHRASES[language]
  if ('known' in leaf) return leaf.known === isOpposite ? notKnown : known
  if ('is' in leaf) return chosen([leaf.is], fact, language, isOpposite)
  if ('in' in leaf) return chosen(leaf.in, fact, language, isOpposite)
  return comparison(boundOf(leaf), 'gte' in leaf !== isOpposite, language)
}

/** The opposite of a yes is a no; of an answer among many it is any other. */
function chosen(values: readonly Value[], fact: Fact | undefined, language: Language, isOpposite: boolean): string {
  if (!isOpposite) return listed(values, fact, language)
  const others = possibleValues(fact).filter((value) => !values.includes(value))
  return others.length === 1
    ? listed(others, fact, language)
    : PHRASES[language].otherThan(quoted(values, fact, language))
}

function listed(values: readonly Value[], fact: Fact | undefined, language: Language): string {
  const [only, ...more] = values
  if (only !== undefined && more.length === 0) return valuePhrase(only, fact, language)
  return quoted(values, fact, language)
}

function quoted(values: readonly Value[], fact: Fact | undefined, language: Language): string {
  const opening = language === 'en' ? '“' : '”'
  return values.map((value) => `${opening}${valuePhrase(value, fact, language)}”`).join(` ${PHRASES[language].or} `)
}

function possibleValues(fact: Fact | undefined): Value[] {
  if (fact?.type === 'choice') return Object.keys(fact.options)
  return fact?.type === 'boolean' ? [true, false] : []
}

function valuePhrase(value: Value, fact: Fact | undefined, language: Language): string {
  if (typeof value === 'boolean') return PHRASES[language][value ? 'yes' : 'no']
  if (fact?.type === 'date') return dayPhrase(String(value), language)
  const options = fact?.type === 'choice' ? fact.options : {}
  const words = Object.hasOwn(options, String(value)) ? options[String(value)] : undefined
  return words?.[language] ?? String(value)
}

function comparison(bound: number | string, isFrom: boolean, language: Language): string {
  const { atLeast, below, fromDay, beforeDay } = PHRASES[language]
  if (typeof bound === 'number') return isFrom ? atLeast(String(bound)) : below(String(bound))
  const day = dayPhrase(bound, language)
  return isFrom ? fromDay(day) : beforeDay(day)
}

function boundOf(leaf: Extract<Leaf, { gte: unknown } | { lt: unknown } | { before: unknown }>): number | string {
  if ('gte' in leaf) return leaf.gte
  return 'lt' in leaf ? leaf.lt : leaf.before
}

function dayPhrase(day: string, language: Language): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return DAYS[language].format(date)
}

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fi: new Intl.DateTimeFormat('fi-FI', { timeZone: 'UTC' }),
  sv: new Intl.DateTimeFormat('sv-FI', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}
