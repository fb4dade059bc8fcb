import type { StepKey } from '#src/journey/definition.ts'
import type { Go } from './answer-step.ts'
import type { Here } from './here.ts'
import { carryOn, happened, onTheClock, type StepProgress, settle, stepsOf } from './progress.ts'
import type { Progress, Told, WalkEvent, WalkRecord } from './walk.ts'

export type Forward = {
  readonly events: readonly WalkEvent[]
  readonly progress: Progress
  readonly told: Told
  readonly steps: readonly StepProgress[]
  /** automatic steps whose provider was called now */
  readonly ran: readonly StepKey[]
  readonly reopened: readonly StepKey[]
}

/** What one form does to a walk: the events, the new place, and what a changed answer opened again. */
export function stepForward(here: Here, step: StepProgress, answers: Told, go: Go): Forward {
  const { journey, walk } = here
  const key = step.place.key
  const changed = Object.entries(answers).filter(([name, value]) => here.told[name] !== value)
  const isChange = changed.some(([name]) => name in here.told)
  const told = { ...here.told, ...answers }
  const begun = onTheClock(journey, told, walk.progress.record)
  const events: WalkEvent[] = [
    ...(changed.length > 0 ? [{ kind: 'answered', step: key, names: changed.map(([name]) => name) } as const] : []),
    ...movedOn(step, go, begun.today),
  ]
  const record = events.reduce(happened, begun)
  const situation = { told, tracks: walk.tracks }
  // A step taken up after all may let a later one wait again.
  const { progress, asked } =
    isChange || step.status === 'aside'
      ? settle(journey, situation, record)
      : carryOn(journey, situation, walk.progress, record)
  const steps = stepsOf(journey, { ...situation, progress })
  const reopened = isChange ? openedAgain(unchanged(here, record), steps, key) : []
  return {
    events: [...events, ...asked, ...(reopened.length > 0 ? [{ kind: 'reopened', steps: reopened } as const] : [])],
    progress,
    told: Object.fromEntries(changed),
    steps,
    ran: asked.map(({ step: called }) => called),
    reopened,
  }
}

function movedOn({ place, status, perhaps }: StepProgress, go: Go, today: string | null): readonly WalkEvent[] {
  if (go === 'aside' && perhaps && status === 'todo') return [{ kind: 'aside', step: place.key }]
  if (go === 'on' && (status === 'todo' || status === 'aside')) return [{ kind: 'done', step: place.key, on: today }]
  return []
}

/** The steps as they would be had the walker moved on with the answers from before. */
function unchanged({ journey, walk, told }: Here, record: WalkRecord): readonly StepProgress[] {
  const situation = { told, tracks: walk.tracks }
  return stepsOf(journey, { ...situation, progress: settle(journey, situation, record).progress })
}

/** Steps that are open now and would not be without the change. */
function openedAgain(
  before: readonly StepProgress[],
  after: readonly StepProgress[],
  changed: StepKey,
): readonly StepKey[] {
  const known = new Map(before.map(({ place, status }) => [place.key, status]))
  return after
    .filter(({ place, status }) => place.key !== changed && status === 'todo' && known.get(place.key) !== 'todo')
    .map(({ place }) => place.key)
}
