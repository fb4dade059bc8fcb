import type { Truth } from '#src/journey/condition.ts'
import type { Condition, Facts } from '#src/journey/definition.ts'

export type ConditionCase = {
  readonly says: string
  readonly condition: Condition
  readonly facts: Facts
  readonly truth: Truth
}

export const NAMED: Readonly<Record<string, Condition>> = {
  abroad: { fact: 'place', is: 'abroad' },
  at_home: { not: 'abroad' },
  chicken: 'egg',
  egg: { not: 'chicken' },
}

const place = (is: string): Condition => ({ fact: 'place', is })

/** One list for everything that evaluates conditions: pages, editor and proof must agree on each. */
export const CONDITION_CASES: readonly ConditionCase[] = [
  { says: 'a choice that was made', condition: place('abroad'), facts: { place: 'abroad' }, truth: true },
  { says: 'another choice', condition: place('abroad'), facts: { place: 'home' }, truth: false },
  { says: 'a choice not made', condition: place('abroad'), facts: {}, truth: 'unknown' },
  { says: 'a choice taken back', condition: place('abroad'), facts: { place: null }, truth: 'unknown' },
  { says: 'a no is an answer', condition: { fact: 'will', is: false }, facts: { will: false }, truth: true },
  { says: 'a no to a yes', condition: { fact: 'will', is: true }, facts: { will: false }, truth: false },
  { says: 'nought is an answer', condition: { fact: 'children', is: 0 }, facts: { children: 0 }, truth: true },
  {
    says: 'one of several',
    condition: { fact: 'place', in: ['home', 'abroad'] },
    facts: { place: 'abroad' },
    truth: true,
  },
  {
    says: 'none of several',
    condition: { fact: 'place', in: ['home', 'abroad'] },
    facts: { place: 'hospital' },
    truth: false,
  },
  { says: 'several, not known', condition: { fact: 'place', in: ['home'] }, facts: {}, truth: 'unknown' },
  { says: 'at least, on the bound', condition: { fact: 'children', gte: 2 }, facts: { children: 2 }, truth: true },
  { says: 'at least, below', condition: { fact: 'children', gte: 2 }, facts: { children: 1 }, truth: false },
  { says: 'at least, not known', condition: { fact: 'children', gte: 2 }, facts: {}, truth: 'unknown' },
  { says: 'under, on the bound', condition: { fact: 'children', lt: 2 }, facts: { children: 2 }, truth: false },
  { says: 'under, below', condition: { fact: 'children', lt: 2 }, facts: { children: 1.5 }, truth: true },
  { says: 'under, not known', condition: { fact: 'children', lt: 2 }, facts: { children: null }, truth: 'unknown' },
  {
    says: 'a date from a day on',
    condition: { fact: 'died_on', gte: '2026-01-01' },
    facts: { died_on: '2026-01-01' },
    truth: true,
  },
  {
    says: 'a date before that day',
    condition: { fact: 'died_on', gte: '2026-01-01' },
    facts: { died_on: '2025-12-31' },
    truth: false,
  },
  {
    says: 'a date under a day',
    condition: { fact: 'died_on', lt: '2026-01-01' },
    facts: { died_on: '2025-12-31' },
    truth: true,
  },
  {
    says: 'before a day',
    condition: { fact: 'died_on', before: '2022-01-01' },
    facts: { died_on: '2021-12-31' },
    truth: true,
  },
  {
    says: 'on the day is not before it',
    condition: { fact: 'died_on', before: '2022-01-01' },
    facts: { died_on: '2022-01-01' },
    truth: false,
  },
  {
    says: 'before a day, not known',
    condition: { fact: 'died_on', before: '2022-01-01' },
    facts: {},
    truth: 'unknown',
  },
  {
    says: 'a number against a date is never an answer',
    condition: { fact: 'children', gte: '2026-01-01' },
    facts: { children: 3 },
    truth: 'unknown',
  },
  { says: 'known', condition: { fact: 'will', known: true }, facts: { will: false }, truth: true },
  { says: 'known, and it is not', condition: { fact: 'will', known: true }, facts: {}, truth: false },
  { says: 'not known', condition: { fact: 'will', known: false }, facts: { will: null }, truth: true },
  { says: 'not known, and it is', condition: { fact: 'will', known: false }, facts: { will: true }, truth: false },
  { says: 'a name', condition: 'abroad', facts: { place: 'abroad' }, truth: true },
  { says: 'a name of a name', condition: { not: 'at_home' }, facts: { place: 'abroad' }, truth: true },
  { says: 'a name on an unknown fact', condition: 'at_home', facts: {}, truth: 'unknown' },
  { says: 'a name that does not exist', condition: 'nowhere', facts: { place: 'abroad' }, truth: 'unknown' },
  { says: 'names in a circle', condition: 'chicken', facts: { place: 'abroad' }, truth: 'unknown' },
  { says: 'what every object has by birth is no name', condition: 'constructor', facts: {}, truth: 'unknown' },
  { says: 'nor a fact', condition: { fact: 'constructor', known: true }, facts: {}, truth: false },
  {
    says: 'not all, one part unknown',
    condition: { not: { all: [place('home'), { fact: 'will', is: true }] } },
    facts: { place: 'home' },
    truth: 'unknown',
  },
  {
    says: 'not all, one part false',
    condition: { not: { all: [place('home'), { fact: 'will', is: true }] } },
    facts: { place: 'abroad' },
    truth: true,
  },
  {
    says: 'all within any',
    condition: { any: [{ all: ['abroad', { fact: 'will', is: true }] }, { fact: 'children', gte: 1 }] },
    facts: { place: 'abroad', children: 1 },
    truth: true,
  },
]
