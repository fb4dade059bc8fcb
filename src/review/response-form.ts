import { z } from 'zod'
import type { Words } from '#src/journey/definition.ts'
import { MINISTRY, type Response, type ResponseState } from './response.ts'
import { mayMoveDue, nextStates } from './response-rules.ts'
import { isSafeLink, isTooLong, ownWords } from './response-words.ts'

export type ResponseFields = Readonly<Record<string, string | undefined>>
export type ResponseError =
  | 'too-long'
  | 'bad-link'
  | 'not-a-date'
  | 'state-not-possible'
  | 'unknown-version'
  | 'said-missing'
  | 'reason-missing'
  | 'whose-missing'
export type ResponseErrors = readonly { readonly field: string; readonly error: ResponseError }[]

/** `said` what was heard · `decision` state, reason, whose and evidence · `due` the day · `versions` what changed because of it */
export type Part = 'said' | 'decision' | 'due' | 'versions'

const LANGUAGES = ['fi', 'sv', 'en'] as const
const MOST = { said: 300, reason: 2000, whose: 200, evidence: 500 } as const
const IsoDate = z.iso.date()

/**
 * Which parts of an answer somebody may write. Each body writes its own words and decision; the ministry sets the day
 * until it is promised, and says which version changed. Until a provider takes its share, the ministry tells what was heard.
 */
export function partsFor(side: string, response: Response): readonly Part[] {
  const isOwn = response.body === side
  if (side !== MINISTRY) return isOwn ? ['said', 'decision'] : []
  return [
    ...(isOwn || response.acceptedOn === undefined ? ['said' as const] : []),
    ...(isOwn ? ['decision' as const] : []),
    ...(mayMoveDue(response) ? ['due' as const] : []),
    'versions',
  ]
}

export type Revised = { readonly response: Response; readonly errors: ResponseErrors }

/** The answer as a form wants it, in the parts its writer may change, and what needs another look. A field that is not sent stays as it was. */
export function revised(
  before: Response,
  sent: ResponseFields,
  parts: readonly Part[],
  versions: readonly number[],
): Revised {
  const fields = { ...fieldsOf(before), ...sent }
  return parts.reduce<Revised>(
    ({ response, errors }, part) => {
      const read = READ[part](response, fields, versions)
      return { response: read.response, errors: [...errors, ...read.errors] }
    },
    { response: before, errors: [] },
  )
}

type Read = (response: Response, fields: ResponseFields, versions: readonly number[]) => Revised

const READ: { readonly [P in Part]: Read } = { said, decision, due, versions: changed }

function said(response: Response, fields: ResponseFields): Revised {
  return { response: { ...response, said: wordsIn('said', fields) }, errors: longWords('said', fields) }
}

function decision(response: Response, fields: ResponseFields): Revised {
  const state = nextStates(response).find((one) => one === fields.state)
  const whose = state === 'not-ours' ? ownWords(fields.whose) : undefined
  const evidence = (fields.evidence ?? '').trim() || undefined
  return {
    response: { ...response, state: state ?? response.state, reason: wordsIn('reason', fields), whose, evidence },
    errors: [
      ...(state ? [] : [{ field: 'state', error: 'state-not-possible' as const }]),
      ...longWords('reason', fields),
      ...(isTooLong(whose, MOST.whose) ? [{ field: 'whose', error: 'too-long' as const }] : []),
      ...(evidence === undefined || (isSafeLink(evidence) && !isTooLong(evidence, MOST.evidence))
        ? []
        : [{ field: 'evidence', error: 'bad-link' as const }]),
    ],
  }
}

function due(response: Response, fields: ResponseFields): Revised {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map((part) => (fields[`due-${part}`] ?? '').trim())
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (IsoDate.safeParse(date).success) return { response: { ...response, dueOn: date }, errors: [] }
  return { response, errors: [{ field: 'due-day', error: 'not-a-date' }] }
}

function changed(response: Response, fields: ResponseFields, versions: readonly number[]): Revised {
  const wanted = fields['to-version'] ?? ''
  if (wanted === '') return { response: { ...response, toVersion: undefined }, errors: [] }
  const toVersion = versions.find((number) => String(number) === wanted && number > response.fromVersion)
  if (toVersion !== undefined) return { response: { ...response, toVersion }, errors: [] }
  return { response, errors: [{ field: 'to-version', error: 'unknown-version' }] }
}

function wordsIn(name: 'said' | 'reason', fields: ResponseFields): Words {
  const written = LANGUAGES.map((language) => [language, ownWords(fields[`${name}-${language}`])] as const)
  return Object.fromEntries(written.filter(([, text]) => text !== undefined))
}

function longWords(name: 'said' | 'reason', fields: ResponseFields): ResponseErrors {
  return LANGUAGES.map((language) => `${name}-${language}`)
    .filter((field) => isTooLong(ownWords(fields[field]), MOST[name]))
    .map((field) => ({ field, error: 'too-long' as const }))
}

/** The fields of a form that shows an answer as it is stored. */
export function fieldsOf({ said, reason, state, whose, evidence, dueOn, toVersion }: Response): Record<string, string> {
  const [year = '', month = '', day = ''] = dueOn.split('-')
  const words = LANGUAGES.flatMap((language) => [
    [`said-${language}`, said[language] ?? ''] as const,
    [`reason-${language}`, reason[language] ?? ''] as const,
  ])
  const own: { state: ResponseState } & Record<string, string> = {
    state,
    whose: whose ?? '',
    evidence: evidence ?? '',
    'due-day': String(Number(day)),
    'due-month': String(Number(month)),
    'due-year': year,
    'to-version': String(toVersion ?? ''),
  }
  return { ...Object.fromEntries(words), ...own }
}
