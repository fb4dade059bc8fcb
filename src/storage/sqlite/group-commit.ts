import type { Database } from 'better-sqlite3'

type Waiting = { write: () => unknown; done: (value: unknown) => void; failed: (error: unknown) => void }

/**
 * All writes of one turn of the event loop share one transaction and one flush to disk; each caller is answered after
 * the commit. Each write is a savepoint of its own, so that a failing one does not take its neighbours along.
 */
export function groupCommit(raw: Database): <T>(write: () => T) => Promise<T> {
  let waiting: Waiting[] = []
  const one = raw.transaction((write: () => unknown) => write())
  const together = raw.transaction((batch: readonly Waiting[]) =>
    batch.map(({ write }) => {
      try {
        return { ok: true as const, value: one(write) }
      } catch (error) {
        // On a full disk SQLite may have rolled back everything by itself: then nobody's write stands.
        if (!raw.inTransaction) throw error
        return { ok: false as const, error }
      }
    }),
  )
  const flush = () => {
    const batch = waiting
    waiting = []
    try {
      for (const [i, result] of together.immediate(batch).entries())
        if (result.ok) batch[i]?.done(result.value)
        else batch[i]?.failed(result.error)
    } catch (error) {
      for (const { failed } of batch) failed(error)
    }
  }
  return <T>(write: () => T) =>
    new Promise<T>((done, failed) => {
      if (waiting.push({ write, done: done as (value: unknown) => void, failed }) === 1) setImmediate(flush)
    })
}
