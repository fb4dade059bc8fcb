import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { recordReading } from '#src/account/audit.ts'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { standingAt } from '#src/review/confirmations.ts'
import { promptsCsv, stepsCsv } from '#src/review/csv.ts'
import { overviewOf } from '#src/review/overview.ts'
import { readQueue } from '#src/review/queue.ts'
import {
  readPrompts,
  readReport,
  readSeries,
  readTexts,
  readVersions,
  type VersionReport,
} from '#src/review/read-report.ts'
import { queryOf, REPORT_MODES, type ReportRequest, reportRequest } from '#src/review/report-request.ts'
import { bodiesOf, nearestBodies } from '#src/review/response-opening.ts'
import { isSameStep } from '#src/review/response-steps.ts'
import { responsesOf } from '#src/review/responses-of.ts'
import { readableBy, withPlaces } from '#src/review/said-words.ts'
import { leftMost, reachedLeast, type StepRow } from '#src/review/step-report.ts'
import type { Html } from '#views/html.ts'
import { reviewHome } from '#views/review/home.ts'
import { journeyPage } from '#views/review/journey.ts'
import { liveNews } from '#views/review/live.ts'
import { queuePage } from '#views/review/queue.ts'
import { reviewedStepPage, stepFigures } from '#views/review/step.ts'
import type { Context, Deps, Env } from './context.ts'
import { liveOf, wantsNews } from './review-live.ts'
import { mayReadWords, whoOf } from './review-who.ts'
import { decidingAt, decidingPages, noticeOf } from './review-words.ts'
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
      const waiting = may(staff.role, 'moderate') ? (await readQueue(deps, staff)).all : undefined
      return c.html(
        reviewHome(staffReaderOf(c, deps, staff), {
          ...{ journeys, overview: await overviewOf(deps, journeys), waiting },
          readsDrafts: may(staff.role, 'review-draft'),
        }),
      )
    })
    .get('/queue', async (c) => {
      const staff = staffMay(c, 'moderate')
      const { items, all } = await readQueue(deps, staff)
      if (items.length > 0) await recordReading(deps, staff, 'queue')
      const notice = noticeOf(c, deps, staff)
      const page = { items, all, deciding: decidingAt(c), now: deps.now(), notice, isGoingOn: notice !== undefined }
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
    .route('/words', decidingPages(deps))
}

// Below this a page is for reading: the words come before the figures.
const SMALL = 20
const WORDS_TO_READ = 50
const WORDS_BESIDE = 10
const WORDS_AT_STEP = 200
// Enough to find the latest readable ones among those that still wait for a person.
const LATEST = { most: 500, older: 0 }

async function journeyView(c: Context, deps: Deps, staff: StaffSession, request: ReportRequest): Promise<Html> {
  const reports = await readReport(deps, request)
  const newest = newestOf(reports)
  const rows = new Set(newest.rows.map(({ key }) => key))
  const isWhole = mayReadWords(request)
  const isAsked = c.req.query('narrow') === '1'
  const all = isWhole ? readableBy(staff.role, await readTexts(deps, request, newest, undefined, LATEST)) : []
  const texts = all.filter(({ step }) => rows.has(step))
  const { started } = newest.walks
  const isSmall = isWhole && (started === undefined || started < SMALL)
  const latest = texts.slice(isSmall ? -WORDS_TO_READ : -WORDS_BESIDE)
  if (latest.length > 0) await recordReading(deps, staff, request.journey)
  const versions = (await deps.versions.list(request.journey)).map(({ number }) => number).toReversed()
  return journeyPage(staffReaderOf(c, deps, staff), {
    reports: reports.map((one) => ({ ...one, reachedLeast: reachedLeast(one.rows), leftMost: leftMost(one.rows) })),
    words: await withPlaces(deps.library, latest),
    areAllWords: latest.length === texts.length && texts.length < LATEST.most,
    isSmall,
    filter: { request, modes: REPORT_MODES, versions, definition: newest.published.version.definition },
    who: await whoOf(deps, request, { ...newest, n: started, action: journeyPath(c, request.journey), isAsked }),
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
  const live = liveOf(c, deps.now())
  const figures = { report, row: report.row, prompts: await readPrompts(deps, request, report) }
  const reader = staffReaderOf(c, deps, staff)
  if (wantsNews(c, live))
    return liveNews(reader, live, stepFigures(reader, { ...figures, words: [] }), c.req.query('seen'))

  const isWhole = mayReadWords(request)
  const path = journeyPath(c, request.journey)
  const action = `${path}/steps/${key}`
  const latest = { most: WORDS_AT_STEP + 1, older: 0 }
  const said = isWhole ? await readTexts(deps, request, report, key, latest) : []
  const texts = readableBy(staff.role, said.slice(-WORDS_AT_STEP))
  if (texts.length > 0) await recordReading(deps, staff, `${request.journey}/${key}`)
  return reviewedStepPage(reader, {
    ...figures,
    words: await withPlaces(deps.library, texts),
    deciding: may(staff.role, 'moderate') ? decidingAt(c) : undefined,
    standings: await standingAt(deps, report.published, key),
    opening: await openingAt(deps, staff, report, report.row),
    who: await whoOf(deps, request, {
      ...report,
      n: report.walks.started,
      action,
      isAsked: c.req.query('narrow') === '1',
    }),
    live,
    series: isWhole ? await readSeries(deps, request, report, key) : undefined,
    olderHref: said.length > WORDS_AT_STEP ? `${path}/reading${queryOf(request)}` : undefined,
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

function journeyPath(c: Context, journey: string): string {
  return `/${c.get('language')}/review/journeys/${journey}`
}

function file(c: Context, name: string, text: string) {
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
