import { timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Config } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { Context, Deps, Env } from './context.ts'
import { readStaffCookie } from './cookies.ts'
import { checkFormHeaders, readForm } from './form.ts'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whatever changes something must come from our own pages, whatever its method and content type. */
export const sameOrigin = ({ config }: Pick<Deps, 'config'>) =>
  createMiddleware<Env>(async (c, next) => {
    if (!SAFE.has(c.req.method)) {
      if (!(await isOurs(c, config))) throw new AppError('forbidden', 'sent from another site')
      checkFormHeaders(c)
    }
    await next()
  })

async function isOurs(c: Context, config: Config): Promise<boolean> {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'

  const origin = c.req.header('origin')
  if (origin === undefined) return carriesToken(c)
  // A stranger's token is the same for all strangers: a page that hides where it is could have fetched it.
  if (origin === 'null') return hasSession(c, config) && carriesToken(c)
  return origin === (config.publicUrl ?? `http://${config.host}:${config.port}`) || isOwnHost(c, config, origin)
}

/** Without a public address people may reach us by any name of this machine. */
function isOwnHost(c: Context, { publicUrl }: Config, origin: string): boolean {
  if (publicUrl !== undefined) return false
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return URL.parse(origin)?.host === host
}

function hasSession(c: Context, config: Config): boolean {
  return c.get('device') !== undefined || readStaffCookie(c, config) !== undefined
}

/** Old browsers say nothing about where a form came from: the token that every form of ours carries does. */
async function carriesToken(c: Context): Promise<boolean> {
  const { fields } = await readForm(c)
  const given = Buffer.from(fields.token ?? '')
  const wanted = Buffer.from(c.get('formToken'))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
