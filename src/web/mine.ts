import { Hono } from 'hono'
import { findHere } from '#src/walk/here.ts'
import { eraseWalk, exportWalk, withdraw } from '#src/walk/mine.ts'
import { erasePage, withdrawAllPage } from '#views/walk/erase.ts'
import type { Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { mineView } from './walk-pages.ts'

/** What a walker has said: seen, taken along, taken back. Whatever takes more than one thing back asks first. */
export function minePages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/walks/:walk/mine', async (c) => {
      personal(c)
      return c.html(await mineView(c, deps, c.req.param('walk')))
    })
    .get('/walks/:walk/withdraw', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      return c.html(withdrawAllPage(readerOf(c, deps), { here, key: deps.newId() }))
    })
    .post('/walks/:walk/withdraw', async (c) => {
      const { fields } = await readForm(c)
      await withdraw(deps, {
        walk: c.req.param('walk'),
        participant: c.get('participant'),
        contribution: fields.contribution || undefined,
      })
      return c.redirect(`/${c.get('language')}/walks/${c.req.param('walk')}/mine?note=withdrawn`, 303)
    })
    .post('/walks/:walk/export', async (c) => {
      personal(c)
      await readForm(c)
      deps.limits.spend(c, 'export')
      const all = await exportWalk(deps, { walk: c.req.param('walk'), participant: c.get('participant') })
      c.header('content-disposition', 'attachment; filename="polku.json"')
      const background = (await deps.trials.background(all.walk.id)) ?? null
      const legend = { ...all.legend, background: 'what you told about yourself, if anything' }
      return c.json({ ...all, legend, background })
    })
    .get('/walks/:walk/erase', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      return c.html(erasePage(readerOf(c, deps), { here, key: deps.newId() }))
    })
    .post('/walks/:walk/erase', async (c) => {
      await readForm(c)
      await eraseWalk(deps, { walk: c.req.param('walk'), participant: c.get('participant') })
      return c.redirect(`/${c.get('language')}?note=erased`, 303)
    })
}
