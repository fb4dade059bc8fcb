import { Hono } from 'hono'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { journeySchema } from '#src/journey/export/json-schema.ts'
import type { Version } from '#src/journey/version-store.ts'
import { LICENCE } from '#src/review/codebook.ts'
import type { Context, Deps, Env } from './context.ts'
import { openApi } from './openapi.ts'

const A_MINUTE = 'public, max-age=60'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** For other systems: journeys and their versions as published, and the figures as released. Nobody's walk is here. */
export function apiRoutes(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/api/v1/openapi.json', (c) => answer(c, openApi))
    .get('/api/v1/journey.schema.json', (c) => answer(c, journeySchema()))
    .get('/api/v1/journeys', async (c) => {
      const all = await deps.library.allLatest()
      return answer(c, { journeys: all.map(({ version }) => summary(version)) })
    })
    .get('/api/v1/journeys/:journey', async (c) => {
      const { journey } = c.req.param()
      const published = await deps.library.latest(journey)
      if (!published) return missing(c, 'journey')
      const versions = (await deps.versions.list(journey)).map(({ number, hash, publishedAt }) => ({
        ...{ number, hash, publishedAt: new Date(publishedAt).toISOString() },
        href: `/api/v1/journeys/${journey}/versions/${number}`,
      }))
      return answer(c, { ...summary(published.version), versions })
    })
    .get('/api/v1/journeys/:journey/versions/:number', async (c) => {
      const { journey, number } = c.req.param()
      const published = /^[1-9]\d{0,8}$/.test(number) ? await deps.library.version(journey, Number(number)) : undefined
      if (!published) return missing(c, 'version')
      const { version } = published
      const { definition, changes, note } = version
      return answer(c, { ...summary(version), note: note ?? null, changes, definition }, FOR_EVER)
    })
    .get('/api/v1/journeys/:journey/figures', async (c) => {
      const { journey } = c.req.param()
      const [release] = await deps.releases.list(journey)
      const steps = release && (await deps.releases.file(journey, release.number, 'steps.csv'))
      if (!release || steps === undefined) return missing(c, 'release')
      const { number, at } = release
      return answer(c, {
        journey,
        release: number,
        released: new Date(at).toISOString(),
        licence: LICENCE,
        steps: figuresIn(steps),
      })
    })
}

/** A withheld figure is null, as its cell in the file is empty. */
function figuresIn(steps: string) {
  const [header = [], ...rows] = csvRows([steps])
  const words = new Set(['track', 'step', 'provider'])
  const cell = (name: string, text: string) => (words.has(name) ? text : numberOf(text))
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, cell(name, row[at] ?? '')])))
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text)
}

function summary({ journey, number, hash, publishedAt, definition }: Version) {
  const { title, summary: about, languages } = definition
  return {
    id: journey,
    title,
    summary: about ?? null,
    languages,
    version: number,
    hash,
    publishedAt: new Date(publishedAt).toISOString(),
    href: `/api/v1/journeys/${journey}`,
  }
}

function answer(c: Context, body: unknown, keep = A_MINUTE) {
  c.header('cache-control', keep)
  c.header('access-control-allow-origin', '*')
  return c.json(body as object)
}

function missing(c: Context, what: string) {
  c.header('access-control-allow-origin', '*')
  return c.json({ error: { code: 'not-found', message: `There is no such ${what}.` } }, 404)
}
