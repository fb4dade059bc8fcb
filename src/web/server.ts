import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { Config } from '#src/config.ts'
import type { Env } from './context.ts'

// Node's own defaults let a slow caller hold a connection for five minutes, and as many as they like.
const SLOW = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 15_000,
}
const MOST_CONNECTIONS = 2_000
const FINISH_WITHIN = 10_000
const CHECK_EVERY = 50

export async function listen(app: Hono<Env>, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Server> {
  const server = createServer(SLOW, getRequestListener(app.fetch))
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}

export function portOf(server: Server): number {
  // A server that listens on a port, not on a pipe, has an AddressInfo.
  return (server.address() as AddressInfo).port
}

/** Takes no more callers, lets those inside finish for ten seconds, then lets go of the rest. */
export async function stop(server: Server, finishWithin = FINISH_WITHIN) {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection kept alive falls idle only once its answer has gone out.
  const idle = setInterval(() => server.closeIdleConnections(), CHECK_EVERY)
  const last = setTimeout(() => server.closeAllConnections(), finishWithin)
  await closed
  clearInterval(idle)
  clearTimeout(last)
}
