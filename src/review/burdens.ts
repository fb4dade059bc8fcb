import type { Published } from '#src/journey/library.ts'
import { type Burdens, burdensOf as burdensOfSteps, type Range, type SideBurden } from '#src/walk/burden.ts'

export type PersonBurden = Burdens & { readonly id: string; readonly name: string }

// Only for a journey whose example person does not know the day it starts on: months differ in length.
const ANY_DAY = '2026-03-01'
const NONE: Range = { from: 0, to: 0 }

/** What every example person's situation costs today and as proposed, and the least and the most of them all. */
export function burdensOf({ version, journey }: Published): {
  readonly people: readonly PersonBurden[]
  readonly everyone: Burdens | undefined
} {
  const { starts_on } = version.definition
  const people = version.personas.map(({ id, name, facts }) => {
    const start = facts[starts_on]
    const concerned = [...journey.places.values()].filter(({ applies }) => applies(facts) !== false)
    const steps = concerned.map(({ step }) => step)
    return { id, name, ...burdensOfSteps(steps, typeof start === 'string' ? start : ANY_DAY) }
  })
  return { people, everyone: people.length > 0 ? widest(people) : undefined }
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
    waited: over(({ waited }) => waited) ?? NONE,
    unverified: over(({ unverified }) => unverified) ?? NONE,
  }
}
