import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { recordReading } from '#src/account/audit.ts'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { standingAt } from '#src/review/confirmations.ts'
import { promptsCsv, stepsCsv } from '#src/review/csv.ts'
import { type Moderation, moderate, seenOf } from '#src/review/moderate.ts'
import { readPrompts, readReport, readTexts, readVersions, type VersionReport } from '#src/review/read-report.ts'
import { queryOf, REPORT_MODES, type ReportRequest, reportRequest } from '#src/review/report-request.ts'
import { bodiesOf, nearestBodies } from '#src/review/response-opening.ts'
import { isSameStep } from '#src/review/response-steps.ts'
import { responsesOf } from '#src/review/responses-of.ts'
import { readableBy, type SaidWords, withPlaces } from '#src/review/said-words.ts'
import { leftMost, reachedLeast, type StepRow } from '#src/review/step-report.ts'
import { waitingWords } from '#src/review/waiting-words.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { reviewHome } from '#views/review/home.ts'
import { journeyPage } from '#views/review/journey.ts'
import { decidedPage, hidePage, queuePage } from '#views/review/queue.ts'
import { reviewedStepPage } from '#views/review/step.ts'
import type { Deciding } from '#views/review/words.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { mayReadWords, whoOf } from './review-who.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'

/** What the ministry reads: every journey step by step, the same numbers as files, and the words that wait for a person. */
export function reviewRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/review`, reviewPages(deps))
  return routes
}

function reviewPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => {
      const staff = staffMay(c, 'read-review')
      const published = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
      const journeys = await Promise.all(
        published.map(async ({ version: { journey, definition } }) => ({
          id: journey,
          title: definition.title,
          versions: await readVersions(deps, journey),
        })),
      )
      const waiting = may(staff.role, 'moderate') ? (await deps.review.pending(staff.journey)).length : undefined
      return c.html(reviewHome(staffReaderOf(c, deps, staff), { journeys, waiting }))
    })
    .get('/queue', async (c) => {
      const staff = staffMay(c, 'moderate')
      const { words, all } = await waitingWords(deps, staff)
      if (words.length > 0) await recordReading(deps, staff, 'queue')
      const page = { words, all, deciding: decidingAt(c), now: deps.now(), notice: noticeOf(c, deps, staff) }
      return c.html(queuePage(staffReaderOf(c, deps, staff), page))
    })
    .get('/journeys/:journey', async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'read-review', { journey })
      return c.html(await journeyView(c, deps, staff, reportRequest(journey, c.req.query())))
    })
    .get('/journeys/:journey/steps.csv', async (c) => {
      const { journey } = c.req.param()
      staffMay(c, 'read-review', { journey })
      const reports = await readReport(deps, reportRequest(journey, c.req.query()))
      return file(c, `${journey}-steps.csv`, stepsCsv(reports.flatMap(({ rows }) => rows)))
    })
    .get('/journeys/:journey/prompts.csv', async (c) => {
      const { journey } = c.req.param()
      staffMay(c, 'read-review', { journey })
      const request = reportRequest(journey, c.req.query())
      const reports = await readReport(deps, request)
      const rows = await Promise.all(reports.map((report) => readPrompts(deps, request, report)))
      return file(c, `${journey}-prompts.csv`, promptsCsv(rows.flat()))
    })
    .get('/journeys/:journey/steps/:track/:step', async (c) => {
      const { journey, track, step } = c.req.param()
      const staff = staffMay(c, 'read-review', { journey })
      return c.html(await stepView(c, deps, staff, reportRequest(journey, c.req.query()), `${track}/${step}`))
    })
    .post('/words/:id/approve', (c) => decide(c, deps, c.req.param('id'), () => ({ to: 'approve' })))
    .post('/words/:id/hide', (c) => decide(c, deps, c.req.param('id'), ({ reason = '' }) => ({ to: 'hide', reason })))
}

// Below this a page is for reading: the words come before the figures.
const SMALL = 20
const WORDS_TO_READ = 50
const WORDS_BESIDE = 10

async function journeyView(c: Context, deps: Deps, staff: StaffSession, request: ReportRequest): Promise<Html> {
  const reports = await readReport(deps, request)
  const newest = newestOf(reports)
  const rows = new Set(newest.rows.map(({ key }) => key))
  const isWhole = mayReadWords(request)
  const all = isWhole ? readableBy(staff.role, await readTexts(deps, request, newest, undefined)) : []
  const texts = all.filter(({ step }) => rows.has(step))
  const { started } = newest.walks
  const isSmall = isWhole && (started === undefined || started < SMALL)
  const latest = texts.slice(isSmall ? -WORDS_TO_READ : -WORDS_BESIDE)
  if (latest.length > 0) await recordReading(deps, staff, request.journey)
  const versions = (await deps.versions.list(request.journey)).map(({ number }) => number).toReversed()
  return journeyPage(staffReaderOf(c, deps, staff), {
    reports: reports.map((one) => ({ ...one, reachedLeast: reachedLeast(one.rows), leftMost: leftMost(one.rows) })),
    words: await withPlaces(deps.library, latest),
    areAllWords: latest.length === texts.length,
    isSmall,
    filter: { request, modes: REPORT_MODES, versions, definition: newest.published.version.definition },
    who: await whoOf(deps, request, { ...newest, n: started, action: journeyPath(c, request.journey) }),
    wordsHref: isWhole ? undefined : `${journeyPath(c, request.journey)}${queryOf({ ...request, where: [] })}`,
    query: queryOf(request),
    answersHref: may(staff.role, 'answer') ? `${journeyPath(c, request.journey)}/answers` : undefined,
    stepHref: ({ version, key }: StepRow) =>
      `${journeyPath(c, request.journey)}/steps/${key}${queryOf({ ...request, version })}`,
  })
}

async function stepView(
  c: Context,
  deps: Deps,
  staff: StaffSession,
  request: ReportRequest,
  key: StepKey,
): Promise<Html> {
  const whole = { ...request, track: undefined, provider: undefined }
  const found = (await readReport(deps, whole)).flatMap((one) => {
    const row = one.rows.find((each) => each.key === key)
    return row ? [{ ...one, rows: [row], row }] : []
  })
  const [report] = found
  if (!report) throw new AppError('not-found', 'step')
  const isWhole = mayReadWords(request)
  const action = `${journeyPath(c, request.journey)}/steps/${key}`
  const texts = isWhole ? readableBy(staff.role, await readTexts(deps, request, report, key)) : []
  if (texts.length > 0) await recordReading(deps, staff, `${request.journey}/${key}`)
  return reviewedStepPage(staffReaderOf(c, deps, staff), {
    report,
    row: report.row,
    prompts: await readPrompts(deps, request, report),
    words: await withPlaces(deps.library, texts),
    deciding: may(staff.role, 'moderate') ? decidingAt(c) : undefined,
    standings: await standingAt(deps, report.published, key),
    opening: await openingAt(deps, staff, report, report.row),
    who: await whoOf(deps, request, { ...report, n: report.walks.started, action }),
    wordsHref: isWhole ? undefined : `${action}${queryOf({ ...request, where: [] })}`,
    back: `${journeyPath(c, request.journey)}${queryOf(request)}`,
    notice: noticeOf(c, deps, staff),
  })
}

/** What has been answered at a step, and what the form of a new answer needs for those who may answer. */
async function openingAt(deps: Deps, { role }: StaffSession, { published }: VersionReport, { key, step }: StepRow) {
  const { journey, definition } = published.version
  const nearest = nearestBodies(step)
  const others = bodiesOf(published).filter((body) => !nearest.includes(body))
  const here = (await responsesOf(deps, journey)).filter(({ response }) => isSameStep(key, step, response.step))
  const form = may(role, 'answer') ? { key: deps.newId(), nearest, others } : undefined
  return { journey, key, definition, step, here, form }
}

function newestOf(reports: readonly VersionReport[]): VersionReport {
  const [newest] = reports
  if (!newest) throw new AppError('not-found', 'version of a journey')
  return newest
}

type Wish = (fields: Readonly<Record<string, string>>) => Moderation

async function decide(c: Context, deps: Deps, id: string, wish: Wish) {
  const staff = staffMay(c, 'moderate')
  const { fields } = await readForm(c)
  const back = backOf(c, fields.back)
  const result = await moderate(deps, staff, { id, seen: fields.seen ?? '', wish: wish(fields) })
  if (result.ok) return c.redirect(withNote(back, result.outcome), 303)

  const reader = staffReaderOf(c, deps, staff)
  const [words] = await withPlaces(deps.library, [result.contribution])
  if (!words) throw new AppError('not-found', 'words')
  const deciding = { seen: seenOf(result.contribution), back, name: '' }
  if (result.error === 'decided') return c.html(decidedPage(reader, words, deciding, wish(fields)), 409)
  const error = reader.words.review.words[result.error]
  return c.html(hidePage(reader, words, deciding, { value: fields.reason ?? '', error }), 422)
}

/** The forms of a list of words lead back to this very page. */
function decidingAt(c: Context): (words: SaidWords, i: number) => Deciding {
  const { pathname, search } = new URL(c.req.url)
  const text = messages(c.get('language')).review.words
  return ({ said }, i) => ({ seen: seenOf(said), back: `${pathname}${search}`, name: text.textNumber(i + 1) })
}

/** Only a page of the review: an address from a form must not lead people out of here. */
function backOf(c: Context, given: string | undefined): string {
  const home = `/${c.get('language')}/review`
  // Only path and query are kept, so that no other site's address survives, however it is written.
  const { pathname, search } = URL.parse(given ?? '', 'http://review.invalid') ?? { pathname: '', search: '' }
  return pathname.startsWith(`${home}/`) ? `${pathname}${search}` : `${home}/queue`
}

function withNote(path: string, note: string): string {
  const url = new URL(path, 'http://review.invalid')
  url.searchParams.set('note', note)
  return `${url.pathname}${url.search}`
}

/** What the form before did. */
function noticeOf(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const { words } = staffReaderOf(c, deps, staff)
  const notes: Readonly<Record<string, string>> = words.review.notes
  const note = c.req.query('note') ?? ''
  if (!Object.hasOwn(notes, note)) return undefined
  return notificationBanner({ titleText: words.site.important, text: notes[note] ?? '', type: 'success' })
}

function journeyPath(c: Context, journey: string): string {
  return `/${c.get('language')}/review/journeys/${journey}`
}

function file(c: Context, name: string, text: string) {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
