import { cleaned, lengthOf } from '#feedback/free-text.ts'
import type { EditPart } from '#feedback/prompt.ts'
import { isWorded, partsOfSuggestion } from '#feedback/suggested-edit.ts'
import { AppError } from '#src/errors.ts'
import type { Language, StepKey } from '#src/journey/definition.ts'
import type { Decision, Suggested, SuggestionStore } from '#src/review/suggestion-store.ts'
import { changeDraft, type DraftDeps } from './change-draft.ts'
import { change, type Path } from './document.ts'

export const DECIDING = ['accept', 'adapt', 'done', 'decline'] as const
export type Deciding = (typeof DECIDING)[number]
export type DecideSuggestion = {
  readonly draft: string
  readonly by: string
  /** under its name in the draft */
  readonly step: StepKey
  readonly suggested: Suggested
  /** accept: the very words · adapt: other words · done: the step was changed by hand · decline: not taken, with a reason */
  readonly how: Deciding
  readonly words: string
  readonly reason: string
}
export type Decided =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly error: 'reason' | 'words' | 'long' | 'decided' }

const LONGEST = 2000
const STATE = { accept: 'accepted', adapt: 'adapted', done: 'adapted', decline: 'declined' } as const

/**
 * Takes what a walker suggested into a draft, or leaves it with a reason that its author is told. The draft is changed
 * first: a decision that tells of words that are nowhere would be worse than words that wait for their decision.
 */
export async function decideSuggestion(
  deps: DraftDeps & { readonly suggestions: SuggestionStore },
  input: DecideSuggestion,
): Promise<Decided> {
  const { suggested, how, by, step } = input
  const reason = cleaned(input.reason)
  const words = how === 'accept' ? (partsOfSuggestion(suggested.said.text ?? '').words ?? '') : cleaned(input.words)
  if (suggested.decision) return { ok: false, error: 'decided' }
  if (how === 'decline' && reason === '') return { ok: false, error: 'reason' }
  if (lengthOf(reason) > LONGEST || lengthOf(words) > LONGEST) return { ok: false, error: 'long' }
  if (how === 'accept' || how === 'adapt') {
    if (words === '') return { ok: false, error: 'words' }
    await putIn(deps, input, words)
  }
  const { said } = suggested
  const decision: Decision = {
    ...{ contribution: said.id, journey: said.journey, step, part: partOf(suggested), state: STATE[how] },
    ...{ reason: reason === '' ? {} : { [said.language]: reason }, by, at: deps.now() },
    ...{ draft: input.draft, version: undefined },
  }
  return (await deps.suggestions.decide(decision)) ? { ok: true, decision } : { ok: false, error: 'decided' }
}

export function partOf({ said }: Suggested): EditPart {
  return (said.option as EditPart | undefined) ?? 'other'
}

/** Where the words of a part stand in the text of a journey. */
export function wordsPath(step: StepKey, part: EditPart, language: Language): Path | undefined {
  if (!isWorded(part)) return undefined
  const [track = '', id = ''] = step.split('/')
  const place = { title: ['title'], what: ['proposed', 'what'], do: ['do'] }[part]
  return ['tracks', track, 'steps', id, ...place, language]
}

async function putIn(deps: DraftDeps, { draft, by, step, suggested }: DecideSuggestion, words: string): Promise<void> {
  const path = wordsPath(step, partOf(suggested), suggested.said.language)
  if (!path) throw new AppError('invalid', 'a part of a step without words of its own')
  await changeDraft(deps, by, draft, ({ text }) => {
    const changed = change(text, [{ do: 'set', path, value: words }])
    if (!changed.ok) throw new AppError('conflict', `the step cannot be changed: ${changed.trouble}`)
    return { text: changed.text, what: `suggestion ${path.slice(4).join('.')} of ${step}` }
  })
}
