/**
 * The one guard of an exported machine. It knows no journey and imports nothing, so that it may be taken along with the
 * file: `createMachine(config).provide({ guards: { holds } })`.
 */

/** Strong Kleene logic: `unknown` is a value of its own and never turns into `false`. */
type Truth = boolean | 'unknown'
/** A guard as data. `left` and everything below it says what happened; a fact that was not told is unknown. */
export type Rule =
  | Truth
  | { all: readonly Rule[] }
  | { any: readonly Rule[] }
  | { not: Rule }
  | Comparison
  /** the step was gone through, its condition `when` is false, or it is unknown and the walker put the step aside */
  | { left: string; when: Rule }
  /** the strand belongs to the walk */
  | { chosen: string }
  /** the clock has begun */
  | { begun: true }
  /** the provider called at this step has replied */
  | { replied: string }
  /** the day is there, or the day it is counted from will not come */
  | { reached: { from: string | { done: string }; add: string } }
export type Comparison =
  | { fact: string; is: string | number | boolean }
  | { fact: string; in: readonly (string | number)[] }
  | { fact: string; gte: number | string }
  | { fact: string; lt: number | string }
  | { fact: string; before: string }
  | { fact: string; known: boolean }

/** The context of an exported machine: what was told, and what happened at the steps. Dates are ISO dates. */
export type Walked = {
  readonly facts: Readonly<Record<string, unknown>>
  readonly happened: {
    readonly today: string | null
    readonly done: Readonly<Record<string, string | null>>
    readonly aside: Readonly<Record<string, unknown>>
    readonly replied: Readonly<Record<string, unknown>>
  }
  /** the strands chosen; absent = the whole journey */
  readonly tracks?: readonly string[] | undefined
}

/** True where a rule of an exported machine is true for its context; false where it is false or unknown. Never throws. */
export function holds({ context }: { context: Walked }, { rule }: { rule: Rule }): boolean {
  return truth(rule, context) === true
}

function truth(rule: Rule, walked: Walked): Truth {
  if (typeof rule !== 'object') return rule
  if ('all' in rule) return every(rule.all, walked)
  if ('any' in rule) return opposite(every(rule.any.map(not), walked))
  if ('not' in rule) return opposite(truth(rule.not, walked))
  if ('fact' in rule) return compared(rule, walked.facts[rule.fact])
  return hasHappened(rule, walked)
}

type Event = Extract<
  Rule,
  { left: string } | { chosen: string } | { begun: true } | { replied: string } | { reached: object }
>

function hasHappened(rule: Event, walked: Walked): boolean {
  const { today, done, aside, replied } = walked.happened
  if ('begun' in rule) return today !== null
  if ('chosen' in rule) return walked.tracks === undefined || walked.tracks.includes(rule.chosen)
  if ('replied' in rule) return rule.replied in replied
  if ('reached' in rule) return isReached(rule.reached, walked)
  if (rule.left in done) return true
  const concerns = truth(rule.when, walked)
  return concerns === false || (concerns === 'unknown' && rule.left in aside)
}

function every(rules: readonly Rule[], walked: Walked): Truth {
  const truths = rules.map((rule) => truth(rule, walked))
  if (truths.includes(false)) return false
  return truths.includes('unknown') ? 'unknown' : true
}

function not(rule: Rule): Rule {
  return { not: rule }
}

function opposite(value: Truth): Truth {
  return value === 'unknown' ? 'unknown' : !value
}

function compared(rule: Comparison, value: unknown): Truth {
  const isKnown = value !== undefined && value !== null && typeof value !== 'function'
  if ('known' in rule) return isKnown === rule.known
  if (!isKnown) return 'unknown'
  if ('is' in rule) return value === rule.is
  if ('in' in rule) return rule.in.some((one) => one === value)
  const bound = boundOf(rule)
  if (typeof value === 'number' && typeof bound === 'number') return value < bound !== 'gte' in rule
  if (typeof value === 'string' && typeof bound === 'string') return value < bound !== 'gte' in rule
  return 'unknown'
}

function boundOf(rule: Extract<Comparison, { gte: unknown } | { lt: unknown } | { before: unknown }>): number | string {
  if ('gte' in rule) return rule.gte
  return 'lt' in rule ? rule.lt : rule.before
}

function isReached(
  { from, add }: { from: string | { done: string }; add: string },
  { facts, happened }: Walked,
): boolean {
  const start = typeof from === 'object' ? happened.done[from.done] : facts[from]
  if (typeof start !== 'string' || start === '') return true
  return happened.today !== null && happened.today >= later(start, add)
}

/** Calendar months, ending at the month's last day where there is no such day: 2025-11-30 + P3M = 2026-02-28. */
function later(date: string, duration: string): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const first = dayOf(year + amount(duration, 'Y'), month - 1 + amount(duration, 'M'), 1)
  const last = dayOf(first.getUTCFullYear(), first.getUTCMonth() + 1, 0).getUTCDate()
  const days = 7 * amount(duration, 'W') + amount(duration, 'D')
  const sum = dayOf(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last) + days)
  return sum.getUTCFullYear() > 9999 ? '9999-12-31' : sum.toISOString().slice(0, 10)
}

function amount(duration: string, unit: string): number {
  return Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0)
}

/** `Date.UTC` takes the years 0 to 99 for those of the 20th century. */
function dayOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}
