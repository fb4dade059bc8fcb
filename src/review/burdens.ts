import { addDuration } from '#src/journey/calendar.ts'
import type { Step } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { burdenOf } from '#src/walk/burden.ts'

export type Range = { readonly from: number; readonly to: number }
export type Measure = 'contacts' | 'papers' | 'twice' | 'longest' | 'waits' | 'fees'
/** What a situation costs on one side; waits in days, fees in euros. Undefined where no step says, which is not nothing. */
export type SideBurden = { readonly [M in Measure]: Range | undefined }
export type Burdens = {
  readonly today: SideBurden
  readonly proposed: SideBurden
  /** of how many steps the waits are: only those that name one for today and one for the proposal can be compared */
  readonly waited: Range
  /** steps of whose present state no source has been read */
  readonly unverified: Range
}
export type PersonBurden = Burdens & { readonly id: string; readonly name: string }

type Served = Exclude<Step, { kind: 'question' }>
type Side = Served['today'] | Served['proposed']
// Only for a journey whose example person does not know the day it starts on: months differ in length.
const ANY_DAY = '2026-03-01'
const DAY_MS = 86_400_000

/** What every example person's situation costs today and as proposed, and the least and the most of them all. */
export function burdensOf({ version, journey }: Published): {
  readonly people: readonly PersonBurden[]
  readonly everyone: Burdens | undefined
} {
  const { starts_on } = version.definition
  const people = version.personas.map(({ id, name, facts }) => {
    const start = facts[starts_on]
    const concerned = [...journey.places.values()].filter(({ applies }) => applies(facts) !== false)
    const counted = burdenOf(concerned.map((place) => ({ place, status: 'todo' })))
    const served = concerned.flatMap(({ step }) => (step.kind === 'question' ? [] : [step]))
    const waited = served.filter(({ today, proposed }) => today.wait && proposed.wait)
    const side = (name: 'today' | 'proposed'): SideBurden => ({
      contacts: only(counted[name].contacts),
      papers: only(counted[name].papers),
      twice: only(askedTwice(served.map((step) => step[name]))),
      ...waitsOf(
        waited.map((step) => step[name]),
        typeof start === 'string' ? start : ANY_DAY,
      ),
      fees: sum(served.flatMap((step) => step[name].fee ?? [])),
    })
    const unverified = only(served.filter(isUnverified).length)
    return { id, name, today: side('today'), proposed: side('proposed'), waited: only(waited.length), unverified }
  })
  return { people, everyone: people.length > 0 ? widest(people) : undefined }
}

function askedTwice(sides: readonly Side[]): number {
  const asked = sides.flatMap(({ asks_for }) => asks_for ?? [])
  return asked.length - new Set(asked).size
}

function waitsOf(sides: readonly Side[], start: string): Pick<SideBurden, 'longest' | 'waits'> {
  const waits = sides
    .flatMap(({ wait }) => wait ?? [])
    .map(({ from, to }) => ({ from: days(start, from), to: days(start, to) }))
  return { longest: longestOf(waits), waits: sum(waits) }
}

function longestOf(waits: readonly Range[]): Range | undefined {
  if (waits.length === 0) return undefined
  return { from: Math.max(...waits.map(({ from }) => from)), to: Math.max(...waits.map(({ to }) => to)) }
}

function days(start: string, duration: string): number {
  return (Date.parse(addDuration(start, duration)) - Date.parse(start)) / DAY_MS
}

function sum(ranges: readonly Range[]): Range | undefined {
  if (ranges.length === 0) return undefined
  return ranges.reduce((total, { from, to }) => ({ from: total.from + from, to: total.to + to }), only(0))
}

function only(value: number): Range {
  return { from: value, to: value }
}

/** No source of it has been read, not even an old or a partial one. */
function isUnverified({ today }: Served): boolean {
  return !(today.source ?? []).some(({ confidence }) => confidence !== 'U')
}

function widest(people: readonly Burdens[]): Burdens {
  const over = (rangeOf: (person: Burdens) => Range | undefined): Range | undefined => {
    const ranges = people.flatMap((person) => rangeOf(person) ?? [])
    if (ranges.length === 0) return undefined
    return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) }
  }
  const side = (name: 'today' | 'proposed'): SideBurden => ({
    contacts: over((person) => person[name].contacts),
    papers: over((person) => person[name].papers),
    twice: over((person) => person[name].twice),
    longest: over((person) => person[name].longest),
    waits: over((person) => person[name].waits),
    fees: over((person) => person[name].fees),
  })
  return {
    today: side('today'),
    proposed: side('proposed'),
    waited: over(({ waited }) => waited) ?? only(0),
    unverified: over(({ unverified }) => unverified) ?? only(0),
  }
}
