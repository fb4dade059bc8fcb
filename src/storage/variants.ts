import { and, count, eq } from 'drizzle-orm'
import { drawVariant } from '#feedback/variant-draw.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { VariedStep } from '#src/journey/variants.ts'
import type { ToldVariants, Walk } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

type Given = { readonly variant: string; readonly drawn: boolean }
type At = Pick<Walk, 'id' | 'journey' | 'version' | 'mode'> & { readonly from?: number }

/**
 * Of each step that a version tells in two ways, the one this walk is told there: what it was told before, on this version
 * or the one it comes from, or else by lot. Kept in the walk's own row too, so that no page reads more than before.
 */
export function* tellVariants(on: On, at: At, steps: readonly VariedStep[]): Body<void> {
  const told: Record<StepKey, string> = {}
  for (const one of steps) told[one.step] = yield* tellOne(on, at, one)
  const { walks } = on.t
  const kept: ToldVariants | null = steps.length > 0 ? told : null
  yield* ask(on.db.update(walks).set({ variants: kept }).where(eq(walks.id, at.id)))
}

function* tellOne(on: On, at: At, { step, variants: ids, was }: VariedStep): Body<string> {
  const here = yield* givenAt(on, at.id, at.version, [step])
  if (here) return here.variant
  const before = at.from === undefined ? undefined : yield* givenAt(on, at.id, at.from, was)
  const given = before && ids.includes(before.variant) ? before : yield* draw(on, at, step, ids)
  const row = { walk: at.id, journey: at.journey, version: at.version, step, ...given }
  yield* ask(on.db.insert(on.t.variants).values(row))
  return given.variant
}

function* givenAt({ db, t: { variants } }: On, walk: string, version: number, steps: readonly StepKey[]) {
  const rows: readonly (Given & { step: StepKey })[] = yield* ask(
    db
      .select({ step: variants.step, variant: variants.variant, drawn: variants.drawn })
      .from(variants)
      .where(and(eq(variants.walk, walk), eq(variants.version, version))),
  )
  return rows.find(({ step }) => steps.includes(step))
}

/** Modes are balanced each by itself: example walks must not decide what the next citizen is told. */
function* draw(
  { db, t: { variants, walks } }: On,
  at: At,
  step: StepKey,
  [a, b]: readonly [string, string],
): Body<Given> {
  const rows = yield* ask(
    db
      .select({ variant: variants.variant, n: count() })
      .from(variants)
      .innerJoin(walks, eq(walks.id, variants.walk))
      .where(
        and(
          eq(variants.journey, at.journey),
          eq(variants.version, at.version),
          eq(variants.step, step),
          eq(variants.drawn, true),
          eq(walks.mode, at.mode),
        ),
      )
      .groupBy(variants.variant),
  )
  const given = (id: string) => rows.find(({ variant }) => variant === id)?.n ?? 0
  return { variant: [a, b][drawVariant([given(a), given(b)], `${at.id} ${step}`)] ?? a, drawn: true }
}
