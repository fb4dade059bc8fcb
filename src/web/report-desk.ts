import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { makeDeposit } from '#src/review/deposit.ts'
import { extractCsv } from '#src/review/extract.ts'
import { makeExtract, readWish } from '#src/review/make-extract.ts'
import { type NoteError, readNote } from '#src/review/report-note-form.ts'
import { dayOf } from '#src/trial/day.ts'
import { reportDeskPage } from '#views/report/desk.ts'
import { extractFormPage, extractPage } from '#views/report/extract.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { NOTICE_HASH } from './notice.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** What the ministry does about a report: lessons and estimates, extracts for information requests, a package for research. */
export function reportDeskRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/review/journeys/:journey`, deskPages(deps))
  return routes
}

// The door of the review's pages stands before these.
function deskPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/report', async (c) => {
      const staff = staffMay(c, 'read-review', { journey: journeyIn(c) })
      return c.html(await desk(c, deps, staff))
    })
    .post('/report', async (c) => {
      const staff = staffMay(c, 'release', { journey: journeyIn(c) })
      const { fields } = await readForm(c)
      const read = readNote(fields, c.get('language'))
      if (!read.ok) return c.html(await desk(c, deps, staff, { fields, errors: read.errors }), 422)
      const trial = await trialOf(deps, journeyIn(c))
      await deps.reports.addNote({
        ...{ ...read.note, id: deps.newId(), trial: trial.id },
        ...{ by: staff.account, at: deps.now() },
      })
      return c.redirect(deskPath(c), 303)
    })
    .post('/report/remove', async (c) => {
      const staff = staffMay(c, 'release', { journey: journeyIn(c) })
      const { fields } = await readForm(c)
      const trial = await trialOf(deps, journeyIn(c))
      // Pressed twice it is gone already: what was wanted is so.
      const entry = { id: fields.note ?? '', trial: trial.id, by: staff.account, at: deps.now() }
      await deps.reports.removeNote(entry)
      return c.redirect(deskPath(c), 303)
    })
    .get('/extract', async (c) => {
      const staff = staffMay(c, 'release', { journey: journeyIn(c) })
      const definition = await definitionOf(deps, journeyIn(c))
      return c.html(extractFormPage(staffReaderOf(c, deps, staff), { definition, fields: {}, errors: [] }))
    })
    .post('/extract', (c) => extract(c, deps))
    .get('/deposit.json', async (c) => {
      const staff = staffMay(c, 'release', { journey: journeyIn(c) })
      personal(c)
      const text = await makeDeposit(deps, staff.account, journeyIn(c), notice())
      if (text === undefined) throw new AppError('not-found', 'release')
      return c.body(text, 200, attached('application/json; charset=utf-8', `${journeyIn(c)}-deposit.json`))
    })
}

async function extract(c: Context, deps: Deps) {
  const journey = journeyIn(c)
  const staff = staffMay(c, 'release', { journey })
  personal(c)
  const { fields } = await readForm(c)
  const reader = staffReaderOf(c, deps, staff)
  const definition = await definitionOf(deps, journey)
  const read = readWish(fields)
  if (!read.ok) return c.html(extractFormPage(reader, { definition, fields, errors: read.errors }), 422)
  const made = await makeExtract(deps, staff.account, journey, read.wish)
  if (fields.as === 'csv')
    return c.body(extractCsv(made, read.wish), 200, attached('text/csv; charset=utf-8', `${journey}-extract.csv`))
  return c.html(extractPage(reader, { definition, extract: made, wish: read.wish, day: dayOf(deps.now()) }))
}

type Refused = { readonly fields: Readonly<Record<string, string>>; readonly errors: readonly NoteError[] }

async function desk(c: Context, deps: Deps, staff: StaffSession, refused?: Refused) {
  const journey = journeyIn(c)
  const [definition, trial, releases] = await Promise.all([
    definitionOf(deps, journey),
    deps.trialOf(journey),
    deps.releases.list(journey),
  ])
  return reportDeskPage(staffReaderOf(c, deps, staff), {
    ...{ definition, dayOf, hasTrial: trial !== undefined, hasRelease: releases.length > 0 },
    notes: trial ? await deps.reports.notes(trial.id) : [],
    mayWrite: may(staff.role, 'release'),
    ...(refused ?? { fields: {}, errors: [] }),
  })
}

/** What participants read before they start, as it stands now. */
function notice() {
  const words = LANGUAGES.map((language) => {
    const { walk, info } = messages(language)
    return [language, `${walk.journey.notice}\n${JSON.stringify(info.privacy)}`] as const
  })
  return { hash: NOTICE_HASH, words: Object.fromEntries(words) }
}

async function trialOf(deps: Deps, journey: string) {
  const trial = await deps.trialOf(journey)
  if (!trial) throw new AppError('not-found', 'trial')
  return trial
}

async function definitionOf({ library }: Deps, journey: string) {
  const published = await library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return published.version.definition
}

function journeyIn(c: Context): string {
  return c.req.param('journey') ?? ''
}

function deskPath(c: Context): string {
  return `/${c.get('language')}/review/journeys/${journeyIn(c)}/report`
}

function attached(type: string, name: string) {
  return { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` }
}
