import type { Weighing } from '#feedback/prompt.ts'
import {
  BINS,
  binCounts,
  type ClassOfStances,
  classOf,
  distributionOf,
  type StanceCounts,
  THIN_BELOW,
} from '#feedback/weighing/distribution.ts'
import {
  adoptionOf,
  consideredBothSides,
  isCrossSide,
  movementOf,
  type Shown,
  SIDES,
  type Side,
} from '#feedback/weighing/reasons.ts'
import { type ReasonReceived, receivedByReason } from '#feedback/weighing/received.ts'
import { tenthsOf } from '#feedback/weighing/stance.ts'
import type { Received } from '#src/walk/weighing-store.ts'
import { addUp, type Figure, figure, figuresOf } from './figure.ts'

/** Raw counts of one mode of walks at one proposition. */
export type WeighedCounts = {
  readonly stances: StanceCounts
  readonly received: readonly Received[]
  /** the ids of reasons in each walk's list */
  readonly lists: readonly (readonly string[])[]
  /** the stances of each walk in order, as they are written */
  readonly histories: readonly (readonly string[])[]
}

export type ReasonFigures = {
  readonly reason: string
  readonly side: Side | undefined
  readonly exposed: Figure
  readonly adopted: Figure
  readonly bySide: { readonly [S in 'for' | 'against']: { readonly exposed: Figure; readonly adopted: Figure } }
  readonly isCrossing: boolean
}

/** What weighing adds up to, as it may be shown. Numbers of all stances together are told of twenty people and more. */
export type WeighingFigures = {
  readonly class: ClassOfStances
  readonly people: Readonly<Record<(typeof PEOPLE)[number], Figure>>
  /** -1 to 1 or 0 to 1, rounded to tenths; undefined: withheld */
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], number | undefined>>
  /** best received first, by the cautious share */
  readonly reasons: readonly ReasonFigures[]
}
const PEOPLE = ['n', 'against', 'middle', 'for', 'lists', 'both', 'revised', 'up', 'down', 'crossed'] as const
const NUMBERS = ['median', 'mean', 'sd', 'split'] as const
type People = WeighingFigures['people']

/** Every figure of one proposition; several modes are withheld one by one, then added up. `sides`: reasons by id. */
export function weighingFigures(modes: readonly WeighedCounts[], sides: ReadonlyMap<string, Side>): WeighingFigures {
  const each = modes.map((mode) => peopleIn(mode, sides))
  const people = Object.fromEntries(PEOPLE.map((name) => [name, addUp(each.map((one) => one[name]))])) as People
  const all = distributionOf(addedCounts(modes.map(({ stances }) => stances)))
  // From fewer people, or where one mode's are withheld, the mean and what is shown would give the withheld ones away.
  const isTold = people.n !== undefined && all.n >= THIN_BELOW
  const rounded = (name: (typeof NUMBERS)[number]) => [name, isTold ? toTenth(all[name] ?? 0) : undefined]
  return {
    class: isTold ? classOf(all) : 'thin',
    people,
    numbers: Object.fromEntries(NUMBERS.map(rounded)) as WeighingFigures['numbers'],
    reasons: reasonFigures(modes, sides),
  }
}

/** The side of every reason of a proposition: the designer's by the definition, the walkers' as they were given. */
export function sidesOf(prompt: Weighing, own: readonly { id: string; option: string | undefined }[]) {
  const given = own.flatMap(({ id, option }): [string, Side][] => {
    const side = SIDES.find((one) => one === option)
    return side ? [[id, side]] : []
  })
  return new Map<string, Side>([...prompt.reasons.map(({ id, side }): [string, Side] => [id, side]), ...given])
}

function peopleIn({ stances, lists, histories }: WeighedCounts, sides: ReadonlyMap<string, Side>): People {
  const { n } = distributionOf(stances)
  const { both, of } = consideredBothSides(lists.map((list) => list.flatMap((id) => sides.get(id) ?? [])))
  const moves = histories.map((all) => all.filter((stance, i) => stance !== all[i - 1]))
  const { revised, up, down, back, crossed } = movementOf(moves.map((all) => all.flatMap((one) => tenthsOf(one) ?? [])))
  const [shownUp, shownDown] = figuresOf([up, down, back])
  return {
    n: figure(n),
    ...sharesIn(stances),
    lists: figure(of),
    both: partOf(both, of),
    revised: figure(revised),
    up: figure(revised) === undefined ? undefined : shownUp,
    down: figure(revised) === undefined ? undefined : shownDown,
    crossed: partOf(crossed, revised),
  }
}

/** A share is the sum of its bins, shown where they all are: beside a withheld bin it would tell it. */
function sharesIn(stances: StanceCounts): Pick<People, 'against' | 'middle' | 'for'> {
  const bins = binCounts(stances)
  const shown = figuresOf(BINS.map((bin) => bins[bin]))
  const sum = (from: number, to: number) => addUp(shown.slice(from, to))
  return { against: sum(0, 4), middle: sum(4, 5), for: sum(5, 9) }
}

/** Some of those whose number stands beside them: neither the some nor the others may be too few. */
function partOf(n: number, of: number): Figure {
  return figure(of) === undefined ? undefined : figuresOf([n, of - n])[0]
}

function reasonFigures(modes: readonly WeighedCounts[], sides: ReadonlyMap<string, Side>): readonly ReasonFigures[] {
  const each = modes.map(({ received }) => receivedByReason(received))
  const ids = [...new Set(each.flatMap((one) => [...one.keys()]))]
  const all = ids.map((reason) => {
    const parts = each.map((one) => one.get(reason) ?? NOBODY)
    const shown = parts.map(shownOf)
    const total = (pick: (one: ReturnType<typeof shownOf>) => Figure) => addUp(shown.map(pick))
    return {
      ranking: adoptionOf(added(parts.map((one) => one.all))),
      figures: {
        ...{ reason, side: sides.get(reason) },
        exposed: total((one) => one.exposed),
        adopted: total((one) => one.adopted),
        bySide: {
          for: { exposed: total((one) => one.for.exposed), adopted: total((one) => one.for.adopted) },
          against: { exposed: total((one) => one.against.exposed), adopted: total((one) => one.against.adopted) },
        },
        isCrossing: isCrossSide({
          for: added(parts.map((one) => one.for)),
          against: added(parts.map((one) => one.against)),
        }),
      },
    }
  })
  return all
    .sort((one, other) => other.ranking - one.ranking || (one.figures.reason < other.figures.reason ? -1 : 1))
    .map(({ figures }) => figures)
}

const NONE: Shown = { exposed: 0, adopted: 0 }
const NOBODY: ReasonReceived = { all: NONE, for: NONE, against: NONE }

/** Of those who saw a reason, those who took it: on each side, and together; what is hidden cannot be had by subtraction. */
function shownOf({ all, for: supporters, against: opponents }: ReasonReceived) {
  const cells = (pick: (one: Shown) => number) => {
    const [whole, of, against] = [all, supporters, opponents].map(pick) as [number, number, number]
    const [first, second] = figuresOf([of, against, whole - of - against])
    return figure(whole) === undefined ? [undefined, undefined, undefined] : [whole, first, second]
  }
  const [exposed, exposedFor, exposedAgainst] = cells((one) => one.exposed)
  const [, adoptedFor, adoptedAgainst] = cells((one) => one.adopted)
  const within = (shown: Figure, adopted: Figure, raw: Shown) =>
    shown === undefined || partOf(raw.adopted, raw.exposed) === undefined ? undefined : adopted
  return {
    exposed,
    adopted: partOf(all.adopted, all.exposed),
    for: { exposed: exposedFor, adopted: within(exposedFor, adoptedFor, supporters) },
    against: { exposed: exposedAgainst, adopted: within(exposedAgainst, adoptedAgainst, opponents) },
  }
}

function added(parts: readonly Shown[]): Shown {
  return parts.reduce((sum, { exposed, adopted }) => ({
    exposed: sum.exposed + exposed,
    adopted: sum.adopted + adopted,
  }))
}

function addedCounts(all: readonly StanceCounts[]): StanceCounts {
  const sum: Record<string, number> = {}
  for (const counts of all) for (const [stance, n] of Object.entries(counts)) sum[stance] = (sum[stance] ?? 0) + n
  return sum
}

function toTenth(number: number): number {
  return Math.round(number * 10) / 10 + 0
}
