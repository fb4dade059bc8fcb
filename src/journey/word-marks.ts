import { diffWordsWithSpace } from 'diff'

export type Marked = { readonly text: string; readonly is: 'same' | 'added' | 'removed' }

// Two texts of 4,000 signs that share nothing would take seconds; so different, they are better read one after the other.
const MOST_EDITS = 400

/** One text and the next as one, word by word. Two texts too different for that stand one after the other, whole. */
export function markedWords(before: string, after: string): readonly Marked[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (!parts)
    return [
      { text: before, is: 'removed' },
      { text: after, is: 'added' },
    ]
  return parts.map(({ value, added, removed }) => ({ text: value, is: isOf(added, removed) }))
}

function isOf(added: boolean, removed: boolean): Marked['is'] {
  if (added) return 'added'
  return removed ? 'removed' : 'same'
}
