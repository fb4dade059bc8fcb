import type { Trial } from './trial.ts'

type Controller = { readonly journey: string; readonly name: string; readonly body: string }

/**
 * Who answers for what people told in the trials there have been, each once. A draft has asked nobody yet, an example
 * names nobody, and a closed trial's data is still its owner's.
 */
export function controllersOf(trials: readonly Trial[]): readonly Controller[] {
  const all = trials.flatMap(({ journey, stage, isExample, plan: { owner } }) =>
    owner && stage !== 'draft' && !isExample ? [{ journey, name: owner.name, body: owner.body }] : [],
  )
  const said = all.map((one) => JSON.stringify(one))
  return all.filter((_, i) => said.indexOf(said[i] ?? '') === i)
}
