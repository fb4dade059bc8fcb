import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import { servedSteps } from './missing.ts'
import type { Openness } from './trial.ts'

/**
 * What a definition itself lets one say of what may change. A step that works so already or has a deadline is partly
 * open; a law is named only where the definition names one, and only a law fixes anything.
 */
export function suggestedOpenness(definition: Definition): Readonly<Record<StepKey, Openness>> {
  const steps = Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps.map((step) => [`${track}/${step.id}` as StepKey, step] as const),
  )
  const served = new Set(servedSteps(definition))
  return Object.fromEntries(steps.filter(([key]) => served.has(key)).map(([key, step]) => [key, opennessOf(step)]))
}

function opennessOf(step: Step): Openness {
  const law = step.deadline?.law
  const exists = step.proposed?.feasibility === 'exists'
  if (exists && law !== undefined) return { level: 'fixed', law }
  return { level: exists || step.deadline !== undefined ? 'partly' : 'open', law }
}
