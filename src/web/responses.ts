import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import type { Step, StepKey } from '#src/journey/definition.ts'
import { answersAt, publicAnswers } from '#src/review/published.ts'
import { MINISTRY, RESPONSE_STATES } from '#src/review/response.ts'
import { bodiesOf, openResponses } from '#src/review/response-opening.ts'
import { isSameStep } from '#src/review/response-steps.ts'
import { filterRegister, type RegisterFilter, responsesOf } from '#src/review/responses-of.ts'
import { findOwn } from '#src/review/save-response.ts'
import { stepsEver } from '#src/review/steps-ever.ts'
import { answersPage } from '#views/response/public.ts'
import { registerPage } from '#views/response/register.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { readerOf } from './reader.ts'
import { type Desk, latestOf, noted, publishAnswer, responseNotice, responseView, saveAnswer } from './response-page.ts'
import { staffMay, staffOnly, staffReaderOf } from './staff.ts'

/** Answers: what everyone may read of them, and the ministry's register in which they are asked for, written and published. */
export function responseRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/journeys/:journey/answers`, async (c) =>
      c.html(await answersView(c, deps, c.req.param('journey'))),
    )
    routes.route(`/${language}/review/journeys/:journey/answers`, registerPages(deps))
  }
  return routes
}

function registerPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => c.html(await registerView(c, deps, deskOf(c))))
    .post('/', async (c) => {
      const desk = deskOf(c)
      const form = await readForm(c)
      return opened(c, desk, await open(deps, desk, form.fields, form.all('body'), form.all('contribution')))
    })
    .get('/:id', async (c) => c.html(await responseView(c, deps, deskOf(c), c.req.param('id'))))
    .post('/:id', (c) => saveAnswer(c, deps, deskOf(c), c.req.param('id')))
    .post('/:id/publish', (c) => publishAnswer(c, deps, deskOf(c), c.req.param('id')))
    .post('/:id/ask', async (c) => {
      const desk = deskOf(c)
      const { fields } = await readForm(c)
      const { step, share, contributions, group } = await findOwn(deps, desk.by, {
        journey: desk.journey,
        id: c.req.param('id'),
      })
      const wish = { journey: desk.journey, step, share, contributions, group, bodies: [fields.body ?? ''] }
      return opened(c, desk, await openResponses(deps, desk.by, wish))
    })
}

/** A provider may answer, too, but at its own desk: here one reads everybody's. */
function deskOf(c: Context): Desk {
  const journey = c.req.param('journey') ?? ''
  staffMay(c, 'read-review', { journey })
  const staff = staffMay(c, 'answer', { journey })
  const address = `/${c.get('language')}/review/journeys/${journey}/answers`
  return {
    staff,
    by: { account: staff.account, side: MINISTRY },
    journey,
    here: 'review',
    isLooking: false,
    address,
    back: { href: address, text: messages(c.get('language')).response.edit.back },
  }
}

async function answersView(c: Context, deps: Deps, journey: string) {
  const { version, journey: compiled } = await latestOf(deps, journey)
  const all = await publicAnswers(deps, journey)
  const places = [...compiled.places.values()]
  const placeOf = (then: StepKey) => places.find(({ key, step }) => isSameStep(key, step, then))
  const ever = await stepsEver(deps, journey)
  const gone = goneFrom(ever, placeOf)
  const steps = [...places, ...gone].map(({ key, step }) => ({ key, step, answers: answersAt(all, key, step) }))
  return answersPage(readerOf(c, deps), {
    journey,
    version: version.number,
    definition: version.definition,
    steps: steps.filter(({ answers }) => answers.length > 0),
    late: all.late.map((share) => ({ ...share, at: placeOf(share.step)?.step ?? ever.get(share.step) })),
  })
}

/** Steps that no version has any more, each under the last name it bore. */
function goneFrom(ever: ReadonlyMap<StepKey, Step>, placeOf: (key: StepKey) => unknown) {
  const gone = [...ever].filter(([key]) => !placeOf(key)).map(([key, step]) => ({ key, step }))
  return gone.filter(({ key }) => !gone.some((other) => other.key !== key && isSameStep(other.key, other.step, key)))
}

async function registerView(c: Context, deps: Deps, { staff, journey }: Desk) {
  const published = await latestOf(deps, journey)
  const filter = filterOf(c)
  const [all, steps] = await Promise.all([responsesOf(deps, journey), stepsEver(deps, journey)])
  return registerPage(staffReaderOf(c, deps, staff), {
    journey,
    definition: published.version.definition,
    filter,
    states: RESPONSE_STATES,
    bodies: bodiesOf(published).filter((body) => all.some(({ response }) => response.body === body)),
    rows: filterRegister(all, filter).map((one) => ({
      ...one,
      step: steps.get(one.response.step),
    })),
    isEmpty: all.length === 0,
    notice: responseNotice(c, deps, staff),
  })
}

function filterOf(c: Context): RegisterFilter {
  const { state, body, which } = c.req.query()
  return {
    state: RESPONSE_STATES.find((known) => known === state),
    body: body || undefined,
    which: (['overdue', 'draft', 'published'] as const).find((known) => known === which),
  }
}

type Fields = Readonly<Record<string, string>>

async function open(
  deps: Deps,
  desk: Desk,
  fields: Fields,
  bodies: readonly string[],
  contributions: readonly string[],
) {
  const { step = '', share, key = '' } = fields
  if (!isStepKey(step)) throw new AppError('invalid', 'step to answer')
  const group = /^[\w-]{8,64}$/.test(key) ? key : deps.newId()
  return openResponses(deps, desk.by, {
    journey: desk.journey,
    step,
    share: share || undefined,
    bodies,
    contributions,
    group,
  })
}

function opened(c: Context, { address }: Desk, ids: readonly string[]) {
  const [first] = ids
  return c.redirect(first === undefined ? noted(address, 'no-body') : noted(`${address}/${first}`, 'opened'), 303)
}

function isStepKey(text: string): text is StepKey {
  return /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(text)
}
