import type { Hono } from 'hono'
import type { Env } from '#src/web/context.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** sends a form as a browser does, from our own page */
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>
  /** anything else: the cookies go with it, and nothing is added */
  send(path: string, init?: RequestInit & { duplex?: 'half' }): Promise<Response>
  readonly cookies: Map<string, string>
}

/** A browser without script: it keeps cookies and follows nothing by itself. Every visitor comes from 198.51.100.7. */
export function browser(app: Hono<Env>, origin: string, address = '198.51.100.7'): Browser {
  const socket = { remoteAddress: address, remotePort: 50_000, remoteFamily: 'IPv4' }
  return browserOver((url, init) => app.request(url, init, { incoming: { socket } } as never), origin)
}

/** The same over any way of sending requests. */
export function browserOver(
  request: (url: string, init: RequestInit) => Response | Promise<Response>,
  origin: string,
): Browser {
  const cookies = new Map<string, string>()
  const send: Browser['send'] = async (path, init = {}) => {
    const headers = new Headers(init.headers)
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    if (jar && !headers.has('cookie')) headers.set('cookie', jar)
    const response = await request(origin + path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
    return response
  }
  return {
    cookies,
    send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: encoded(fields),
      }),
  }
}

function keep(cookies: Map<string, string>, cookie: string) {
  const [pair = '', ...attributes] = cookie.split(/;\s*/)
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  const isGone = attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0')
  if (isGone) cookies.delete(name)
  else cookies.set(name, pair.slice(at + 1))
}

function encoded(fields: Fields): string {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )
  return new URLSearchParams(all).toString()
}
