import { isDate } from '#src/journey/calendar.ts'
import type { Journey, Place } from '#src/journey/compile.ts'
import { type Fact, type FactValue, mandateName, type Step, type StepKey } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'
import type { Told } from './walk.ts'

/** A form as it came: one text per field name. */
export type Fields = Readonly<Record<string, string>>

export const TOLD_ERRORS = [
  'missing',
  'unknown-option',
  'not-a-date',
  'no-such-date',
  'in-the-future',
  'too-long-ago',
  'not-a-number',
  'out-of-range',
] as const
export type ToldError = (typeof TOLD_ERRORS)[number]
export type FieldError = { readonly field: string; readonly error: ToldError }

export type ReadTold = { readonly told: Told; readonly errors: readonly FieldError[] }
type One = { readonly value: FactValue | undefined } | { readonly error: ToldError; readonly field?: string }

/**
 * What the step itself asks: facts of a question, the fact a decision sets, the hand-overs of a consent.
 * `complete` wants everything that must be answered; without it (save and stay) gaps are left for later.
 * `realToday` is the real calendar date: the event the journey starts on has happened already.
 */
export function readTold(
  journey: Journey,
  place: Place,
  fields: Fields,
  options: { realToday: string; complete: boolean },
): ReadTold {
  const told: Record<string, FactValue> = {}
  const errors: FieldError[] = []
  for (const name of namesOf(place.step)) {
    const one = readOne(journey, place.step, name, fields, options.realToday)
    if ('error' in one) errors.push({ field: one.field ?? firstField(journey, name), error: one.error })
    else if (one.value !== undefined) told[name] = one.value
    // Whoever says nothing of a mandate does the step themselves.
    else if (options.complete && place.step.kind !== 'mandate') missing(journey, name, told, errors)
  }
  return { told, errors }
}

/** The names a step asks for: fact ids, `share-ID` for each hand-over a consent covers, `mandate-ID` for who does it. */
export function namesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case 'question':
      return step.asks
    case 'decision':
      return [step.sets]
    case 'consent':
      return step.consents.map((share) => `share-${share}`)
    case 'mandate':
      return [mandateName(step)]
    default:
      return []
  }
}

export type Asked = { readonly step: StepKey; readonly name: string }

/** Everything asked so far at the steps that concern the walker, in order. */
export function askedSoFar(steps: readonly StepProgress[]): readonly Asked[] {
  return steps
    .filter(({ status }) => status !== 'blocked')
    .flatMap(({ place }) => namesOf(place.step).map((name) => ({ step: place.key, name })))
}

function missing(journey: Journey, name: string, told: Record<string, FactValue>, errors: FieldError[]) {
  if (journey.definition.facts[name]?.unknown_allowed) told[name] = null
  else errors.push({ field: firstField(journey, name), error: 'missing' })
}

function firstField(journey: Journey, name: string): string {
  return journey.definition.facts[name]?.type === 'date' ? `${name}-day` : name
}

function readOne(journey: Journey, step: Step, name: string, fields: Fields, realToday: string): One {
  if (step.kind === 'consent') return oneOf(fields[name], ['yes', 'no'])
  if (step.kind === 'mandate') return oneOf(fields[name], ['self', ...Object.keys(step.roles)])
  const fact = journey.definition.facts[name]
  if (!fact) throw new Error(`${name} is asked but not declared`)
  if (fields[name] === 'unknown' && fact.unknown_allowed) return { value: null }
  return readFact(fact, name, fields, name === journey.definition.starts_on ? realToday : undefined)
}

function readFact(fact: Fact, name: string, fields: Fields, latest: string | undefined): One {
  switch (fact.type) {
    case 'choice':
      return oneOf(fields[name], Object.keys(fact.options))
    case 'boolean': {
      const one = oneOf(fields[name], ['true', 'false'])
      return 'value' in one && one.value !== undefined ? { value: one.value === 'true' } : one
    }
    case 'number':
      return readNumber(fields[name], fact)
    case 'date':
      return readDate(name, fields, latest)
  }
}

function oneOf(text: string | undefined, options: readonly string[]): One {
  if (text === undefined || text === '') return { value: undefined }
  return options.includes(text) ? { value: text } : { error: 'unknown-option' }
}

function readNumber(
  text: string | undefined,
  { min, max }: { min?: number | undefined; max?: number | undefined },
): One {
  const trimmed = (text ?? '').trim().replace(',', '.')
  if (trimmed === '') return { value: undefined }
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(trimmed)) return { error: 'not-a-number' }
  const number = Number(trimmed)
  return number < (min ?? -Infinity) || number > (max ?? Infinity) ? { error: 'out-of-range' } : { value: number }
}

function readDate(name: string, fields: Fields, latest: string | undefined): One {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => (fields[`${name}-${part}`] ?? '').trim())
  if (!day && !month && !year) return { value: undefined }
  const date = `${(year ?? '').padStart(4, '0')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const isWritten = [day, month, year].every((part) => /^\d{1,4}$/.test(part ?? ''))
  if (!isDate(date)) return { error: isWritten ? 'no-such-date' : 'not-a-date', field: `${name}-day` }
  if (date < '1900-01-01') return { error: 'too-long-ago', field: `${name}-year` }
  if (latest !== undefined && date > latest) return { error: 'in-the-future', field: `${name}-day` }
  return { value: date }
}
