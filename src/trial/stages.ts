import { createMachine, initialTransition, transition } from 'xstate'
import type { Definition } from '#src/journey/definition.ts'
import { missingFrom } from './missing.ts'
import { STAGES, type Stage, type Trial } from './trial.ts'

/** open: take the first walkers · map: statements and votes · answer: no new words, bodies answer · close: the brief is final */
export const TRIAL_EVENTS = ['open', 'map', 'answer', 'close', 'back-to-draft'] as const
export type TrialEvent = (typeof TRIAL_EVENTS)[number]

/** What cannot be taken back: everybody is told that nothing said from now on counts, or that the trial is over. */
export function isForGood(event: TrialEvent): event is 'answer' | 'close' {
  return event === 'answer' || event === 'close'
}

type Context = { readonly isComplete: boolean }

/** Later stages (weighing, deliberation, report) come in between: a state and an event each. */
const machine = createMachine(
  {
    id: 'trial',
    context: ({ input }: { input: unknown }) => input as Context,
    initial: 'draft',
    states: {
      draft: { on: { open: { target: 'recruiting', guard: 'isComplete' } } },
      recruiting: { on: { map: 'mapping', answer: 'answering', 'back-to-draft': 'draft' } },
      mapping: { on: { answer: 'answering' } },
      answering: { on: { close: 'closed' } },
      closed: { type: 'final' },
    },
  } as never,
  { guards: { isComplete: ({ context }: { context: Context }) => context.isComplete } } as never,
)

/** The stage after an event, or undefined where the trial does not take it: too early, or something is missing still. */
export function nextStage(trial: Trial, event: TrialEvent, definition: Definition): Stage | undefined {
  const context: Context = { isComplete: missingFrom(trial, definition).length === 0 }
  const [start] = initialTransition(machine, context as never)
  const here = machine.resolveState({ value: trial.stage, context, status: 'active' } as never)
  const [next] = transition(machine, trial.stage === 'draft' ? start : here, { type: event } as never)
  const stage = STAGES.find((candidate) => candidate === next.value)
  return stage === trial.stage ? undefined : stage
}

/** Walks are taken, words are heard. */
export function takesWalks({ stage }: Pick<Trial, 'stage'>): boolean {
  return stage === 'recruiting' || stage === 'mapping'
}

/** The events a trial takes now, in order: the buttons of its page. */
export function eventsOf(trial: Trial, definition: Definition): readonly TrialEvent[] {
  return TRIAL_EVENTS.filter((event) => nextStage(trial, event, definition) !== undefined)
}
