import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { cameBy } from '#src/trial/came-by.ts'
import { findHere } from '#src/walk/here.ts'
import { nextJourneys, startNext } from '#src/walk/next-journey.ts'
import { nextPage } from '#views/walk/next.ts'
import type { Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** A journey that leads into another: what carries over is seen and chosen before the other begins. */
export function nextRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, pages(deps))
  return routes
}

function pages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/walks/:walk/next', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      const next = await nextJourneys(deps, here)
      return c.html(nextPage(readerOf(c, deps), { here, next, newKey: deps.newId }))
    })
    .post('/walks/:walk/next', async (c) => {
      const from = c.req.param('walk')
      deps.limits.spend(c, 'walk-post', from)
      const { fields, all } = await readForm(c)
      const journey = fields.journey ?? ''
      const { walk, next } = await startNext(deps, {
        ...(await cameBy(deps, { journey, via: undefined })),
        walk: from,
        participant: c.get('participant'),
        journey,
        facts: all('fact'),
        language: c.get('language'),
        key: fields.key || undefined,
      })
      const place = next === 'overview' || next === 'check' ? '' : `/steps/${next}`
      return c.redirect(`/${c.get('language')}/walks/${walk.id}${place}?carried=1`, 303)
    })
}
