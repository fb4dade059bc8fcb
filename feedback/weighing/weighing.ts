import type { KindRules } from '../kinds.ts'
import type { PromptForm } from '../prompt-form.ts'
import { MOST_REASONS, SIDES } from './reasons.ts'
import { FIVE, INPUT_MODES, STANCES } from './stance.ts'

const IMPORTANCES = ['1', '2', '3'] as const
const ON = ['on'] as const

export const weighing: KindRules<'weighing'> = {
  options: () => FIVE,
  read(prompt, form) {
    const stance = form.option('stance', STANCES)
    const inputMode = stance === undefined ? undefined : (form.option('mode', INPUT_MODES) ?? 'radios')
    const importance = form.option('importance', IMPORTANCES)
    const taken = prompt.reasons.flatMap(({ id }) => (form.option(takeField(id), ON) ? [id] : []))
    // Only a form that listed the reasons says by an empty box that one is no longer wanted.
    const isListed = form.option(LISTED, ON) !== undefined
    const others = (prompt.taken ?? []).filter((id) => !taken.includes(id))
    const left = isListed ? others : []
    if (taken.length > 0 && taken.length + others.length - left.length > MOST_REASONS)
      form.refuse(LISTED, 'too-many-reasons')
    const own = ownReason(form)
    const side = form.option('side', SIDES)
    if (stance === undefined && !importance && taken.length + left.length === 0 && own === undefined) return undefined
    return {
      kind: 'weighing',
      ...{ stance, inputMode, taken, left, own, side },
      importance: importance && Number(importance),
    }
  },
  optionOf: (answer) => answer.stance,
}

/** The hidden field of a form that lists reasons. */
export const LISTED = 'listed'

/** The field of a reason's box, by the reason's id: `take.seed.quick`. */
export function takeField(reason: string): string {
  return `take.${reason}`
}

/** A reason of one's own is kept beside the stance, under this id. */
export function ownReasonId(prompt: string): string {
  return `reason.${prompt}`
}

/** The line and what was added to it; a text without a short first line is all addition. */
export function partsOfReason(text: string): { readonly line: string; readonly more: string } {
  const [line = '', ...more] = text.split('\n')
  return { line, more: more.join('\n') }
}

function ownReason(form: PromptForm): string | undefined {
  const line = form.text('text', 'reason')
  const more = form.text('more', 'more')
  if (line === undefined && more === undefined) return undefined
  return more === undefined ? line : `${line ?? ''}\n${more}`
}
