import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { confirmStep } from '#src/review/confirm-step.ts'
import { MINISTRY } from '#src/review/response.ts'
import { providerHome } from '#views/provider/home.ts'
import { deskPage } from '#views/provider/journey.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { playPages } from './play.ts'
import { answersAsked, deskSteps, type Owned, providedBy } from './provider-desk.ts'
import {
  acceptAnswer,
  type Desk,
  latestOf,
  noted,
  publishAnswer,
  responseNotice,
  responseView,
  saveAnswer,
} from './response-page.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'

/** The provider's desk: how its steps are told, what was said there, and its share of the answers. */
export function providerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/provider`, providerPages(deps))
  return routes
}

function providerPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .route('/play', playPages(deps))
    .get('/', async (c) => {
      const staff = staffMay(c, 'confirm-step')
      const published = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
      const provided = await Promise.all(
        published.map((one) => providedBy(deps, one, isLooking(staff) ? undefined : (staff.provider ?? ''))),
      )
      return c.html(providerHome(staffReaderOf(c, deps, staff), provided.flat(), isLooking(staff)))
    })
    .get('/journeys/:journey', async (c) => c.html(await deskView(c, deps, await ownedAt(c, deps), undefined)))
    .post('/journeys/:journey/steps/:track/:step/confirm', async (c) => {
      const { journey, track, step } = c.req.param()
      const staff = ownStaff(c, journey)
      const { fields } = await readForm(c)
      const key: StepKey = `${track}/${step}`
      const version = /^\d{1,9}$/.test(fields.version ?? '') ? Number(fields.version) : 0
      const confirmed = await confirmStep(deps, staff, { journey, version, step: key, fields })
      if (confirmed.ok)
        return c.redirect(`${noted(deskPath(c, journey), confirmed.verdict)}#step-${track}-${step}`, 303)
      return c.html(await deskView(c, deps, await ownedAt(c, deps), { key, fields, errors: confirmed.errors }), 422)
    })
    .get('/journeys/:journey/answers/:id', async (c) =>
      c.html(await responseView(c, deps, deskOf(c), c.req.param('id'))),
    )
    .post('/journeys/:journey/answers/:id', (c) => saveAnswer(c, deps, writingAt(c), c.req.param('id')))
    .post('/journeys/:journey/answers/:id/accept', (c) => acceptAnswer(c, deps, writingAt(c), c.req.param('id')))
    .post('/journeys/:journey/answers/:id/publish', (c) => publishAnswer(c, deps, writingAt(c), c.req.param('id')))
}

/** The administrator may look at every desk, and writes at none: nobody speaks in a provider's name. */
function isLooking({ role }: StaffSession): boolean {
  return role !== 'provider'
}

function ownStaff(c: Context, journey: string): StaffSession {
  const staff = staffMay(c, 'confirm-step', { journey })
  if (isLooking(staff) || staff.provider === undefined) throw new AppError('forbidden', 'only a provider confirms')
  return staff
}

async function ownedAt(c: Context, deps: Deps): Promise<Owned> {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'confirm-step', { journey })
  const published = await latestOf(deps, journey)
  const provider = isLooking(staff) ? c.req.query('provider') : staff.provider
  if (provider === undefined || !Object.hasOwn(published.version.definition.providers, provider))
    throw new AppError(isLooking(staff) ? 'not-found' : 'forbidden', 'provider of this journey')
  return { staff, published, provider, isLooking: isLooking(staff) }
}

function writingAt(c: Context): Desk {
  ownStaff(c, c.req.param('journey') ?? '')
  return deskOf(c)
}

function deskOf(c: Context): Desk {
  const journey = c.req.param('journey') ?? ''
  staffMay(c, 'answer', { journey })
  const staff = staffMay(c, 'confirm-step', { journey })
  // The ministry's side of an answer is the register; at a desk it would read what a provider may not.
  const side = isLooking(staff) ? (c.req.query('provider') ?? '') : (staff.provider ?? '')
  if (side === '' || side === MINISTRY) throw new AppError('forbidden', 'answers of no provider')
  return {
    staff,
    by: { account: staff.account, side },
    journey,
    here: 'provider',
    isLooking: isLooking(staff),
    address: `${deskPath(c, journey)}/answers`,
    back: { href: deskPath(c, journey), text: messages(c.get('language')).provider.journey.answers },
  }
}

type Typed = {
  readonly key: StepKey
  readonly fields: Readonly<Record<string, string>>
  readonly errors: Extract<Awaited<ReturnType<typeof confirmStep>>, { ok: false }>['errors']
}

async function deskView(c: Context, deps: Deps, owned: Owned, typed: Typed | undefined) {
  const { staff, published, provider } = owned
  const reader = staffReaderOf(c, deps, staff)
  const { definition, journey, number } = published.version
  const text = reader.words.provider.confirm.errors
  const errors = Object.fromEntries((typed?.errors ?? []).map(({ field, error }) => [field, text[error]]))
  return deskPage(reader, {
    journey,
    version: number,
    definition,
    provider,
    steps: await deskSteps(deps, owned),
    answers: await answersAsked(deps, published, provider),
    isLooking: owned.isLooking,
    typed: typed && { key: typed.key, fields: typed.fields, errors },
    notice: responseNotice(c, deps, staff),
  })
}

function deskPath(c: Context, journey: string): string {
  return `/${c.get('language')}/provider/journeys/${journey}`
}
