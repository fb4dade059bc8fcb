import { type RefreshDeps, refreshMaps } from '#src/review/opinion-refresh.ts'

export type LoopDeps = RefreshDeps & {
  /** hears of maps that could not be computed or stored; the service goes on */
  readonly onTrouble: (error: unknown) => void
}

/** How often somebody looks, and how long votes may gather before the next map. */
export const LOOK_MS = 3000
export const REST_MS = 5000
/** A map that takes long comes seldom: of the time no more than one part in so many goes to it. */
const SHARE = 20
const REST_AFTER_TROUBLE_MS = 60_000

/**
 * Looks at which journeys have new votes and brings their maps up to date, one after another. Two looks at a time are one.
 * A journey rests after a map, so that many votes in a row make one map and not many.
 */
export function mapRefresher(deps: LoopDeps) {
  const restsUntil = new Map<string, number>()
  let looking: Promise<void> | undefined
  const refresh = async (journey: string) => {
    const began = deps.now()
    try {
      await refreshMaps(deps, journey)
      restsUntil.set(journey, deps.now() + Math.max(REST_MS, SHARE * (deps.now() - began)))
    } catch (error) {
      restsUntil.set(journey, deps.now() + REST_AFTER_TROUBLE_MS)
      deps.onTrouble(error)
    }
  }
  const lookOnce = async () => {
    const now = deps.now()
    for (const { journey, computedAt } of await deps.opinionMaps.behind(now)) {
      // Somebody else may have computed it a moment ago.
      const isRested = computedAt === undefined || now - computedAt >= REST_MS
      if (isRested && now >= (restsUntil.get(journey) ?? 0)) await refresh(journey)
    }
  }
  const look = (): Promise<void> => {
    looking ??= lookOnce()
      .catch(deps.onTrouble)
      .finally(() => {
        looking = undefined
      })
    return looking
  }
  return { look, settled: async () => looking }
}

/** Looks again and again until stopped; stopping waits for what is being written. */
export function keepMapsFresh(deps: LoopDeps & { readonly thread: { stop(): Promise<void> } }, every = LOOK_MS) {
  let isStopping = false
  // What is broken off in the end is no trouble: the next process computes it.
  const onTrouble = (error: unknown) => (isStopping ? undefined : deps.onTrouble(error))
  const refresher = mapRefresher({ ...deps, onTrouble })
  const timer = setInterval(() => void refresher.look(), every).unref()
  void refresher.look()
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await deps.thread.stop()
      await refresher.settled()
    },
  }
}
