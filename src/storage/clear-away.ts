import type { TrialStore } from '#src/trial/trial-store.ts'
import type { WalkStore } from '#src/walk/walk-store.ts'

type Erasing = { readonly walks: WalkStore; readonly trials: TrialStore }
type How = { readonly scrub: () => Promise<void>; readonly onTrouble: (error: unknown) => void }

/**
 * Whatever is taken back leaves the files and not only the tables, and before anybody is told that it is gone. Where the
 * files cannot be cleared just now the rows are gone all the same: that is told to `onTrouble` alone.
 */
export function clearingAway<Stores extends Erasing>(stores: Stores, { scrub, onTrouble }: How): Stores {
  const { walks, trials } = stores
  const scrubbed = oneAtATime(scrub)
  const cleared = async <T>(write: Promise<T>): Promise<T> => {
    const done = await write
    await scrubbed().catch(onTrouble)
    return done
  }
  return {
    ...stores,
    walks: {
      ...walks,
      withdraw: (input) => cleared(walks.withdraw(input)),
      erase: (input) => cleared(walks.erase(input)),
    },
    trials: {
      ...trials,
      // Signing up comes right after a walk's last write: a log that keeps both tells by their order whose walk it was.
      signUp: (contact) => cleared(trials.signUp(contact)),
      removeContact: (id) => cleared(trials.removeContact(id)),
      setBackground: (input) =>
        input.background === undefined ? cleared(trials.setBackground(input)) : trials.setBackground(input),
    },
  }
}

/** Those who ask while it runs share the next run, so that many at once hold no more than one connection. */
function oneAtATime(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = () => {
    next = undefined
    const now = run().finally(() => {
      if (running === now) running = undefined
    })
    running = now
    return now
  }
  return () => {
    if (!running) return start()
    next ??= running.then(start, start)
    return next
  }
}
