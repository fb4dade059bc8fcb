import type { StaffSession } from '#src/account/account-store.ts'
import { TRAIT_VALUES } from '#src/trial/background.ts'
import type { FoundTrial } from '#src/trial/find-trial.ts'
import { forecast } from '#src/trial/forecast.ts'
import { type Missing, missingFrom } from '#src/trial/missing.ts'
import { fieldsOf, type PlanError, type PlanFields } from '#src/trial/plan-form.ts'
import { channelFigures, reachOf, totalFigures } from '#src/trial/reach.ts'
import type { PlanPart } from '#src/trial/save-plan.ts'
import { eventsOf } from '#src/trial/stages.ts'
import type { StaffReader } from '#views/account/frame.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { studioTrialPage } from '#views/trial/studio.ts'
import type { Context, Deps } from './context.ts'
import { staffReaderOf } from './staff.ts'

/** What a form that could not be kept leaves to be shown again. */
export type Returned = {
  readonly fields?: PlanFields
  readonly rev?: number
  readonly errors?: Readonly<Record<string, PlanError>>
  readonly refused?: {
    readonly because: 'missing' | 'missing-open' | 'stale' | 'another-open' | 'has-walkers' | 'not-now'
    readonly differs?: readonly PlanPart[]
    readonly missing?: readonly Missing[]
  }
  readonly channelError?: { readonly error: 'name-missing' | 'name-too-long'; readonly typed: string }
}

/** One trial for its designer, as stored or as it was typed. */
export async function studioTrialView(
  c: Context,
  deps: Deps,
  staff: StaffSession,
  { trial, published }: FoundTrial,
  returned: Returned = {},
): Promise<Html> {
  const reader = staffReaderOf(c, deps, staff)
  const { definition, personas } = published.version
  const { plan } = trial
  const { fields = fieldsOf(plan), rev = trial.rev, errors = {}, refused, channelError } = returned
  const [channels, channelReach, reached, pace] = await Promise.all([
    deps.trials.channels(trial.id),
    deps.trials.channelReach(trial.id),
    deps.trials.reached(trial.id),
    deps.trials.pace(trial.id),
  ])
  const text = reader.words.trialPlan
  return studioTrialPage(reader, {
    form: { trial, published, fields, rev, errors: inWords(reader, errors), values: TRAIT_VALUES },
    missing: refused?.missing ?? missingFrom(trial, definition),
    events: eventsOf(trial, definition),
    forecast: forecast({ journey: published.journey, personas, walkers: plan.walkers, weights: plan.weights }),
    channels: channelFigures(channels, channelReach, pace),
    channelError: channelError && { text: text.errors[channelError.error], typed: channelError.typed },
    reach: reachOf(reached, { started: pace.started, wanted: plan.wanted }),
    total: totalFigures(pace),
    refused: refused && { text: text.refused[refused.because], differs: refused.differs ?? [] },
    notice: noticeOf(c, reader),
  })
}

function inWords({ words }: StaffReader, errors: Readonly<Record<string, PlanError>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, words.trialPlan.errors[error]]))
}

/** What the form before did. */
function noticeOf(c: Context, { words }: StaffReader): Html | undefined {
  const notes: Readonly<Record<string, string>> = words.trialPlan.notes
  const note = c.req.query('note') ?? ''
  if (!Object.hasOwn(notes, note)) return undefined
  return notificationBanner({ titleText: words.site.important, text: notes[note] ?? '', type: 'success' })
}
