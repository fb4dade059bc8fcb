import { Hono, type Context as HonoContext } from 'hono'
import { mayWithin } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { readTrialReport } from '#src/review/read-report-trial.ts'
import type { TrialReport } from '#src/review/report-trial.ts'
import { reportCsv, reportJson } from '#src/review/report-trial-files.ts'
import { stepsEver } from '#src/review/steps-ever.ts'
import { dayOf } from '#src/trial/day.ts'
import type { ReportPage } from '#views/report/report-page.ts'
import { reportSummaryPage } from '#views/report/summary.ts'
import { noPdfPage, noReportYetPage, trialReportPage } from '#views/report/trial-report.ts'
import type { Context, Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import type { Print } from './pdf-printer.ts'
import { readerOf } from './reader.ts'
import { isTheirs } from './staff.ts'

/** The report of a trial, as a page and as files: for everyone after the close, for the staff before it. */
export function trialReportRoutes(deps: Deps, print: Print | undefined): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const path = `/${language}/journeys/:journey/report` as const
    routes.get(path, async (c) => {
      const report = await reportFor(c, deps)
      if (!report) return c.html(noReportYetPage(readerOf(c, deps), await definitionOf(c, deps)))
      return c.html(trialReportPage(readerOf(c, deps), await pageOf(c, deps, report)))
    })
    routes.get(`${path}/summary`, async (c) => {
      const report = await reportFor(c, deps)
      if (!report) return c.html(noReportYetPage(readerOf(c, deps), await definitionOf(c, deps)))
      return c.html(reportSummaryPage(readerOf(c, deps), await pageOf(c, deps, report)))
    })
    routes.get(`${path}.csv`, async (c) => {
      const report = await reportFor(c, deps)
      return report ? file(c, 'csv', 'text/csv; charset=utf-8', reportCsv(report)) : notYet(c)
    })
    routes.get(`${path}.json`, async (c) => {
      const report = await reportFor(c, deps)
      if (!report) return notYet(c)
      return file(c, 'json', 'application/json; charset=utf-8', reportJson(report, await definitionOf(c, deps)))
    })
    routes.get(`${path}.pdf`, async (c) => {
      const report = await reportFor(c, deps)
      const reader = { ...readerOf(c, deps), formToken: '' }
      if (!report) return notYet(c)
      const page = await pageOf(c, deps, report)
      if (!print) return c.html(noPdfPage(reader, page.definition, 'none'))
      try {
        return file(c, 'pdf', 'application/pdf', await print(String(trialReportPage(reader, page))))
      } catch (error) {
        if (error instanceof AppError && error.code === 'busy')
          return c.html(noPdfPage(reader, page.definition, 'busy'), 503)
        throw error
      }
    })
  }
  return routes
}

/** The report, if whoever asks may read it now; undefined before the close for everyone but the staff. */
async function reportFor(c: Context, deps: Deps): Promise<TrialReport | undefined> {
  const journey = c.req.param('journey') ?? ''
  const trial = await deps.trialOf(journey)
  if (!trial) throw new AppError('not-found', 'trial')
  if (trial.stage === 'closed') return readTrialReport(deps, journey)
  personal(c)
  const staff = c.get('staff')
  const mayRead = staff && mayWithin(staff.role, staff.journey, 'read-review') && isTheirs(staff, journey)
  return mayRead ? readTrialReport(deps, journey) : undefined
}

async function pageOf(c: Context, deps: Deps, report: TrialReport): Promise<ReportPage> {
  const definition = await definitionOf(c, deps)
  const walked = await Promise.all(report.tables.map(({ version }) => deps.library.version(definition.id, version)))
  const versions = new Map(walked.flatMap((one) => (one ? [[one.version.number, one.version.definition]] : [])))
  return { report, definition, versions, steps: await stepsEver(deps, definition.id), dayOf }
}

async function definitionOf(c: Context, { library }: Deps) {
  const published = await library.latest(c.req.param('journey') ?? '')
  if (!published) throw new AppError('not-found', 'journey')
  return published.version.definition
}

function file(c: Context, ending: string, type: string, body: string | Uint8Array) {
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="report.${ending}"` }
  return c.body(typeof body === 'string' ? body : new Uint8Array(body), 200, headers)
}

function notYet(c: HonoContext) {
  return c.text('The report is published when the trial has ended.\n', 404)
}
