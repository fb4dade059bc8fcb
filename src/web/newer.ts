import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { findHere, type Here } from '#src/walk/here.ts'
import { moveToVersion } from '#src/walk/move-version.ts'
import { newerThan } from '#src/walk/newer.ts'
import { undoable, undoMove } from '#src/walk/undo-move.ts'
import type { LastMove } from '#views/walk/moved.ts'
import { newerPage } from '#views/walk/newer.ts'
import { conditionIn } from './changes.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** Whoever is on their way when a newer version is published sees what it changes for them, and moves or stays. */
export function newerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, pages(deps))
  return routes
}

function pages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/walks/:walk/newer', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      const newer = await newerThan(deps, here)
      return c.html(newerPage(readerOf(c, deps), { here, newer, key: deps.newId(), conditionOf: conditionIn(c) }))
    })
    .post('/walks/:walk/newer', async (c) => {
      const walk = c.req.param('walk')
      deps.limits.spend(c, 'walk-post', walk)
      const { fields } = await readForm(c)
      const version = Number(/^\d{1,6}$/.exec(fields.version ?? '')?.[0] ?? 0)
      const form = { walk, participant: c.get('participant'), key: fields.key || undefined }
      await moveToVersion(deps, { ...form, version })
      return c.redirect(overviewOf(c, walk), 303)
    })
    .post('/walks/:walk/newer/undo', async (c) => {
      const walk = c.req.param('walk')
      deps.limits.spend(c, 'walk-post', walk)
      const { fields } = await readForm(c)
      const form = { walk, participant: c.get('participant'), key: fields.key || undefined }
      const { isUndone } = await undoMove(deps, form)
      return c.redirect(overviewOf(c, walk, isUndone ? '' : '&note=too-late'), 303)
    })
}

/** All parts, also where nothing is left to do: the way back is told there. */
function overviewOf(c: Context, walk: string, more = ''): string {
  return `/${c.get('language')}/walks/${walk}?all=1${more}`
}

/** The last move of a walk, as long as no answer has been changed since; told once it was taken back, until something happens. */
export async function lastMoveOf(deps: Deps, here: Here): Promise<LastMove | undefined> {
  const since = await deps.walks.sinceChange(here.walk.id)
  const [event] = since
  if (event?.kind === 'moved') return { event, undoable: undoable(since), key: deps.newId() }
  return event?.kind === 'moved-back' && since.length === 1 ? { event, undoable: undefined, key: '' } : undefined
}
