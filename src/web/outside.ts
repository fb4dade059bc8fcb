import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { Outside, Step, StepKey } from '#src/journey/definition.ts'
import { findHere } from '#src/walk/here.ts'
import { outsidePage } from '#views/walk/outside.ts'
import type { Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** A conversation held in another service: what leaves the house is said before anything does. */
export function outsideRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/walks/:walk/steps/:track/:step/outside`, async (c) => {
      personal(c)
      const { walk, track, step } = c.req.param()
      const here = await findHere(deps, walk, c.get('participant'))
      const key: StepKey = `${track}/${step}`
      const place = here.journey.places.get(key)
      const outside = place && outsideOf(deps, place.step)
      if (!outside) throw new AppError('not-found', 'conversation elsewhere')
      const isOpen = c.req.query('open') !== undefined
      if (isOpen) c.set('framed', new URL(outside.url).origin)
      return c.html(outsidePage(readerOf(c, deps), here, { key, outside, isOpen }))
    })
  }
  return routes
}

/** The step's conversation elsewhere, if this installation lets people go there. */
export function outsideOf({ config }: Pick<Deps, 'config'>, { outside }: Step): Outside | undefined {
  return outside && config.outside.includes(new URL(outside.url).origin) ? outside : undefined
}
