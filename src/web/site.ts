import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { controllersOf } from '#src/trial/controllers.ts'
import { helpPage, infoPage, privacyPage } from '#views/site/info.ts'
import type { Deps, Env } from './context.ts'
import { readerOf } from './reader.ts'

const PAGES = ['about', 'accessibility'] as const

/** About the site: what it is, what happens to what is said, how accessible it is, where real help is. */
export function siteRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    for (const name of PAGES) {
      routes.get(`/${language}/${name}`, (c) => {
        const reader = readerOf(c, deps)
        return c.html(infoPage(reader, name, reader.words.info[name]))
      })
    }
    routes.get(`/${language}/privacy`, async (c) => {
      const owners = controllersOf(await deps.trials.all())
      const named = owners.map(async ({ journey, name, body }) => {
        const published = await deps.library.latest(journey)
        return published ? [{ title: published.version.definition.title, name, body }] : []
      })
      return c.html(privacyPage(readerOf(c, deps), (await Promise.all(named)).flat()))
    })
    routes.get(`/${language}/help`, async (c) => {
      const all = await deps.library.allLatest()
      return c.html(
        helpPage(
          readerOf(c, deps),
          all.map(({ version }) => version.definition),
        ),
      )
    })
  }
  return routes
}
