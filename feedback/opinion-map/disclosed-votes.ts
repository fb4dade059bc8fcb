import { disclose, discloseRow, THRESHOLD } from '../disclosure.ts'
import type { SummaryStatement, Tallied } from './summary.ts'

/** A count as it may be shown, undefined where it is withheld. */
type Figure = number | undefined
export type DisclosedVotes = {
  /** how many saw the statement and voted or passed */
  readonly of: Figure
  readonly agree: Figure
  readonly disagree: Figure
  readonly pass: Figure
}
export type DisclosedStatement = { readonly all: DisclosedVotes; readonly groups: readonly DisclosedVotes[] }

/**
 * A statement's votes as they may be published: everybody's, and those of each group. No count of 1 to 4 people is shown,
 * and none that follows from the others, by what is missing from a group's total or from everybody's. People who belong
 * to no group count as one more row that is never shown. Source: primary and secondary suppression of a table with
 * margins, as in Statistics Finland's guide to output checking.
 */
export function disclosedVotes({ votes, groups }: Pick<SummaryStatement, 'votes' | 'groups'>): DisclosedStatement {
  const rest = votes.map((n, column) => n - groups.reduce((sum, group) => sum + group[column]!, 0))
  const rows = [...groups, rest].map((row) => row.map((n) => Math.max(0, n)))
  const totals = discloseRow(rows.map(sum))
  const isHidden = rows.map((row, r) => row.map((n) => totals[r] === undefined || disclose(n) === undefined))
  for (let changed = true; changed; ) changed = [...rowsOf(rows, isHidden), ...columnsOf(rows, isHidden)].some(cover)
  const all = discloseRow(votes)
  return {
    all: sum(votes) < THRESHOLD ? votesAs(disclose(sum(votes)), zeros(votes)) : votesAs(sum(votes), all),
    groups: groups.map((group, r) =>
      votesAs(
        totals[r],
        isHidden[r]!.map((hidden, c) => (hidden ? undefined : group[c])),
      ),
    ),
  }
}

/** One line of the table: its counts, which are hidden, and how to hide one more. */
type Line = { readonly cells: readonly number[]; readonly hidden: readonly boolean[]; hide(at: number): void }

function rowsOf(rows: readonly (readonly number[])[], isHidden: boolean[][]): Line[] {
  return rows.map((cells, r) => ({ cells, hidden: isHidden[r]!, hide: (c) => (isHidden[r]![c] = true) }))
}

function columnsOf(rows: readonly (readonly number[])[], isHidden: boolean[][]): Line[] {
  return [0, 1, 2].map((c) => ({
    cells: rows.map((row) => row[c]!),
    hidden: isHidden.map((row) => row[c]!),
    hide: (r) => (isHidden[r]![c] = true),
  }))
}

/**
 * Hides the smallest count that shows, where what is hidden of a line could be worked out. Where nothing but zeros is
 * left, one of them: who knows the total would know the one number that is missing. Whether it hid anything.
 */
function cover({ cells, hidden, hide }: Line): boolean {
  const covered = cells.filter((n, at) => hidden[at] && n > 0)
  const isAlone = hidden.filter(Boolean).length === 1
  if (covered.length === 0 || (!isAlone && sum(covered) >= THRESHOLD)) return false
  const shown = cells.flatMap((n, at) => (hidden[at] ? [] : [{ n, at }]))
  const least = shown.filter(({ n }) => n > 0).toSorted((one, other) => one.n - other.n || one.at - other.at)[0]
  const next = least ?? (isAlone ? shown[0] : undefined)
  if (!next) return false
  hide(next.at)
  return true
}

function votesAs(of: Figure, [disagree, pass, agree]: readonly Figure[]): DisclosedVotes {
  return { of, agree, disagree, pass }
}

/** Of fewer than five people nothing is told but what nobody chose, and not even that where somebody did. */
function zeros(votes: Tallied): readonly Figure[] {
  return votes.map(() => (sum(votes) === 0 ? 0 : undefined))
}

function sum(cells: readonly number[]): number {
  return cells.reduce((total, n) => total + n, 0)
}
