import type { Definition, StepKey } from '#src/journey/definition.ts'
import type { Trial } from './trial.ts'

/** What a trial still lacks before it may open. A language or a step is named where one is meant. */
export type Missing =
  | { readonly part: 'owner' | 'opens-on' | 'closes-on' | 'answers-due-on' | 'rota' | 'languages' }
  | { readonly part: 'mandate'; readonly language: string }
  | { readonly part: 'openness'; readonly steps: readonly StepKey[] }
  | { readonly part: 'law'; readonly steps: readonly StepKey[] }
  | { readonly part: 'order-of-dates' }

/**
 * A trial opens only with a mandate in each of its languages, a named owner, its three dates in order, somebody who
 * reads what is written, and a word for every step on what is open to change and what law fixes: influence comes
 * from the tie to design and decision, so the tie is there before anybody is asked.
 */
export function missingFrom({ plan }: Pick<Trial, 'plan'>, definition: Definition): readonly Missing[] {
  const languages = plan.languages.filter((language) => definition.languages.includes(language))
  return [
    ...(languages.length === 0 ? [{ part: 'languages' } as const] : []),
    ...languages
      .filter((language) => !plan.mandate[language]?.trim())
      .map((language) => ({ part: 'mandate', language }) as const),
    ...(plan.owner?.name.trim() && plan.owner.body.trim() ? [] : [{ part: 'owner' } as const]),
    ...(plan.opensOn ? [] : [{ part: 'opens-on' } as const]),
    ...(plan.closesOn ? [] : [{ part: 'closes-on' } as const]),
    ...(plan.answersDueOn ? [] : [{ part: 'answers-due-on' } as const]),
    ...(areInOrder(plan) ? [] : [{ part: 'order-of-dates' } as const]),
    ...(plan.rota.some(({ name, hours }) => name.trim() && hours.trim()) ? [] : [{ part: 'rota' } as const]),
    ...openness(plan, definition),
  ]
}

function areInOrder({ opensOn, closesOn, answersDueOn }: Trial['plan']): boolean {
  const dates = [opensOn, closesOn, answersDueOn].filter((date) => date !== undefined)
  return dates.every((date, i) => i === 0 || (dates[i - 1] ?? '') <= date)
}

function openness({ openness: said }: Trial['plan'], definition: Definition): readonly Missing[] {
  const steps = servedSteps(definition)
  const unsaid = steps.filter((step) => !said[step])
  const lawless = steps.filter((step) => said[step]?.level === 'fixed' && !said[step]?.law?.trim())
  return [
    ...(unsaid.length > 0 ? [{ part: 'openness', steps: unsaid } as const] : []),
    ...(lawless.length > 0 ? [{ part: 'law', steps: lawless } as const] : []),
  ]
}

/** The steps that somebody provides: questions about the situation are ours to change at any time. */
export function servedSteps(definition: Definition): readonly StepKey[] {
  return Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps.filter(({ kind }) => kind !== 'question').map(({ id }): StepKey => `${track}/${id}`),
  )
}
