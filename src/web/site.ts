import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { helpPage, infoPage } from '#views/site/info.ts'
import type { Deps, Env } from './context.ts'
import { readerOf } from './reader.ts'

const PAGES = ['about', 'privacy', 'accessibility'] as const

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
