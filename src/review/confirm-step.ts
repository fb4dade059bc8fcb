import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Library } from '#src/journey/library.ts'
import { concerns, forgetConfirmations } from './confirmations.ts'
import type { Confirmation } from './response.ts'
import { dayOf } from './response-day.ts'
import type { ResponseStore } from './response-store.ts'
import { isTooLong, ownWords } from './response-words.ts'

type ConfirmDeps = {
  readonly responses: ResponseStore
  readonly accounts: AccountStore
  readonly library: Library
  readonly now: () => number
}
export type ConfirmStep = {
  readonly journey: string
  /** the version whose description was read */
  readonly version: number
  readonly step: StepKey
  readonly fields: Readonly<Record<string, string | undefined>>
}
export type ConfirmError = 'verdict-missing' | 'correction-missing' | 'too-long'
export type Confirmed =
  | { readonly ok: true; readonly verdict: Confirmation['verdict'] }
  | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly error: ConfirmError }[] }

export const FEASIBILITIES = ['exists', 'agreed', 'needs_law', 'idea'] as const
const VERDICTS = ['confirmed', 'corrected'] as const
/** The page says "we can, if" before it: said twice it would read "if if". */
const LEADING_IF = /^(?:jos|om|if)\s+(?=\S)/i
const MOST = { text: 2000, condition: 500 } as const

/** A provider says whether its step or hand-over is told as it is, how feasible the proposal is, and on what condition. */
export async function confirmStep(
  deps: ConfirmDeps,
  { account, provider }: Pick<StaffSession, 'account' | 'provider'>,
  wish: ConfirmStep,
): Promise<Confirmed> {
  const published = await deps.library.version(wish.journey, wish.version)
  const step = published?.journey.places.get(wish.step)?.step
  if (!step) throw new AppError('not-found', 'step to confirm')
  if (provider === undefined || !concerns(step, provider)) throw new AppError('forbidden', 'step of another provider')

  const read = readForm(wish.fields)
  if (!read.ok) return read
  const at = deps.now()
  const { journey, version, step: key } = wish
  const confirmation = { journey, version, step: key, provider, ...read.said, by: account, on: dayOf(at), at }
  const before = (await deps.responses.confirmations(journey)).find(
    (one) => one.step === key && one.provider === provider,
  )
  if (before && isSame(before, confirmation)) return { ok: true, verdict: confirmation.verdict }
  await deps.responses.confirm(confirmation)
  forgetConfirmations(deps.responses, journey)
  await deps.accounts.record({
    at,
    who: account,
    what: `step:${confirmation.verdict}`,
    about: `${journey} ${key} ${provider}`,
    why: undefined,
  })
  return { ok: true, verdict: confirmation.verdict }
}

type Said = Pick<Confirmation, 'verdict' | 'text' | 'feasibility' | 'condition'>
type Read = { readonly ok: true; readonly said: Said } | Extract<Confirmed, { ok: false }>

function readForm(fields: ConfirmStep['fields']): Read {
  const verdict = VERDICTS.find((one) => one === fields.verdict)
  const [text, condition] = [ownWords(fields.text), ownWords(fields.condition)?.replace(LEADING_IF, '')]
  const errors = [
    ...(verdict ? [] : [{ field: 'verdict', error: 'verdict-missing' as const }]),
    ...(verdict === 'corrected' && text === undefined ? [{ field: 'text', error: 'correction-missing' as const }] : []),
    ...(isTooLong(text, MOST.text) ? [{ field: 'text', error: 'too-long' as const }] : []),
    ...(isTooLong(condition, MOST.condition) ? [{ field: 'condition', error: 'too-long' as const }] : []),
  ]
  if (!verdict || errors.length > 0) return { ok: false, errors }
  return {
    ok: true,
    said: { verdict, text, condition, feasibility: FEASIBILITIES.find((one) => one === fields.feasibility) },
  }
}

/** The same form sent twice on one day says nothing new. */
function isSame(before: Confirmation, now: Confirmation): boolean {
  const content = ({ version, verdict, text, feasibility, condition, on }: Confirmation) =>
    JSON.stringify([version, verdict, text, feasibility, condition, on])
  return content(before) === content(now)
}
