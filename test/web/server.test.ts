import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { Env } from '#src/web/context.ts'
import { listen, portOf, stop } from '#src/web/server.ts'

/** A server with one slow page, which tells when it is being asked for and answers when it is let. */
async function slowServer() {
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>()
  const { promise: letGo, resolve: answer } = Promise.withResolvers<void>()
  const app = new Hono<Env>()
    .get('/', (c) => c.text('here'))
    .get('/slow', async (c) => {
      isAsked()
      await letGo
      return c.text('done')
    })
  const server = await listen(app, { host: '127.0.0.1', port: 0 })
  return { server, asked, answer, url: `http://127.0.0.1:${portOf(server)}` }
}

describe('a server', () => {
  it('does not let a slow caller hold on', async () => {
    const { server } = await slowServer()
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 })
    expect(server.maxConnections).toBeGreaterThan(0)
    await stop(server)
  })

  it('that stops lets those inside finish and takes nobody in any more', async () => {
    const { server, asked, answer, url } = await slowServer()
    await (await fetch(url)).text()
    const slow = fetch(`${url}/slow`)
    await asked
    const stopped = stop(server)
    await expect(fetch(url, { headers: { connection: 'close' } })).rejects.toThrow()
    answer()
    expect(await (await slow).text()).toBe('done')
    // At once, although the caller would keep the connection open for longer than this test may take.
    await stopped
  }, 5_000)

  it('that stops lets go of those who never finish', async () => {
    const { server, asked, url } = await slowServer()
    const slow = fetch(`${url}/slow`).catch(() => 'let go')
    await asked
    await stop(server, 100)
    expect(await slow).toBe('let go')
  })

  it('that stops does not wait for a caller who says nothing', async () => {
    const { server } = await slowServer()
    const silent = connect(portOf(server), '127.0.0.1')
    await once(silent, 'connect')
    await stop(server, 200)
    silent.destroy()
  })

  it('says why it cannot listen', async () => {
    const { server } = await slowServer()
    await expect(listen(new Hono<Env>(), { host: '127.0.0.1', port: portOf(server) })).rejects.toThrow('EADDRINUSE')
    await stop(server)
  })
})
