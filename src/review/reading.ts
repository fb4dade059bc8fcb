import type { StepKey } from '#src/journey/definition.ts'
import type { Library, Published } from '#src/journey/library.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type FilterDeps, writersGroups } from './read-filtered.ts'
import type { ReviewFilter } from './review-store.ts'
import { type SaidWords, withPlaces } from './said-words.ts'

/** The words of those who stand together; without a group those who stand in none, or in one too small to be told. */
export type ReadGroup = { readonly group: string | undefined; readonly words: readonly SaidWords[] }
export type ReadStep = { readonly key: StepKey; readonly words: number; readonly groups: readonly ReadGroup[] }
export type Reading = { readonly steps: readonly ReadStep[]; readonly hasGroups: boolean }

/** Words in the order of the journey, at each step by the opinion group of their writers. Steps without words are left out. */
export async function readingOf(
  deps: FilterDeps & { readonly library: Library },
  filter: ReviewFilter,
  { journey, version }: Published,
  texts: readonly Contribution[],
): Promise<Reading> {
  const groups = await writersGroups(deps, filter, version.definition)
  const walkOf = new Map(texts.map(({ id, walk }) => [id, walk]))
  const byStep = Map.groupBy(await withPlaces(deps.library, texts), ({ said }) => said.step)
  const order = [...journey.places.keys(), ...byStep.keys()]
  const steps = [...new Set(order)].flatMap((key): ReadStep[] => {
    const words = byStep.get(key)
    if (!words) return []
    const byGroup = Map.groupBy(words, ({ said }) => groups.get(walkOf.get(said.id) ?? ''))
    const sorted = [...byGroup].toSorted(([one = '~'], [other = '~']) => (one < other ? -1 : 1))
    return [{ key, words: words.length, groups: sorted.map(([group, some]) => ({ group, words: some })) }]
  })
  return { steps, hasGroups: groups.size > 0 }
}
