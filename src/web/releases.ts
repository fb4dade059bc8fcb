import { Hono } from 'hono'
import { THRESHOLD } from '#feedback/disclosure.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { publishRelease } from '#src/review/release.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import { openDataPage, releasesPage } from '#views/review/open-data.ts'
import type { Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** Releases of open data: everyone sees what is out, a reviewer lets the next one out. */
export function releaseRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/journeys/:journey/data`, async (c) =>
      c.html(openDataPage(readerOf(c, deps), await releasedOf(deps, c.req.param('journey')))),
    )
    routes.get(`/${language}/review/journeys/:journey/releases`, async (c) => {
      personal(c)
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'release', { journey })
      const reader = staffReaderOf(c, deps, staff)
      const data = await releasedOf(deps, journey)
      const { done, stale } = reader.words.release.publish
      const notes: Readonly<Record<string, string>> = { stale, done: done(data.releases[0]?.number ?? 0) }
      const text = notes[c.req.query('note') ?? '']
      const notice =
        text === undefined ? undefined : notificationBanner({ titleText: reader.words.site.important, text })
      return c.html(releasesPage(reader, { ...data, notice }))
    })
    routes.post(`/${language}/review/journeys/:journey/releases`, async (c) => {
      const journey = c.req.param('journey')
      const staff = staffMay(c, 'release', { journey })
      const { fields } = await readForm(c)
      const here = `/${language}/review/journeys/${journey}/releases`
      const [newest] = await deps.releases.list(journey)
      // The button pressed twice, or a page from before another release: one release, not two.
      if (fields.seen !== String(newest?.number ?? 0)) return c.redirect(`${here}?note=stale`, 303)
      const release = await publishRelease(deps, journey, staff.account)
      return c.redirect(`${here}?note=${release ? 'done' : 'stale'}`, 303)
    })
  }
  return routes
}

async function releasedOf(deps: Deps, journey: string) {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  const list = await deps.releases.list(journey)
  const releases = await Promise.all(
    list.map(async (one) => ({ ...one, files: await deps.releases.files(journey, one.number) })),
  )
  return { journey, definition: published.version.definition, releases, threshold: THRESHOLD }
}
