import type { Weighing } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { MOST_REASONS, SIDES } from '#feedback/weighing/reasons.ts'
import { stanceText } from '#feedback/weighing/stance.ts'
import { LISTED, takeField } from '#feedback/weighing/weighing.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Fields } from '#src/walk/read-told.ts'
import { drawn, drawnByGroup, oneOf, type SimulatedWalker } from './walker.ts'

const SILENT = 0.1
const WITH_SCALE = 0.3
/** how far from their group somebody stands at most, in tenths */
const STRAYS = 6

/**
 * How a walker weighs a proposition: near where their group stands, sometimes on the finer scale, and with each reason
 * they are shown taken by chance, as likely as the planted appeal of that reason. Sometimes not at all.
 */
export function weighs(walker: SimulatedWalker, step: StepKey, prompt: Weighing): Fields {
  const at = `${step} ${prompt.id}`
  if (drawn(walker, `silent at ${at}`) < SILENT) return {}
  const isFine = drawn(walker, `scale at ${at}`) < WITH_SCALE
  const taken = (prompt.listed ?? []).filter(
    (reason) => drawn(walker, `takes ${reason} at ${at}`) < appealOf(walker.seed, reason),
  )
  const named: readonly (readonly [string, string])[] = [
    ['stance', stanceText(stanceOf(walker, at, isFine))],
    ['mode', isFine ? 'slider' : 'radios'],
    ['importance', String(1 + Math.floor(drawn(walker, `importance at ${at}`) * 3))],
    ['side', oneOf(SIDES, drawn(walker, `side at ${at}`)) ?? 'for'],
    [LISTED, 'on'],
    ...taken.slice(0, MOST_REASONS).map((reason) => [takeField(reason), 'on'] as const),
  ]
  return Object.fromEntries(named.map(([name, value]) => [fieldName(prompt.id, name), value]))
}

/** The planted appeal of a reason, 0.05 to 0.60: the chance that whoever is shown it takes it. It follows from the seed. */
export function appealOf(seed: string, reason: string): number {
  return 0.05 + 0.55 * drawn({ seed, nth: 0 }, `appeal of ${reason}`)
}

function stanceOf(walker: SimulatedWalker, at: string, isFine: boolean): number {
  const group = Math.round(drawnByGroup(walker, `stance at ${at}`) * 20) - 10
  const own = group + Math.round((drawn(walker, `stance at ${at}`) * 2 - 1) * STRAYS)
  const within = Math.max(-10, Math.min(10, own))
  return isFine ? within : Math.round(within / 5) * 5
}
