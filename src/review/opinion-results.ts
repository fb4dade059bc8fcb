import { smoothed, wilson } from '#feedback/interval.ts'
import type { DisclosedStatement } from '#feedback/opinion-map/disclosed-votes.ts'
import { disclosedVotes } from '#feedback/opinion-map/disclosed-votes.ts'
import type { MapSummary, SummaryGroup, SummaryStatement, Tallied } from '#feedback/opinion-map/summary.ts'
import { enoughAnswers, THRESHOLDS } from '#feedback/opinion-map/thresholds.ts'
import type { PromptWords } from '#feedback/prompt.ts'
import type { StepKey } from '#src/journey/definition.ts'

/** A statement people voted on, with its words. Those that nobody may read are not among them. */
export type Statement = {
  /** feedback/statement-id.ts */
  readonly id: string
  readonly step: StepKey
  readonly words: PromptWords
  readonly origin: 'team' | 'participant'
}
export type ListName = 'common' | 'dividing' | 'unsure' | 'thin'
export type ResultStatement = Statement & {
  /** its number on the page and on the map, from 1 */
  readonly number: number
  readonly votes: DisclosedStatement
  readonly lists: readonly ListName[]
  /** the side that a common statement is common on */
  readonly side: 'agree' | 'disagree' | undefined
  readonly at: readonly [number, number]
}
/** How large a part of a group is on a side, where the very number is withheld. */
export type Part = 'most' | 'over-half' | 'under-half'
export type Telling = ResultStatement & { readonly part: Part }
export type ResultGroup = Pick<SummaryGroup, 'size' | 'centre' | 'spread'> & {
  readonly letter: string
  readonly agrees: readonly Telling[]
  readonly disagrees: readonly Telling[]
}
/** `apart`: two groups' letters, and on how many of the step's statements they stand apart. */
export type ResultStep = {
  readonly step: StepKey
  readonly statements: number
  readonly lists: Readonly<Record<ListName, number>>
  readonly apart: readonly { readonly one: string; readonly other: string; readonly on: number }[]
}
export type Results = {
  readonly participants: number
  readonly counted: number
  readonly floor: number
  readonly enough: number
  /** votes of somebody who passes at least so often are unsure, a share */
  readonly unsureFrom: number
  readonly groups: readonly ResultGroup[]
  readonly stability: MapSummary['stability']
  readonly statements: readonly ResultStatement[]
  readonly lists: Readonly<Record<ListName, readonly ResultStatement[]>>
  readonly steps: readonly ResultStep[]
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'] as const

/**
 * What a map says, as it may be read by anyone. `statements`: in the order of the journey. `isOpen`: while votes still
 * come, lists keep that order, so that nobody follows the most popular; afterwards the surest comes first.
 */
export function resultsOf(map: MapSummary, statements: readonly Statement[], isOpen: boolean): Results {
  const enough = enoughAnswers(map.participants)
  const summaries = new Map(map.statements.filter(({ out }) => !out).map((one) => [one.id, one]))
  const voted = statements.flatMap((statement) => {
    const summary = summaries.get(statement.id)
    return summary ? [{ statement, summary }] : []
  })
  const unsureFrom = unsureBar(voted.map(({ summary }) => summary.votes).filter((votes) => seen(votes) >= enough))
  const all = voted.map(({ statement, summary }, i): ResultStatement & { summary: SummaryStatement } => ({
    ...statement,
    ...listed(summary, enough, unsureFrom),
    number: i + 1,
    votes: disclosedVotes(summary),
    at: summary.at,
    summary,
  }))
  const listOf = (name: ListName, by: (one: SummaryStatement) => number) => {
    const chosen = all.filter(({ lists }) => lists.includes(name))
    return isOpen ? chosen : chosen.toSorted((one, other) => by(other.summary) - by(one.summary))
  }
  return {
    ...{ participants: map.participants, counted: map.counted, floor: map.floor, enough, unsureFrom },
    stability: map.stability,
    groups: map.groups.map((group, i) => groupOf(group, i, all)),
    statements: all.map(plain),
    lists: {
      common: listOf('common', ({ votes }) => Math.max(surely(votes, 2), surely(votes, 0))).map(plain),
      dividing: listOf('dividing', ({ votes }) => votes[0] * votes[2]).map(plain),
      unsure: listOf('unsure', ({ votes }) => votes[1] / seen(votes)).map(plain),
      thin: all.filter(({ lists }) => lists.includes('thin')).map(plain),
    },
    steps: stepsOf(all, map.groups.length),
  }
}

function plain({ summary: _, ...statement }: ResultStatement & { summary: SummaryStatement }): ResultStatement {
  return statement
}

/** Where each side stands among the votes. */
const SIDES = [
  { side: 'agree', place: 2 },
  { side: 'disagree', place: 0 },
] as const

function listed({ votes, groups }: SummaryStatement, enough: number, unsureFrom: number) {
  const n = seen(votes)
  if (n < enough) return { lists: ['thin'] as const, side: undefined }
  const large = groups.filter((group) => seen(group) >= THRESHOLDS.ofGroup)
  const side = SIDES.find(({ place }) => isCommon(votes, large, place))?.side
  const lists: ListName[] = []
  if (side) lists.push('common')
  else if (isDividing(votes, groups)) lists.push('dividing')
  if (votes[1] / n >= unsureFrom) lists.push('unsure')
  return { lists, side } as const
}

/** `side`: the place of the votes, 2 those who agree, 0 those who do not. */
function isCommon(votes: Tallied, groups: readonly Tallied[], side: 0 | 2): boolean {
  return (
    surely(votes, side) >= THRESHOLDS.common &&
    groups.every((group) => smoothed(group[side], seen(group)) >= THRESHOLDS.common)
  )
}

function isDividing(votes: Tallied, groups: readonly Tallied[]): boolean {
  const sided = votes[0] + votes[2]
  if (sided > 0 && Math.min(votes[0], votes[2]) / sided >= THRESHOLDS.side) return true
  return groups.some((group) => {
    const rest: Tallied = [votes[0] - group[0], votes[1] - group[1], votes[2] - group[2]]
    return standApart(group, rest)
  })
}

function standApart(one: Tallied, other: Tallied): boolean {
  if (Math.min(seen(one), seen(other)) < THRESHOLDS.ofGroup) return false
  return Math.abs(smoothed(one[2], seen(one)) - smoothed(other[2], seen(other))) >= THRESHOLDS.apart
}

/** The share that is reached surely: the lower end of its 90 % interval. */
function surely(votes: Tallied, side: 0 | 2): number {
  return wilson(votes[side], seen(votes)).low
}

function seen(votes: Tallied): number {
  return votes[0] + votes[1] + votes[2]
}

/** A fifth, or what only a quarter of the statements reaches, if that is more. */
function unsureBar(all: readonly Tallied[]): number {
  const shares = all.map((votes) => votes[1] / seen(votes)).sort((one, other) => one - other)
  return Math.max(THRESHOLDS.unsure, shares[Math.ceil(0.75 * shares.length) - 1] ?? 0)
}

const MOST = 0.75

function groupOf(group: SummaryGroup, at: number, all: readonly Listed[]): ResultGroup {
  const chosen = (side: 'agree' | 'disagree', place: 0 | 2) =>
    group.representative
      .filter((one) => one.side === side)
      .flatMap(({ id }): Telling[] => {
        const one = all.find((statement) => statement.id === id)
        return one ? [{ ...plain(one), part: partOf(one.summary.groups[at]!, place) }] : []
      })
  const { size, centre, spread } = group
  const letter = LETTERS[at] ?? String(at + 1)
  return { letter, size, centre, spread, agrees: chosen('agree', 2), disagrees: chosen('disagree', 0) }
}

function partOf(votes: Tallied, place: 0 | 2): Part {
  const share = votes[place] / Math.max(1, seen(votes))
  if (share >= MOST) return 'most'
  return share > 0.5 ? 'over-half' : 'under-half'
}

type Listed = ResultStatement & { readonly summary: SummaryStatement }

function stepsOf(all: readonly Listed[], groups: number): readonly ResultStep[] {
  return [...Map.groupBy(all, ({ step }) => step)].map(([step, here]) => ({
    step,
    statements: here.length,
    lists: {
      common: inList(here, 'common'),
      dividing: inList(here, 'dividing'),
      unsure: inList(here, 'unsure'),
      thin: inList(here, 'thin'),
    },
    apart: pairs(groups).flatMap(([one, other]) => {
      const on = here.filter(({ summary }) => standApart(summary.groups[one]!, summary.groups[other]!)).length
      return on > 0 ? [{ one: LETTERS[one]!, other: LETTERS[other]!, on }] : []
    }),
  }))
}

function inList(statements: readonly ResultStatement[], name: ListName): number {
  return statements.filter(({ lists }) => lists.includes(name)).length
}

function pairs(groups: number): readonly (readonly [number, number])[] {
  return Array.from({ length: groups }, (_, one) =>
    Array.from({ length: groups - one - 1 }, (_, next) => [one, one + 1 + next] as const),
  ).flat()
}
