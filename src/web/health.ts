import { Hono } from 'hono'
import type { Deps, Env } from './context.ts'

/** Alive: the process answers. Ready: it can store an answer, too. */
export const healthRoutes = ({ ready }: Pick<Deps, 'ready'>) =>
  new Hono<Env>()
    .get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      const isReady = await ready().catch(() => false)
      return c.text(isReady ? 'ready' : 'not ready', isReady ? 200 : 503, { 'cache-control': 'no-store' })
    })
