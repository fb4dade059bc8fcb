import { addDuration, dueDate } from './calendar.ts'
import type { Context } from './compile.ts'
import type { Deadline } from './definition.ts'

type From = Deadline['from']

/** The date of a fact or of a step gone through; undefined while it is not known. */
export function dateOf(from: From, { facts, happened }: Pick<Context, 'facts' | 'happened'>): string | undefined {
  if (typeof from === 'object') return happened.done[from.done] ?? undefined
  const value = facts[from]
  return typeof value === 'string' ? value : undefined
}

/** The ISO date a calendar duration after a date fact or a step gone through; undefined while that date is not known. */
export function dateAfter(
  wait: { from: From; add: string },
  context: Pick<Context, 'facts' | 'happened'>,
): string | undefined {
  const start = dateOf(wait.from, context)
  return start && addDuration(start, wait.add)
}

/** When a step is due, by the law of the day its period starts (dated variants). */
export function deadlineOf(
  step: { deadline?: Deadline | undefined },
  context: Pick<Context, 'facts' | 'happened'>,
): string | undefined {
  return step.deadline && dueDate(step.deadline, (from) => dateOf(from, context))
}
