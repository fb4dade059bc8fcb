import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { burdensOf } from '#src/review/burdens.ts'
import { burdenRangeOf } from '#src/walk/burden-range.ts'
import { burdenPage } from '#views/review/burden.ts'
import type { Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** What a journey asks of people today and as proposed: for those who read its review. */
export function burdenRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/review/journeys/:journey/burden`, async (c) => {
      personal(c)
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'read-review', { journey })
      const published = await deps.library.latest(journey)
      if (!published) throw new AppError('not-found', 'journey')
      const { definition, number } = published.version
      const page = {
        definition,
        version: number,
        ...burdensOf(published),
        situations: burdenRangeOf(published.journey),
      }
      return c.html(burdenPage(staffReaderOf(c, deps, staff), page))
    })
  }
  return routes
}
