import fc from 'fast-check'
import { expect, test } from 'vitest'
import { THRESHOLD } from '#feedback/disclosure.ts'
import { type DisclosedVotes, disclosedVotes } from '#feedback/opinion-map/disclosed-votes.ts'
import type { Tallied } from '#feedback/opinion-map/summary.ts'

const RUNS = process.env.POLKU_LONG ? 20_000 : 500
const cell = fc.oneof(fc.nat(6), fc.nat(40))
const tallied = fc.tuple(cell, cell, cell)
const table = fc.record({ groups: fc.array(tallied, { maxLength: 4 }), rest: tallied })

function everybody(groups: readonly Tallied[], rest: Tallied): Tallied {
  const sum = (at: 0 | 1 | 2) => rest[at] + groups.reduce((all, group) => all + group[at], 0)
  return [sum(0), sum(1), sum(2)]
}

const cellsOf = ({ disagree, pass, agree }: DisclosedVotes) => [disagree, pass, agree]

test('no number of one to four people is ever shown, and what is shown is true', () => {
  fc.assert(
    fc.property(table, ({ groups, rest }) => {
      const votes = everybody(groups, rest)
      const shown = disclosedVotes({ votes, groups })
      const told = [shown.all, ...shown.groups]
      for (const [r, row] of [votes, ...groups].entries())
        for (const [c, n] of row.entries()) {
          const figure = cellsOf(told[r]!)[c]
          if (figure !== undefined) expect(figure).toBe(n)
          if (n > 0 && n < THRESHOLD) expect(figure).toBeUndefined()
        }
    }),
    { numRuns: RUNS },
  )
})

test('what is withheld of a group does not follow from the total of the group', () => {
  fc.assert(
    fc.property(table, ({ groups, rest }) => {
      const shown = disclosedVotes({ votes: everybody(groups, rest), groups })
      for (const [r, row] of shown.groups.entries()) {
        if (row.of === undefined) continue
        const hidden = cellsOf(row).flatMap((figure, c) => (figure === undefined ? [groups[r]![c]!] : []))
        const people = hidden.reduce((sum, n) => sum + n, 0)
        expect(people === 0 || (people >= THRESHOLD && hidden.length > 1)).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

test('what is withheld of a group does not follow from everybody minus the other groups', () => {
  fc.assert(
    fc.property(fc.array(tallied, { minLength: 1, maxLength: 4 }), (groups) => {
      const votes = everybody(groups, [0, 0, 0])
      const shown = disclosedVotes({ votes, groups })
      for (const c of [0, 1, 2]) {
        if (cellsOf(shown.all)[c] === undefined) continue
        const hidden = groups.flatMap((group, r) => (cellsOf(shown.groups[r]!)[c] === undefined ? [group[c]!] : []))
        const people = hidden.reduce((sum, n) => sum + n, 0)
        expect(people === 0 || people >= THRESHOLD).toBe(true)
      }
    }),
    { numRuns: RUNS },
  )
})

test('large numbers are shown as they are, and nobody is nobody', () => {
  const groups: Tallied[] = [
    [10, 0, 20],
    [30, 5, 6],
  ]
  const { all, groups: shown } = disclosedVotes({ votes: everybody(groups, [0, 0, 0]), groups })
  expect(all).toStrictEqual({ of: 71, agree: 26, disagree: 40, pass: 5 })
  expect(shown[0]).toStrictEqual({ of: 30, agree: 20, disagree: 10, pass: 0 })
  expect(disclosedVotes({ votes: [0, 0, 0], groups: [] }).all).toStrictEqual({ of: 0, agree: 0, disagree: 0, pass: 0 })
})
