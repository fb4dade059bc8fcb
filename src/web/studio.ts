import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { StaffSession } from '#src/account/account-store.ts'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { jsonNotation } from '#src/journey/export/notation.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Version } from '#src/journey/version-store.ts'
import { confirmationsOf } from '#src/review/confirmations.ts'
import { publish } from '#src/studio/publish.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import type { Correction } from '#views/studio/corrections.ts'
import { studioJourneyPage } from '#views/studio/journey.ts'
import type { PublishForm } from '#views/studio/publish-form.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { draftIn, emptyForm, noteIn, planned, problemForm, tooLongNote, type Unplanned } from './publish-form.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'
import { compareView } from './studio-compare.ts'
import { asFile } from './studio-draft-history.ts'
import { versionLines } from './version-lines.ts'

/** The designer's page of a journey: its versions, and the next one to be published. */
export function studioRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/studio/journeys`, studioPages(deps))
  return routes
}

/** A journey file is larger than any other form. Only whoever may publish one sends it, so that nobody else is let in with as much. */
export const largeDrafts = createMiddleware<Env>(async (c, next) => {
  const staff = c.get('staff')
  const journey = c.req.param('journey') ?? ''
  c.set('isLargeForm', staff !== undefined && may(staff.role, 'publish') && isTheirs(staff, journey))
  await next()
})

function studioPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/:journey', async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'edit-journey', { journey })
      return c.html(await journeyView(c, deps, staff, emptyForm(c, journey)))
    })
    .get('/:journey/compare', async (c) => c.html(await compareView(c, deps, c.req.param('journey'))))
    .get('/:journey/versions/:number/journey.yaml', async (c) => {
      const { name, version } = await versionAsked(c, deps)
      return asFile(c, { name: `${name}.yaml`, type: 'text/yaml', text: writeDefinition(version.definition) })
    })
    .get('/:journey/versions/:number/journey.json', async (c) => {
      const { name, version } = await versionAsked(c, deps)
      return asFile(c, { name: `${name}.json`, type: 'application/json', text: jsonNotation(version) })
    })
    .post('/:journey', async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'publish', { journey })
      if (!(await deps.library.latest(journey))) throw new AppError('not-found', 'journey')
      return published(c, deps, staff, journey)
    })
}

async function versionAsked(c: Context, deps: Deps) {
  const { journey = '', number = '' } = c.req.param()
  staffMay(c, 'edit-journey', { journey })
  const version = /^[1-9]\d{0,8}$/.test(number) ? await deps.versions.find(journey, Number(number)) : undefined
  if (!version) throw new AppError('not-found', 'version')
  return { version, name: `${journey}-v${number}` }
}

/** What has not been seen is not published: a file sent for the first time, or changed since, is shown with what it changes. */
async function published(c: Context, deps: Deps, staff: StaffSession, journey: string) {
  const form = await readForm(c)
  const { fields } = form
  const draft = draftIn(fields)
  const note = noteIn(fields)
  const show = async (shown: PublishForm, status: 200 | 409 | 422) =>
    c.html(await journeyView(c, deps, staff, shown), status)
  const [notText] = form.notText
  if (notText) return show(problemForm(c, { journey, fields, draft }, 'notText', notText), 422)
  if (draft.text.trim() === '') return show(problemForm(c, { journey, fields, draft }, 'missing', 'text'), 422)
  if (note === 'too-long')
    return show(problemForm(c, { journey, fields, draft }, 'noteTooLong', tooLongNote(fields)), 422)

  const asked = { journey, fields, draft, closes: fields.seen ? form.all('closes') : undefined }
  const basedOn = Number(fields.basedOn ?? 0) || undefined
  const wish = { draft, author: staff.account, note, journey, basedOn, closes: form.all('closes') }
  const refused = async ({ already, form: shown }: Unplanned) => {
    if (fields.go === 'preview' || !already || already.hash !== fields.seen) return show(shown, 422)
    // Pressed twice, or again after trouble: what was seen is the newest version already, and its answers are completed.
    await publish(deps, wish)
    return toPublished(c, deps, already)
  }
  const plan = await planned(c, deps, asked)
  if (!plan.ok) return refused(plan)
  if (!fields.seen || fields.go === 'preview') return show(plan.form(undefined), 200)
  if (fields.seen !== plan.hash) return show(plan.form('changed'), 409)

  const outcome = await publish(deps, wish)
  if (outcome.ok) return toPublished(c, deps, outcome.version)
  const again = await planned(c, deps, asked)
  return again.ok ? show(again.form('overtaken'), 409) : refused(again)
}

function toPublished(c: Context, { library }: Deps, { journey, number }: Pick<Version, 'journey' | 'number'>) {
  library.renew()
  return c.redirect(`/${c.get('language')}/studio/journeys/${journey}?published=${number}`, 303)
}

async function journeyView(c: Context, deps: Deps, staff: StaffSession, form: PublishForm): Promise<Html> {
  const newest = await deps.versions.latest(form.journey)
  if (!newest) throw new AppError('not-found', 'journey')
  const reader = staffReaderOf(c, deps, staff)
  return studioJourneyPage(reader, {
    id: form.journey,
    title: newest.definition.title,
    newest: newest.number,
    definition: newest.definition,
    versions: await versionLines(deps, form.journey),
    corrections: await correctionsOf(deps, newest),
    form: may(staff.role, 'publish') ? form : undefined,
    notice: noticeOf(c, deps, staff, newest.number),
  })
}

const MOST_CORRECTIONS = 20

/** What providers want told otherwise, and remarks they made beside a confirmation. */
async function correctionsOf(deps: Deps, { journey, definition }: Version): Promise<readonly Correction[]> {
  const titles = new Map(stepsOf(definition).map(({ key, step }) => [key, step.title]))
  const said = (await confirmationsOf(deps, journey)).filter(({ text }) => text !== undefined)
  const newest = said.toSorted((one, other) => other.at - one.at).slice(0, MOST_CORRECTIONS)
  return newest.map((one) => ({ ...one, title: titles.get(one.step) }))
}

/** What the form before did. */
function noticeOf(c: Context, deps: Deps, staff: StaffSession, newest: number): Html | undefined {
  const number = c.req.query('published') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(number) || Number(number) > newest) return undefined
  const { words } = staffReaderOf(c, deps, staff)
  return notificationBanner({
    titleText: words.site.important,
    text: words.studio.done(Number(number)),
    type: 'success',
  })
}
