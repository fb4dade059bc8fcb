import { THRESHOLD } from '#feedback/disclosure.ts'
import type { Definition } from '#src/journey/definition.ts'
import { type Count, type Figure, figure } from './figure.ts'
import { columnsOf, saidCountsIn, stepCountsIn } from './filter-counts.ts'
import { divide, isSensitive } from './filter-divide.ts'
import { both, countOf, isIn, type People, peopleOf } from './filter-people.ts'
import { type Condition, type Divided, isTellable, selected } from './filter-rule.ts'
import type { OpinionMapStore } from './opinion-map-store.ts'
import type { SaidCounts } from './prompt-report.ts'
import type { ReviewFilter, ReviewStore } from './review-store.ts'
import type { TellableCounts } from './step-report.ts'

export type FilterDeps = {
  readonly review: Pick<ReviewStore, 'filteredWalks' | 'met'>
  /** without it nobody is asked for by opinion group */
  readonly opinionMaps?: Pick<OpinionMapStore, 'find'> | undefined
}
/** The counts of the walks of one mode that meet all conditions. */
export type FilteredCounts = {
  readonly started: Count
  readonly finished: Count
  readonly steps: readonly TellableCounts[]
  readonly said: SaidCounts
}

const TWICE = 2

/** Counts what the unfiltered report counts, of those who meet the conditions, as far as the rule lets it be told. */
export async function filteredCounts(
  deps: FilterDeps,
  filter: ReviewFilter,
  where: readonly Condition[],
  { definition, leftBefore }: { readonly definition: Definition; readonly leftBefore: number },
): Promise<FilteredCounts> {
  const { walks, met, divided } = await dividedWalks(deps, filter, definition, leftBefore)
  const everybody = peopleOf(walks.length, walks.keys())
  const k = smallestOf(definition, where)
  const chosen = selected(divided, everybody, where)
  const isAnswered = countOf(chosen) >= k && isTellable(divided, everybody, where, k)
  const mayTell = (people: People) => isAnswered && isTellable(divided, people, where, k)
  const finished = peopleOf(
    walks.length,
    walks.flatMap((walk, i) => (walk.finished ? [i] : [])),
  )
  const columns = columnsOf(walks, met)
  return {
    started: isAnswered ? countOf(chosen) : undefined,
    finished: mayTell(finished) ? countOf(both(finished, chosen)) : undefined,
    steps: isAnswered
      ? stepCountsIn(columns, chosen, mayTell)
      : Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
          steps.map(({ id }): TellableCounts => ({ step: `${track}/${id}`, ...UNTOLD })),
        ),
    said: isAnswered ? saidCountsIn(columns, chosen, mayTell) : { prompts: [], options: [], isTellable: () => false },
  }
}

const UNTOLD = {
  reached: undefined,
  shown: undefined,
  answered: undefined,
  skipped: undefined,
  left: undefined,
  aside: undefined,
}

/** What can be asked for, each with how many it would be alone; what could not be answered is not offered. */
export type FilterChoice = {
  readonly dimension: string
  readonly values: readonly { readonly value: string; readonly n: Figure }[]
}

export async function filterChoices(
  deps: FilterDeps,
  filter: ReviewFilter,
  definition: Definition,
): Promise<readonly FilterChoice[]> {
  const { walks, divided } = await dividedWalks(deps, filter, definition, 0)
  const everybody = peopleOf(walks.length, walks.keys())
  return [...divided.keys()].flatMap((dimension) => {
    const k = smallestOf(definition, [{ dimension, value: '' }])
    const values = [...(divided.get(dimension) ?? [])].flatMap(([value, people]) => {
      const n = countOf(people)
      const isOffered = value !== '' && n >= k && isTellable(divided, everybody, [{ dimension, value }], k)
      return isOffered ? [{ value, n: figure(n) }] : []
    })
    return values.length > 0 ? [{ dimension, values: values.toSorted(byValue) }] : []
  })
}

function byValue(one: { readonly value: string }, other: { readonly value: string }): number {
  return one.value < other.value ? -1 : 1
}

function smallestOf(definition: Definition, where: readonly Condition[]): number {
  return where.some(({ dimension }) => isSensitive(definition, dimension)) ? THRESHOLD * TWICE : THRESHOLD
}

async function dividedWalks(deps: FilterDeps, filter: ReviewFilter, definition: Definition, leftBefore: number) {
  const [found, met, stored] = await Promise.all([
    deps.review.filteredWalks(filter),
    deps.review.met(filter, leftBefore),
    deps.opinionMaps?.find(filter.journey),
  ])
  const [mode] = filter.modes
  const divided: Divided = divide({ ...found, definition, map: mode && stored?.maps[mode], said: met.said })
  return { walks: found.walks, met, divided }
}

/** The opinion group of each walk, of the groups that may be told of. */
export async function writersGroups(
  deps: FilterDeps,
  filter: ReviewFilter,
  definition: Definition,
): Promise<ReadonlyMap<string, string>> {
  const { walks, divided } = await dividedWalks(deps, filter, definition, 0)
  const everybody = peopleOf(walks.length, walks.keys())
  const told = [...(divided.get('group') ?? [])].filter(
    ([value, people]) =>
      value !== '' && countOf(people) >= THRESHOLD && isTellable(divided, everybody, [{ dimension: 'group', value }]),
  )
  return new Map(
    told.flatMap(([value, people]) =>
      walks.flatMap(({ walk }, i) => (isIn(people, i) ? [[walk, value] as const] : [])),
    ),
  )
}
