import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Env } from './context.ts'

const OURS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

/** A method that a known address does not have is told so, with those that it has. Only programs ask with such ones. */
export const knownMethods = (app: Hono<Env>) =>
  createMiddleware<Env>(async (c, next) => {
    const { method, path } = c.req
    const isOurs = OURS.has(method) || matchedRoutes(c).some((route) => route.method === method)
    const allowed = isOurs ? [] : methodsAt(app, path)
    if (allowed.length === 0) return next()
    return c.text('Method not allowed', 405, { allow: allowed.join(', ') })
  })

function methodsAt(app: Hono<Env>, path: string): readonly string[] {
  const has = (method: string) => app.router.match(method, path)[0].some(([[, route]]) => route.method === method)
  return [...(has('GET') ? ['GET', 'HEAD'] : []), ...(has('POST') ? ['POST'] : [])]
}
