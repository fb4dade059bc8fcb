import type { Version } from '#src/journey/version-store.ts'
import { forgetPublished } from '#src/review/published.ts'
import type { ResponseStore } from '#src/review/response-store.ts'
import { isPromise } from './changes.ts'

const TRIES = 5

/** Every answer that a version keeps names it. One that has been taken back meanwhile, or names another version, stays as it is. */
export async function closeAnswers(
  { responses }: { readonly responses: ResponseStore },
  { journey, number, changes }: Pick<Version, 'journey' | 'number' | 'changes'>,
): Promise<void> {
  for (const id of new Set(changes.flatMap((change) => change.responses))) await close(responses, id, number)
  forgetPublished(responses, journey)
}

/** Somebody may be writing at the answer: what they have saved is kept. */
async function close(responses: ResponseStore, id: string, number: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const response = await responses.find(id)
    if (!response || !isPromise(response)) return
    if (await responses.save({ ...response, toVersion: number }, response.rev)) return
  }
}
