import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { compareVersions } from '#src/review/compare-versions.ts'
import { HEATS, type HeatRow, heatRows, levelOf, READING } from '#src/review/heat.ts'
import { readPrompts, readReport, type VersionReport } from '#src/review/read-report.ts'
import { queryOf, type ReportRequest, reportRequest } from '#src/review/report-request.ts'
import { comparePage } from '#views/review/compare.ts'
import { heatFigures, heatPage } from '#views/review/heat.ts'
import { liveNews } from '#views/review/live.ts'
import type { Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { liveOf, wantsNews } from './review-live.ts'
import { whoOf } from './review-who.ts'
import { staffMay, staffReaderOf } from './staff.ts'

// Below this the words come first, as on the journey's own page.
const SMALL = 20

/** What stands out where, in one table; and two versions beside each other. For those who read the review. */
export function heatRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const home = `/${language}/review/journeys`
    routes.get(`${home}/:journey/heat`, async (c) => {
      personal(c)
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'read-review', { journey })
      const request = reportRequest(journey, c.req.query())
      const { report, rows } = await heatOf(deps, request)
      const { version } = report.published
      const { started } = report.walks
      const hasEarlier = version.number > 1
      const live = liveOf(c, deps.now())
      const reader = staffReaderOf(c, deps, staff)
      const page = {
        ...{ version, rows, levelOf, isSmall: started === undefined || started < SMALL },
        reading: HEATS.map((name) => [name, READING[name]] as const),
        stepHref: (key: string) => `${home}/${journey}/steps/${key}${queryOf({ ...request, version: version.number })}`,
        back: `${home}/${journey}${queryOf(request)}`,
        who: await whoOf(deps, request, {
          ...report,
          n: started,
          action: `${home}/${journey}/heat`,
          isAsked: c.req.query('narrow') === '1',
        }),
        live,
        compareHref: hasEarlier ? `${home}/${journey}/compare?later=${version.number}` : undefined,
      }
      if (wantsNews(c, live)) return c.html(liveNews(reader, live, heatFigures(reader, page), c.req.query('seen')))
      return c.html(heatPage(reader, page))
    })
    routes.get(`${home}/:journey/compare`, async (c) => {
      personal(c)
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'read-review', { journey })
      const numbers = (await deps.versions.list(journey)).map(({ number }) => number).toReversed()
      const later = Number(c.req.query('later') ?? numbers[0])
      const earlier = Number(c.req.query('earlier') ?? later - 1)
      const [newer, older] = await Promise.all([
        heatOf(deps, of(journey, later)),
        numbers.includes(earlier) ? heatOf(deps, of(journey, earlier)) : undefined,
      ])
      const { places } = newer.report.published.journey
      const wasOf = (key: HeatRow['row']['key']) => [places.get(key)?.step.was ?? []].flat()
      return c.html(
        comparePage(staffReaderOf(c, deps, staff), {
          ...{ version: newer.report.published.version, earlier, later, numbers },
          steps: older ? compareVersions(older.rows, newer.rows, wasOf) : [],
          back: `${home}/${journey}/heat`,
        }),
      )
    })
  }
  return routes
}

function of(journey: string, version: number): ReportRequest {
  return reportRequest(journey, { version: String(version) })
}

type Heated = { readonly report: VersionReport; readonly rows: readonly HeatRow[] }

async function heatOf(deps: Deps, request: ReportRequest): Promise<Heated> {
  const [report] = await readReport(deps, request)
  if (!report) throw new AppError('not-found', 'version of a journey')
  const prompts = await readPrompts(deps, request, report)
  return { report, rows: heatRows(report.rows, prompts, report.walks.started) }
}
