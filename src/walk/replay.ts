import type { AnyStateNode } from 'xstate'
import { z } from 'zod'
import type { Journey } from '#src/journey/compile.ts'
import { inForce } from './moved.ts'
import { happened, NOTHING_YET, onTheClock, type Situation, settle } from './progress.ts'
import type { Progress, WalkEvent } from './walk.ts'

/** Where a walk stands, from its events and what was told alone. The stored progress is a cache of this. */
export function replay(journey: Journey, situation: Situation, events: readonly WalkEvent[]): Progress {
  const record = inForce(events).reduce(happened, NOTHING_YET)
  return settle(journey, situation, onTheClock(journey, situation.told, record)).progress
}

/** True when a stored progress is whole and its place is one where a walk of this version can stand. */
export function fits({ machine }: Journey, progress: unknown): boolean {
  const stored = Stored.safeParse(progress)
  return stored.success && isPlaceIn(machine.root, stored.data.value)
}

const date = z.string()
const Sets = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
const Stored = z.object({
  value: z.unknown(),
  record: z.object({
    today: date.nullable(),
    advanced: date.nullable(),
    done: z.record(z.string(), date.nullable()),
    aside: z.record(z.string(), z.literal(true)),
    asked: z.record(z.string(), z.object({ on: date, due: date, reply: z.string(), sets: Sets.optional() })),
    replied: z.record(z.string(), z.object({ on: date, reply: z.string(), sets: Sets.optional() })),
    sentBack: z.record(z.string(), z.object({ by: z.string(), reply: z.string() })).optional(),
    person: z.record(z.string(), z.string()).optional(),
  }),
})

/** A parallel node stands in all of its states at once, any other in one, down to a state that holds no others. */
function isPlaceIn(node: AnyStateNode, value: unknown): boolean {
  if (typeof value === 'string') return Object.hasOwn(node.states, value) && isInnermost(node.states[value])
  if (typeof value !== 'object' || value === null) return false
  const inner = Object.entries(value)
  const count = node.type === 'parallel' ? Object.keys(node.states).length : 1
  return inner.length === count && inner.every(([name, within]) => isWithin(node, name, within))
}

function isWithin({ states }: AnyStateNode, name: string, value: unknown): boolean {
  const child = Object.hasOwn(states, name) ? states[name] : undefined
  return child !== undefined && isPlaceIn(child, value)
}

function isInnermost(node: AnyStateNode | undefined): boolean {
  return node !== undefined && Object.keys(node.states).length === 0
}
