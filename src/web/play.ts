import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { providersOf } from '#src/review/confirmations.ts'
import { callNumber, type OpenCall, playProvider } from '#src/walk/play-provider.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { playPage, type WaitingCall } from '#views/provider/play.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { latestOf } from './response-page.ts'
import { isTheirs, staffMay, staffReaderOf } from './staff.ts'

const NOTES = ['sent', 'late', 'notChosen'] as const

/** Answering in a provider's place, where walkers have agreed to it: for whoever runs a trial, and for the provider's own steps. */
export function playPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/', async (c) => {
      const staff = staffMay(c, 'play-provider')
      return c.html(playPage(staffReaderOf(c, deps, staff), await waitingFor(deps, staff), noticeOf(c, deps, staff)))
    })
    .post('/:journey/steps/:track/:step/:call', async (c) => {
      const { journey, track, step, call: name } = c.req.param()
      const staff = staffMay(c, 'play-provider', { journey })
      const key: StepKey = `${track}/${step}`
      await checkOwn(deps, staff, journey, key)
      const { fields } = await readForm(c)
      const all = await deps.walks.openCalls()
      const call = all.find((one) => one.call === name && one.journey === journey && one.step === key)
      return c.redirect(
        `/${c.get('language')}/provider/play?note=${await played(deps, staff, call, fields.reply)}`,
        303,
      )
    })
}

/** Who answers as a provider may answer for that one alone. */
async function checkOwn(deps: Deps, staff: StaffSession, journey: string, key: StepKey) {
  const step = (await latestOf(deps, journey)).journey.places.get(key)?.step
  if (!step) throw new AppError('not-found', 'step')
  if (staff.role === 'provider' && !providersOf(step).includes(staff.provider ?? ''))
    throw new AppError('forbidden', 'another provider’s step')
}

async function played(deps: Deps, staff: StaffSession, call: OpenCall | undefined, reply: string | undefined) {
  if (!call) return 'late'
  if (!reply) return 'notChosen'
  const by = staff.role === 'provider' ? 'provider' : 'facilitator'
  const outcome = await playProvider(deps, { call, reply, by })
  return outcome === 'unknown' ? 'notChosen' : outcome
}

async function waitingFor(deps: Deps, staff: StaffSession): Promise<readonly WaitingCall[]> {
  const calls = (await deps.walks.openCalls()).filter(({ journey }) => isTheirs(staff, journey))
  const waiting = await Promise.all(calls.map((call) => asWaiting(deps, call)))
  return waiting.filter((call) => call !== undefined).filter(({ step }) => isOwn(staff, step))
}

function isOwn({ role, provider }: StaffSession, step: WaitingCall['step']): boolean {
  return role !== 'provider' || providersOf(step).includes(provider ?? '')
}

async function asWaiting(deps: Deps, { call, journey, version, step: key, askedOn, dueOn }: OpenCall) {
  const published = await deps.library.version(journey, version)
  const step = published?.journey.places.get(key)?.step
  if (!published || !step) return undefined
  return { call, number: callNumber(call), definition: published.version.definition, key, step, askedOn, dueOn }
}

function noticeOf(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const note = NOTES.find((one) => one === c.req.query('note'))
  if (!note) return undefined
  const { words } = staffReaderOf(c, deps, staff)
  return notificationBanner({ titleText: words.site.important, text: words.reply.desk[note] })
}
