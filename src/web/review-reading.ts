import { Hono } from 'hono'
import { recordReading } from '#src/account/audit.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { readReport, readTexts } from '#src/review/read-report.ts'
import { readingOf } from '#src/review/reading.ts'
import { modesOf, queryOf, reportRequest } from '#src/review/report-request.ts'
import { readableBy } from '#src/review/said-words.ts'
import { readingPage } from '#views/review/reading.ts'
import type { Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'

// With fewer people, participation.md reads before it counts.
const FEW = 30
const A_PAGE = 200

/** What was said, to be read: by step and by opinion group, with no shares. */
export function wordsRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const home = `/${language}/review/journeys`
    routes.get(`${home}/:journey/reading`, async (c) => {
      personal(c)
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'read-review', { journey })
      const request = { ...reportRequest(journey, c.req.query()), where: undefined }
      const [report] = await readReport(deps, request)
      if (!report) throw new AppError('not-found', 'version of a journey')
      const { version } = report.published
      const older = olderOf(c.req.query('older'))
      const found = await readTexts(deps, request, report, undefined, { most: A_PAGE + 1, older })
      const texts = readableBy(staff.role, found.slice(-A_PAGE))
      if (texts.length > 0) await recordReading(deps, staff, journey)
      const [mode = 'own'] = modesOf(request.mode)
      const { started } = report.walks
      const here = { ...request, version: version.number }
      const pageHref = (from: number) => {
        const query = new URLSearchParams(queryOf(here))
        if (from > 0) query.set('older', String(from))
        return `${home}/${journey}/reading?${query}`
      }
      return c.html(
        readingPage(staffReaderOf(c, deps, staff), {
          ...{ version, started },
          reading: await readingOf(deps, { journey, version: version.number, modes: [mode] }, report.published, texts),
          isSmall: started === undefined || started < FEW,
          back: `${home}/${journey}${queryOf(here)}#figures`,
          olderHref: found.length > A_PAGE ? pageHref(older + A_PAGE) : undefined,
          newerHref: older > 0 ? pageHref(Math.max(0, older - A_PAGE)) : undefined,
        }),
      )
    })
  }
  return routes
}

function olderOf(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  if (!/^\d{1,7}$/.test(text)) throw new AppError('invalid', 'place in a list of words')
  return Number(text)
}
