import type { Trial } from './trial.ts'
import type { TrialStore } from './trial-store.ts'

/** How long another process's change may go unseen. */
const FRESH_MS = 1000

/** The store, whose `current` is asked at every step of every walk and therefore remembered for a second. */
export function rememberCurrent(trials: TrialStore, now: () => number): TrialStore {
  const known = new Map<string, { readonly at: number; readonly trial: Promise<Trial | undefined> }>()
  const current = (journey: string) => {
    const last = known.get(journey)
    if (last && now() - last.at <= FRESH_MS) return last.trial
    const trial = trials.current(journey)
    known.set(journey, { at: now(), trial })
    trial.catch(() => known.delete(journey))
    return trial
  }
  const forgetting = async <T>(change: Promise<T>): Promise<T> => {
    const done = await change
    known.clear()
    return done
  }
  return {
    ...trials,
    current,
    create: (trial) => forgetting(trials.create(trial)),
    save: (trial, rev) => forgetting(trials.save(trial, rev)),
  }
}
