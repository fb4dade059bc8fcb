import { mandateOf } from '#src/journey/compile.ts'
import { type Facts, type Reply, repliesOf, type Step } from '#src/journey/definition.ts'
import type { StepProgress } from './progress.ts'
import type { Told, WalkEvent, WalkRecord } from './walk.ts'

/**
 * What happens when a walker goes on from an open step: it is done; or a reply that was read opens a step again; or, where
 * somebody has been given a mandate and has not replied, nothing yet.
 */
export function goneThrough({ place }: StepProgress, told: Told, record: WalkRecord): readonly WalkEvent[] {
  const { key, step } = place
  const replied = record.replied[key]
  const isDoneByOther = mandateOf(step, told as Facts) !== undefined
  if (isDoneByOther && !replied) return []
  const target = step.kind === 'mandate' && !isDoneByOther ? undefined : replyIn(step, replied?.reply)?.back_to
  if (replied && target) return [{ kind: 'sent-back', step: key, to: target, reply: replied.reply }]
  return [{ kind: 'done', step: key, on: record.today }]
}

/** A declared reply by its id. */
export function replyIn(step: Step, id: string | undefined): Reply | undefined {
  return repliesOf(step).find((reply) => reply.id === id)
}
