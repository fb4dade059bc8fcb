import { versionAsked } from '#feedback/answers-this.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

type Change = { readonly shown: number; readonly answered: number }
export type PromptTally = {
  add(step: StepKey, prompt: string, change: Change): void
  store(on: On): Body<void>
}

type Counted = { readonly journey: string; readonly version: number; readonly mode: WalkMode }

/**
 * Gathers what one write does to the prompt counts of the walk's version, and stores it at the end. What a prompt asks
 * about a later version counts under that one.
 * Simulated walks count nothing: the counts share the prompts out, and made-up answers would leave people little to say.
 */
export function counting({ journey, version, mode }: Counted): PromptTally {
  const changes = new Map<string, Change & { readonly step: StepKey; readonly prompt: string }>()
  return {
    add(step, prompt, { shown, answered }) {
      const key = `${step} ${prompt}`
      const so = changes.get(key) ?? { step, prompt, shown: 0, answered: 0 }
      changes.set(key, { step, prompt, shown: so.shown + shown, answered: so.answered + answered })
    },
    *store(on) {
      if (mode === 'simulated') return
      // Always in the same order: two walkers who count the same prompts must not wait for each other.
      for (const [, change] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1)))
        yield* ask(on.walk.count, { journey, version: versionAsked(change.prompt) ?? version, ...change })
    },
  }
}
