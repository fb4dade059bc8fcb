import { addedId } from '#feedback/statement-id.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'
import { countingStatements } from './statement-tally.ts'

type Change = { readonly shown: number; readonly answered: number }
/** A prompt where it was met. */
type Asked = { readonly version: number; readonly step: StepKey; readonly prompt: string }
export type PromptTally = {
  add(at: Asked, change: Change): void
  /** a vote on a statement cast (1) or taken away (-1); other options count nothing */
  voted(at: Asked, option: string | undefined, n: 1 | -1): void
  store(on: On): Body<void>
}

/** Walkers may add thousands: one row of a step counts them together here, and each has a row of its own elsewhere. */
const ADDED = 'added'

type Counted = { readonly journey: string; readonly mode: WalkMode }

/**
 * Gathers what one write does to the prompt counts, each of the version where it happened, and stores it at the end.
 * Simulated walks count nothing: the counts share the prompts out, and made-up answers would leave people little to say.
 */
export function counting({ journey, mode }: Counted): PromptTally {
  const changes = new Map<string, Asked & Change>()
  const statements = countingStatements()
  return {
    add({ version, step, prompt: asked }, { shown, answered }) {
      if (shown === 1 || shown === -1) statements.shown({ step, prompt: asked }, shown)
      const prompt = asked.startsWith(addedId('')) ? ADDED : asked
      const key = `${version} ${step} ${prompt}`
      const so = changes.get(key) ?? { shown: 0, answered: 0 }
      changes.set(key, { version, step, prompt, shown: so.shown + shown, answered: so.answered + answered })
    },
    voted: statements.voted,
    *store(on) {
      if (mode === 'simulated') return
      // Always in the same order: two walkers who count the same prompts must not wait for each other.
      // People elsewhere met statements, not this journey's prompts.
      const prompts = mode === 'imported' ? [] : [...changes]
      for (const [, change] of prompts.sort(([one], [other]) => (one < other ? -1 : 1)))
        yield* ask(on.walk.count, { journey, ...change })
      yield* statements.store(on, journey)
    },
  }
}
