import { Hono } from 'hono'
import { may } from '#src/account/roles.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { readBrief } from '#src/review/read-brief.ts'
import { stepsEver } from '#src/review/steps-ever.ts'
import { briefPage } from '#views/brief/brief.ts'
import type { Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** The brief: for everyone after the close; before it whole for staff, and mandate, counts and answers for all. */
export function briefRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/journeys/:journey/brief`, async (c) => {
      const journey = c.req.param('journey')
      const brief = await readBrief(deps, journey)
      const published = await deps.library.latest(journey)
      if (!published) throw new Error(`${journey} has a trial and no version`)
      const { version } = published
      const staff = c.get('staff')
      const isStaff =
        staff !== undefined &&
        may(staff.role, 'read-review') &&
        (staff.journey === undefined || staff.journey === journey)
      if (isStaff) personal(c)
      return c.html(
        briefPage(readerOf(c, deps), {
          ...{ brief, isStaff, definition: version.definition, version: version.number },
          steps: await stepsEver(deps, journey),
        }),
      )
    })
  }
  return routes
}
