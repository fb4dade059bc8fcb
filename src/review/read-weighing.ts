import type { WeighingStore } from '#src/walk/weighing-store.ts'
import type { PromptRow, SaidCounts } from './prompt-report.ts'
import type { ReviewFilter, ReviewStore } from './review-store.ts'
import { sidesOf, type WeighedCounts, weighingFigures } from './weighing-report.ts'

type Deps = { readonly review: ReviewStore; readonly weighing: WeighingStore }

/** The same rows, those of propositions with what weighing adds up to. One filter a mode, with that mode's counts. */
export function withWeighing(
  deps: Deps,
  filters: readonly ReviewFilter[],
  counts: readonly SaidCounts[],
  rows: readonly PromptRow[],
): Promise<readonly PromptRow[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { prompt } = row
      if (prompt.kind !== 'weighing') return row
      const modes = await Promise.all(filters.map((filter, i) => countsOf(deps, filter, row, counts[i])))
      const seen = new Set(modes.flatMap(({ received }) => received.map(({ reason }) => reason)))
      const own = await Promise.all([...seen].map((id) => deps.review.contribution(id)))
      const sides = sidesOf(
        prompt,
        own.filter((one) => one !== undefined),
      )
      return { ...row, weighing: weighingFigures(modes, sides) }
    }),
  )
}

async function countsOf(
  { weighing }: Deps,
  filter: ReviewFilter,
  { key, prompt }: PromptRow,
  counts: SaidCounts | undefined,
): Promise<WeighedCounts> {
  const at = { ...filter, step: key }
  const [received, lists, histories] = await Promise.all([
    weighing.received(at),
    weighing.lists(at),
    weighing.histories(at),
  ])
  const isHere = (one: { readonly prompt: string }) => one.prompt === prompt.id
  const options = (counts?.options ?? []).filter((one) => one.step === key && isHere(one))
  return {
    stances: Object.fromEntries(options.map(({ option, n }) => [option, n])),
    received: received.filter(isHere),
    lists: byWalk(lists.filter(isHere)).map((all) => all.map(({ reason }) => reason)),
    histories: byWalk(histories.filter(isHere)).map((all) => all.map(({ stance }) => stance)),
  }
}

function byWalk<T extends { readonly walk: string }>(rows: readonly T[]): readonly (readonly T[])[] {
  return [...Map.groupBy(rows, ({ walk }) => walk).values()]
}
