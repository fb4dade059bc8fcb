import type { StepKey } from '#src/journey/definition.ts'
import type { Go } from './answer-step.ts'
import { type Consequences, consequencesOf, type Standing } from './changes.ts'
import { goneThrough } from './go-through.ts'
import type { Here } from './here.ts'
import { carryOn, happened, knownIn, onTheClock, type StepProgress, settle, stepsOf } from './progress.ts'
import type { Progress, Told, WalkEvent, WalkRecord } from './walk.ts'

export type Forward = {
  readonly events: readonly WalkEvent[]
  readonly progress: Progress
  readonly told: Told
  readonly steps: readonly StepProgress[]
  /** automatic steps whose provider was called now */
  readonly ran: readonly StepKey[]
  /** what an answer that was changed now did elsewhere, if anything */
  readonly changed: Consequences | undefined
}

/** What one form does to a walk: the events, the new place, and what a changed answer did elsewhere. */
export function stepForward(here: Here, step: StepProgress, answers: Told, go: Go): Forward {
  const { journey, walk } = here
  const key = step.place.key
  const known = knownIn(here.told, walk.progress.record)
  const changed = Object.entries(answers).filter(([name, value]) => here.told[name] !== value || known[name] !== value)
  const isChange = changed.some(([name]) => name in known)
  const told = { ...here.told, ...answers }
  const begun = onTheClock(journey, told, walk.progress.record)
  const events: WalkEvent[] = [
    ...(changed.length > 0 ? [{ kind: 'answered', step: key, names: changed.map(([name]) => name) } as const] : []),
    ...movedOn(step, go, told, begun),
  ]
  const record = events.reduce(happened, begun)
  const situation = { told, tracks: walk.tracks }
  // A step taken up after all, or gone through when something already goes on that waits from it, may let that wait again.
  const { progress, asked } =
    isChange || step.status === 'aside' || isWaitedFrom(here, key)
      ? settle(journey, situation, record)
      : carryOn(journey, situation, walk.progress, record)
  const steps = stepsOf(journey, { ...situation, progress })
  const names = changed.map(([name]) => name)
  // Until a step has been gone through, what is told there is still being told.
  const effect =
    isChange && key in here.walk.progress.record.done
      ? consequencesOf(
          {
            journey,
            before: unchanged(here, record),
            after: { told: knownIn(told, progress.record), steps },
            changed: names,
          },
          key,
        )
      : undefined
  return {
    events: [...events, ...asked, ...(effect ? [{ kind: 'changed', step: key, names, effect } as const] : [])],
    progress,
    told: Object.fromEntries(changed),
    steps,
    ran: asked.map(({ step: called }) => called),
    changed: effect,
  }
}

/** Whether a provider was already asked at a step whose wait begins when this one is gone through. */
function isWaitedFrom({ journey, walk }: Here, key: StepKey): boolean {
  const asked = Object.keys(walk.progress.record.asked) as StepKey[]
  return asked.some((one) => {
    const from = journey.places.get(one)?.step.waits?.from
    return typeof from === 'object' && from.done === key
  })
}

function movedOn(step: StepProgress, go: Go, told: Told, record: WalkRecord): readonly WalkEvent[] {
  const { place, status, perhaps } = step
  if (go === 'aside' && perhaps && status === 'todo') return [{ kind: 'aside', step: place.key }]
  if (go === 'on' && status === 'aside') return [{ kind: 'done', step: place.key, on: record.today }]
  return go === 'on' && status === 'todo' ? goneThrough(step, told, record) : []
}

/** Where the walker would stand had they moved on with the answers from before. */
function unchanged({ journey, walk, told }: Here, record: WalkRecord): Standing {
  const situation = { told, tracks: walk.tracks }
  const { progress } = settle(journey, situation, onTheClock(journey, told, record))
  return { told: knownIn(told, progress.record), steps: stepsOf(journey, { ...situation, progress }) }
}
