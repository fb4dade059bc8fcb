import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { readOpinions } from '#src/review/opinion-page.ts'
import { stepsEver } from '#src/review/steps-ever.ts'
import { dayOf } from '#src/trial/day.ts'
import { WALK_MODES, type WalkMode } from '#src/walk/walk.ts'
import type { Opinions } from '#views/results/body.ts'
import { resultsPage } from '#views/results/page.ts'
import { staffResultsPage } from '#views/results/staff.ts'
import type { Context, Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** What people think of the statements: for everyone once they have answered or the stage is over, for the staff always. */
export function resultsRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/journeys/:journey/results`, async (c) => {
      const published = await publishedOf(deps, c.req.param('journey'))
      // Their own place on the map is told to the walker alone: no copy of the page stays anywhere.
      personal(c)
      const asked = { participant: c.get('participant'), isStaff: false, mode: 'own' } as const
      return c.html(resultsPage(readerOf(c, deps), published, await opinionsAt(c, deps, asked)))
    })
    // The door of the review's pages stands before this one.
    routes.get(`/${language}/review/journeys/:journey/opinion`, async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'read-review', { journey })
      const published = await publishedOf(deps, journey)
      const mode = WALK_MODES.find((one) => one === c.req.query('mode')) ?? 'own'
      const opinions = await opinionsAt(c, deps, { participant: undefined, isStaff: true, mode })
      return c.html(
        staffResultsPage(staffReaderOf(c, deps, staff), published, { ...opinions, mode, modes: WALK_MODES }),
      )
    })
  }
  return routes
}

type Asker = { readonly participant: string | undefined; readonly isStaff: boolean; readonly mode: WalkMode }

async function opinionsAt(c: Context, deps: Deps, asker: Asker): Promise<Opinions> {
  const journey = c.req.param('journey') ?? ''
  const [opinions, steps] = await Promise.all([readOpinions(deps, { ...asker, journey }), stepsEver(deps, journey)])
  return { opinions, steps, at: Math.trunc(Number(c.req.query('page'))) || 1, dayOf }
}

async function publishedOf({ library }: Deps, journey: string) {
  const published = await library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return published
}
