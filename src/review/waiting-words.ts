import type { StaffSession } from '#src/account/account-store.ts'
import type { Library } from '#src/journey/library.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { ReviewStore } from './review-store.ts'
import { type SaidWords, withPlaces } from './said-words.ts'

const AT_ONCE = 50

/** Words that wait for a person, oldest first, and how many there are in all. Whoever is bound to a journey sees only its words. */
export async function waitingWords(
  { review, library }: { readonly review: ReviewStore; readonly library: Library },
  { journey }: Pick<StaffSession, 'journey'>,
): Promise<{ readonly words: readonly SaidWords[]; readonly all: number }> {
  const waiting: readonly Contribution[] = await review.pending(journey)
  return { words: await withPlaces(library, waiting.slice(0, AT_ONCE)), all: waiting.length }
}
