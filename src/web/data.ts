import { Hono } from 'hono'
import type { Release } from '#src/review/release-store.ts'
import type { Context, Deps, Env } from './context.ts'

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
}
const A_YEAR = 'public, max-age=31536000, immutable'

/** Open data: the files of the newest release, and of every earlier one at its own number, for anybody and any program. */
export function dataRoutes(deps: Deps): Hono<Env> {
  const find = async (journey: string, number: string | undefined) => {
    const all = await deps.releases.list(journey)
    return number === undefined ? all[0] : all.find((one) => String(one.number) === number)
  }
  return new Hono<Env>()
    .get('/data/journeys/:journey/releases/:number/:name{.+}', async (c) => {
      const { journey, number, name } = c.req.param()
      return serve(c, deps, await find(journey, number), name, A_YEAR)
    })
    .get('/data/journeys/:journey/:name{.+}', async (c) => {
      const { journey, name } = c.req.param()
      return serve(c, deps, await find(journey, undefined), name, 'no-cache')
    })
}

async function serve(c: Context, deps: Deps, release: Release | undefined, name: string, keep: string) {
  if (!release) return c.text('Nothing has been released of this journey yet.\n', 404)
  const text = await deps.releases.file(release.journey, release.number, name)
  if (text === undefined) return c.text('There is no file of this name in the release.\n', 404)
  const kind = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8'
  return c.body(text, 200, {
    'content-type': kind,
    'cache-control': keep,
    'access-control-allow-origin': '*',
    'content-disposition': `attachment; filename="${release.journey}-${release.number}-${name.replaceAll('/', '-')}"`,
  })
}
