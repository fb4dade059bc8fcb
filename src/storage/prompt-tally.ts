import type { StepKey } from '#src/journey/definition.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

type Change = { readonly shown: number; readonly answered: number }
/** A prompt where it was met. */
type Asked = { readonly version: number; readonly step: StepKey; readonly prompt: string }
export type PromptTally = {
  add(at: Asked, change: Change): void
  store(on: On): Body<void>
}

type Counted = { readonly journey: string; readonly mode: WalkMode }

/**
 * Gathers what one write does to the prompt counts, each of the version where it happened, and stores it at the end.
 * Simulated walks count nothing: the counts share the prompts out, and made-up answers would leave people little to say.
 */
export function counting({ journey, mode }: Counted): PromptTally {
  const changes = new Map<string, Asked & Change>()
  return {
    add({ version, step, prompt }, { shown, answered }) {
      const key = `${version} ${step} ${prompt}`
      const so = changes.get(key) ?? { shown: 0, answered: 0 }
      changes.set(key, { version, step, prompt, shown: so.shown + shown, answered: so.answered + answered })
    },
    *store(on) {
      if (mode === 'simulated') return
      // Always in the same order: two walkers who count the same prompts must not wait for each other.
      for (const [, change] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1)))
        yield* ask(on.walk.count, { journey, ...change })
    },
  }
}
