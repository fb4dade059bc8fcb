import type { KindRules } from './kinds.ts'
import type { EditPart } from './prompt.ts'

/** The one such prompt of a step. */
export const EDIT = 'edit'

export const suggestedEdit: KindRules<'suggested-edit'> = {
  options: ({ parts }) => parts.map(({ part }) => part),
  read({ parts }, form) {
    const chosen = form.option(
      'part',
      parts.map(({ part }) => part),
    )
    const words = form.text('words', 'open')
    const why = form.text('why', 'why')
    // Which part is meant can be read from the words: nobody's suggestion is sent back for want of a choice.
    return words === undefined && why === undefined
      ? undefined
      : { kind: 'suggested-edit', part: chosen ?? 'other', text: textOfSuggestion({ words, why }) }
  },
  optionOf: ({ part }) => part,
}

export type Suggestion = { readonly words: string | undefined; readonly why: string | undefined }

/** The suggested words and the reason as the one text that is kept and moderated: the words, an empty line, the reason. */
export function textOfSuggestion({ words, why }: Suggestion): string {
  const kept = words === undefined ? '' : withoutGaps(words)
  return why === undefined ? kept : `${kept}\n\n${withoutGaps(why)}`
}

/** The same text taken apart again. */
export function partsOfSuggestion(text: string): Suggestion {
  const at = text.indexOf('\n\n')
  if (at < 0) return { words: text || undefined, why: undefined }
  return { words: text.slice(0, at) || undefined, why: text.slice(at + 2) || undefined }
}

/** The parts whose words a suggestion can take the place of. */
export function isWorded(part: EditPart): part is 'title' | 'what' | 'do' {
  return part === 'title' || part === 'what' || part === 'do'
}

/** The only empty line of the kept text stands between words and reason. */
function withoutGaps(text: string): string {
  return text.replace(/\n\s*\n/g, '\n')
}
