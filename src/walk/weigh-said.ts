import type { WeighingAnswer } from '#feedback/answer.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { ownReasonId } from '#feedback/weighing/weighing.ts'
import type { Fields } from './read-told.ts'
import type { Contribution } from './walk.ts'
import type { Weighed } from './weighing-store.ts'

type Base = Omit<Contribution, 'id' | 'option' | 'text' | 'state'>

/**
 * The stance, and beside it a reason of the walker's own. Where the form says nothing of a stance the one given before
 * stays: a list of reasons can be changed by itself.
 */
export function weighingContributions(
  newId: () => string,
  base: Base,
  { stance, own, side }: WeighingAnswer,
  earlier: readonly Contribution[],
): readonly Contribution[] {
  const before = earlier.find(({ prompt, version }) => prompt === base.prompt && version === base.version)
  const option = stance ?? before?.option
  const said: Contribution = { ...base, id: newId(), option, text: undefined, state: 'none' }
  if (own === undefined) return [said]
  const reason = { ...base, id: newId(), prompt: ownReasonId(base.prompt), option: side, text: own, state: 'pending' }
  return [said, reason as Contribution]
}

/** What a form changes at a proposition besides the walker's own words. */
export function weighedBy(
  { version, step, prompt }: Pick<Base, 'version' | 'step' | 'prompt'>,
  { stance, inputMode, importance, taken, left }: WeighingAnswer,
): Weighed {
  return { version, step, prompt, stance, inputMode, importance, taken, left }
}

/** A reason of one's own whose both fields came back empty. */
export function isReasonEmptied(said: Contribution, fields: Fields): boolean {
  const weighed = weighedPromptOf(said)
  if (weighed === undefined) return false
  const texts = ['text', 'more'].map((field) => fields[fieldName(weighed, field)])
  return texts[0] !== undefined && texts.every((text) => (text ?? '').trim() === '')
}

/** The proposition that a reason of one's own belongs to; undefined for any other contribution. */
export function weighedPromptOf({ kind, prompt }: Pick<Contribution, 'kind' | 'prompt'>): string | undefined {
  const start = ownReasonId('')
  return kind === 'weighing' && prompt.startsWith(start) ? prompt.slice(start.length) : undefined
}

export function isOwnReason(said: Contribution): boolean {
  return weighedPromptOf(said) !== undefined
}
