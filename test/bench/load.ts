import autocannon, { type Request } from 'autocannon'
import type { RunningServer } from '../support/server.ts'

/** What one visitor sends, over and over. A `posts` body is asked for anew each time, since no form comes twice. */
export type Visitor = {
  readonly get: { readonly path: string; readonly headers: Record<string, string> }
  readonly posts: readonly (() => { readonly path: string; readonly body: string })[]
  /** where a post must lead, without its query */
  readonly leadsTo: string
}
export type Measured = {
  readonly perSecond: number
  /** microseconds of the server's processor time */
  readonly cpu: number
  readonly p99: number
}

/** Sends for so many seconds, or so many requests, one connection a visitor. Throws where one answer is not what it must be. */
export async function load(
  server: RunningServer,
  visitors: readonly Visitor[],
  what: 'get' | 'post',
  bound: { readonly duration: number } | { readonly amount: number },
): Promise<Measured> {
  const wrong = new Map<string, number>()
  let answered = 0
  let next = 0
  const requestsOf = (visitor: Visitor): Request[] => {
    const onResponse: Request['onResponse'] = (status, _body, _context, headers) => {
      answered++
      const to = (headers.location ?? headers.Location)?.replace(/\?.*/, '')
      const isRight = what === 'get' ? status === 200 : status === 303 && to === visitor.leadsTo
      if (!isRight) wrong.set(`${status} ${to}`, (wrong.get(`${status} ${to}`) ?? 0) + 1)
    }
    const { path, headers } = visitor.get
    if (what === 'get') return [{ method: 'GET', path, headers, onResponse }]
    return visitor.posts.map((post) => ({
      method: 'POST',
      path,
      headers: { ...headers, origin: server.origin, 'content-type': 'application/x-www-form-urlencoded' },
      setupRequest: (request) => ({ ...request, ...post() }),
      onResponse,
    }))
  }
  const before = server.cpuSeconds()
  const result = await autocannon({
    url: server.origin,
    connections: visitors.length,
    ...bound,
    setupClient: (client) => client.setRequests(requestsOf(visitors[next++ % visitors.length]!)),
  })
  const cpu = server.cpuSeconds() - before
  if (wrong.size > 0 || result.errors > 0 || result.timeouts > 0 || answered === 0)
    throw new Error(`not what was asked: ${JSON.stringify([...wrong])}, ${result.errors} errors`)
  return { perSecond: answered / result.duration, cpu: (cpu * 1e6) / answered, p99: result.latency.p99 }
}
