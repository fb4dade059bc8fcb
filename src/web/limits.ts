import { getConnInfo } from '@hono/node-server/conninfo'
import type { Config } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import type { Secrets } from '#src/secrets.ts'
import type { Context } from './context.ts'
import { networkPrefix } from './network-prefix.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A bucket holds `burst` at most and gains `refill` in `per` milliseconds. */
const LIMITS = {
  // Thirty people of one workshop in a library come by one address within minutes, and some of them start twice.
  'new-participant': { burst: 120, refill: 120, per: HOUR },
  code: { burst: 10, refill: 10, per: HOUR },
  'code-everywhere': { burst: 1000, refill: 1000, per: HOUR },
  'sign-in': { burst: 10, refill: 10, per: 3 * MINUTE },
  'walk-post': { burst: 120, refill: 30, per: MINUTE },
  export: { burst: 3, refill: 3, per: HOUR },
} as const
export type LimitName = keyof typeof LIMITS

/** Buckets live in memory only: about 200 bytes each. Full ones are as good as none and are dropped first. */
const MOST_BUCKETS = 50_000
type Bucket = { tokens: number; at: number }

export type Limits = {
  /** Takes one from the caller's bucket, or throws `TooMany`. Without a `key` the caller is their network prefix. */
  spend(c: Context, name: LimitName, key?: string): void
}

export class TooMany extends AppError {
  readonly retryAfter: number

  constructor(name: LimitName, retryAfter: number) {
    super('too-many', name)
    this.retryAfter = retryAfter
  }
}

export function createLimits(deps: { secrets: Secrets; config: Config; now: () => number }): Limits {
  const buckets = new Map<string, Bucket>()
  const take = (c: Context, name: LimitName, key: string) => {
    if (buckets.size >= MOST_BUCKETS) makeRoom(buckets, deps.now())
    const { tokens, wait } = takeOne(buckets, `${name} ${key}`, LIMITS[name], deps.now())
    tell(c, name, tokens, wait)
    if (wait > 0) throw new TooMany(name, wait)
  }
  return {
    spend(c, name, key) {
      if (!deps.config.limits) return
      const now = deps.now()
      take(c, name, key ?? deps.secrets.prefixKey(networkPrefix(addressOf(c, deps.config)), Math.floor(now / DAY)))
      if (name === 'code') take(c, 'code-everywhere', '')
    },
  }
}

function takeOne(
  buckets: Map<string, Bucket>,
  key: string,
  { burst, refill, per }: (typeof LIMITS)[LimitName],
  now: number,
) {
  const bucket = buckets.get(key) ?? { tokens: burst, at: now }
  const gained = (Math.max(0, now - bucket.at) * refill) / per
  const tokens = Math.min(burst, bucket.tokens + gained)
  const isEmpty = tokens < 1
  buckets.set(key, { tokens: isEmpty ? tokens : tokens - 1, at: now })
  return {
    tokens: isEmpty ? 0 : Math.floor(tokens - 1),
    wait: isEmpty ? Math.ceil(((1 - tokens) * per) / refill / 1000) : 0,
  }
}

function makeRoom(buckets: Map<string, Bucket>, now: number) {
  for (const [key, { at }] of buckets) if (now - at > HOUR) buckets.delete(key)
  if (buckets.size < MOST_BUCKETS) return
  // A flood from many networks: the oldest half goes, whoever they are, rather than memory growing without end.
  for (const key of [...buckets.keys()].slice(0, MOST_BUCKETS / 2)) buckets.delete(key)
}

/** The headers of the IETF draft "RateLimit header fields for HTTP". */
function tell(c: Context, name: LimitName, tokens: number, wait: number) {
  const { burst, refill, per } = LIMITS[name]
  c.header('ratelimit-policy', `"${name}";q=${burst};w=${Math.round((burst * per) / refill / 1000)}`)
  c.header('ratelimit', `"${name}";r=${tokens};t=${wait}`)
}

/** The caller's address. A forwarded one is believed only from the proxy that stands before us: the last, which it added itself. */
function addressOf(c: Context, { proxies }: Pick<Config, 'proxies'>): string {
  const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
  if (!proxies.includes(peer.replace(/^::ffff:/, ''))) return peer
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? peer
}
