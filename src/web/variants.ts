import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { variantsCsv } from '#src/review/csv.ts'
import { readWays } from '#src/review/read-variants.ts'
import { reportRequest } from '#src/review/report-request.ts'
import { variantsPage } from '#views/review/variants.ts'
import type { Context, Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'

const STEP = '/review/journeys/:journey/steps/:track/:step'

/** A step told in two ways, side by side as a page and as a file. The door of the review's pages stands before these. */
export function variantRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}${STEP}/variants`, async (c) => {
      const { staff, ways } = await asked(c, deps)
      const number = ways.published.version.number
      const step = `/${language}/review/journeys/${ways.published.version.journey}/steps/${ways.key}`
      const csv = `${step}/variants.csv?version=${number}`
      return c.html(variantsPage(staffReaderOf(c, deps, staff), { ...ways, back: `${step}?version=${number}`, csv }))
    })
    routes.get(`/${language}${STEP}/variants.csv`, async (c) => {
      const { ways } = await asked(c, deps)
      return c.body(variantsCsv(ways), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${ways.published.version.journey}-variants.csv"`,
      })
    })
  }
  return routes
}

async function asked(c: Context, deps: Deps) {
  personal(c)
  const { journey = '', track, step } = c.req.param()
  const staff = staffMay(c, 'read-review', { journey })
  const { version } = reportRequest(journey, { version: c.req.query('version') })
  return { staff, ways: await readWays(deps, { journey, version, key: `${track}/${step}` }) }
}
