declare module 'autocannon' {
  export type Request = {
    method?: 'GET' | 'POST'
    path?: string
    headers?: Record<string, string>
    body?: string
    setupRequest?: (request: Request, context: object) => Request
    onResponse?: (status: number, body: string, context: object, headers: Record<string, string | undefined>) => void
  }
  export type Client = { setRequests(requests: readonly Request[]): void }
  export type Result = {
    errors: number
    timeouts: number
    duration: number
    requests: { total: number; average: number }
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: {
    url: string
    connections: number
    /** seconds */
    duration?: number
    /** requests in all, instead of a duration */
    amount?: number
    setupClient(client: Client): void
  }): Promise<Result>
}
