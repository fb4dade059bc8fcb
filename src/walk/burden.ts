import { addDuration } from '#src/journey/calendar.ts'
import type { Step } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'

export type Range = { readonly from: number; readonly to: number }
export const MEASURES = ['contacts', 'papers', 'twice', 'longest', 'waits', 'fees'] as const
export type Measure = (typeof MEASURES)[number]
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

type Served = Exclude<Step, { kind: 'question' }>
type Side = Served['today'] | Served['proposed']
const DAY_MS = 86_400_000

/** What some steps cost a person today and as proposed; `start` is the ISO date from which calendar months are counted in days. */
export function burdensOf(steps: readonly Step[], start: string): Burdens {
  const served = steps.filter((step) => step.kind !== 'question')
  const waited = served.filter(({ today, proposed }) => today.wait && proposed.wait)
  const side = (name: 'today' | 'proposed'): SideBurden => {
    const sides = served.map((step) => step[name])
    const asked = sides.flatMap(({ asks_for }) => asks_for ?? [])
    return {
      contacts: only(sides.reduce((total, { contacts }) => total + (contacts ?? 0), 0)),
      papers: only(asked.length),
      twice: only(asked.length - new Set(asked).size),
      ...waitsOf(
        waited.map((step) => step[name]),
        start,
      ),
      fees: sum(sides.flatMap(({ fee }) => fee ?? [])),
    }
  }
  return {
    today: side('today'),
    proposed: side('proposed'),
    waited: only(waited.length),
    unverified: only(served.filter(isUnverified).length),
  }
}

/** The steps that cost a walker something: those put aside do not. */
export function concerned(steps: readonly Pick<StepProgress, 'place' | 'status'>[]): readonly Step[] {
  return steps.filter(({ status }) => status !== 'aside').map(({ place }) => place.step)
}

/** How many steps take care of themselves. */
export function automaticSteps(steps: readonly Step[], side: 'today' | 'proposed'): number {
  return steps.filter((step) => step.kind !== 'question' && step[side].automation === 'full').length
}

/** What the proposal spares, low against low and high against high; less than nothing where it costs more. Undefined where a side is not known. */
export function spared({ today, proposed }: Pick<Burdens, 'today' | 'proposed'>, measure: Measure): Range | undefined {
  const [now, then] = [today[measure], proposed[measure]]
  if (!now || !then) return undefined
  const [low, high] = [now.from - then.from, now.to - then.to]
  return { from: Math.min(low, high), to: Math.max(low, high) }
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
