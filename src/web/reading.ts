import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config } from '#src/config.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { Reading } from '#views/layout.ts'
import type { Context, Deps, Env } from './context.ts'
import { sendCookie } from './cookies.ts'
import { alternates, languageOfPath } from './language.ts'

type Secure = Pick<Config, 'isSecure'>

const PLAIN = 'plain'
// Only citizens' pages: on a page of the staff the plain words would be saved as the usual ones.
const CITIZENS =
  /^\/(fi|sv|en)(\/(journeys|walks|resume|device|about|accessibility|privacy|help|unsubscribe|join)(\/|$)|$)/
const STAFF = /\/assist$/

/** True where this request is to be answered in plain Finnish. */
export function readsPlain(c: Context, config: Secure): boolean {
  return languageOfPath(c) === 'fi' && isForCitizens(c) && choosesPlain(c, config)
}

/** The ways to plain Finnish and out of it, from this same page; undefined on the staff's pages. */
export function readingOf(c: Context, config: Secure): Reading | undefined {
  if (!isForCitizens(c)) return undefined
  const rest = alternates(c).fi.slice('/fi'.length)
  return {
    isPlain: readsPlain(c, config),
    plain: `/fi/plain-words${rest}`,
    usual: choosesPlain(c, config) ? `/fi/usual-words${rest}` : undefined,
  }
}

/** Plain links, so that they work without script. A way of reading tells of nobody: the cookie ends with the browser. */
export function readingRoutes({ config }: Pick<Deps, 'config'>): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/plain-words/*`, (c) => {
      sendCookie(c, config, readingCookie(config), PLAIN, undefined)
      return c.redirect(inFinnish(c, 'plain-words'), 303)
    })
    routes.get(`/${language}/usual-words/*`, (c) => {
      sendCookie(c, config, readingCookie(config), '', 0)
      return c.redirect(inFinnish(c, 'usual-words'), 303)
    })
  }
  return routes
}

/** The page one came from, with its query, in Finnish. */
function inFinnish(c: Context, way: 'plain-words' | 'usual-words'): string {
  c.header('cache-control', 'no-store')
  return alternates(c).fi.replace(`/fi/${way}`, '/fi')
}

function choosesPlain(c: Context, config: Secure): boolean {
  return getCookie(c, readingCookie(config)) === PLAIN
}

function readingCookie({ isSecure }: Secure): string {
  return isSecure ? '__Host-polku-reading' : 'polku-reading'
}

function isForCitizens({ req: { path } }: Context): boolean {
  return CITIZENS.test(path) && !STAFF.test(path)
}
