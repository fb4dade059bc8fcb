import { eq } from 'drizzle-orm'
import { type Background, TRAITS } from '#src/trial/trial.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import { ask, type Body, type On } from './engine.ts'

/** Replaces what the walk told before. A walk may have been erased while its page was open: then there is nobody to tell of. */
export function* setBackground(on: On, input: Parameters<TrialStore['setBackground']>[0]): Body<void> {
  const { walk, background = {}, at } = input
  const { backgrounds } = on.t
  const [known] = yield* ask(on.walk.touch, { walk, at })
  if (!known) return
  yield* ask(on.db.delete(backgrounds).where(eq(backgrounds.walk, walk)))
  const rows = TRAITS.flatMap((trait) => {
    const value = background[trait]
    return value === undefined ? [] : [{ walk, trait, value, at }]
  })
  if (rows.length > 0) yield* ask(on.db.insert(backgrounds).values(rows))
}

export function* background({ db, t: { backgrounds } }: On, walk: string): Body<Background | undefined> {
  const rows = yield* ask(db.select().from(backgrounds).where(eq(backgrounds.walk, walk)))
  if (rows.length === 0) return undefined
  return Object.fromEntries(rows.map(({ trait, value }) => [trait, value]))
}
