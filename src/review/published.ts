import { disclose } from '#feedback/disclosure.ts'
import type { Step, StepKey } from '#src/journey/definition.ts'
import type { Response } from './response.ts'
import { dayOf } from './response-day.ts'
import { isDecided, isOverdue } from './response-rules.ts'
import { isSameStep } from './response-steps.ts'
import type { ResponseStore } from './response-store.ts'

type Told =
  | 'id'
  | 'step'
  | 'share'
  | 'body'
  | 'said'
  | 'state'
  | 'reason'
  | 'whose'
  | 'evidence'
  | 'dueOn'
  | 'decidedOn'
  | 'publishedOn'
  | 'fromVersion'
  | 'toVersion'

/** An answer as everyone may read it: no ids of contributions, and nobody of the staff. */
export type PublicAnswer = Pick<Response, Told> & {
  /** people whose words it answers, as a count may be shown */
  readonly people: number | undefined
  readonly isOverdue: boolean
}
/** A share that its body has taken and not answered by its day. Of a draft nothing else is told. */
export type LateShare = Pick<Response, 'id' | 'step' | 'share' | 'body' | 'dueOn'>
export type PublicAnswers = { readonly answers: readonly PublicAnswer[]; readonly late: readonly LateShare[] }

type PublishedDeps = { readonly responses: ResponseStore; readonly now: () => number }

/** Step pages are opened many times a second; an answer is given a few times a day. */
const FRESH_MS = 1000
const kept = new WeakMap<ResponseStore, Map<string, { readonly at: number; readonly read: Promise<PublicAnswers> }>>()

/** What everyone may read of the answers to a journey, newest first; at most a second old. */
export function publicAnswers({ responses, now }: PublishedDeps, journey: string): Promise<PublicAnswers> {
  const ofStore = kept.get(responses) ?? new Map()
  kept.set(responses, ofStore)
  const known = ofStore.get(journey)
  if (known && now() - known.at < FRESH_MS) return known.read
  const read = readPublic(responses, journey, dayOf(now()))
  ofStore.set(journey, { at: now(), read })
  read.catch(() => ofStore.delete(journey))
  return read
}

/** The next reader sees what was changed just now. */
export function forgetPublished(responses: ResponseStore, journey: string) {
  kept.get(responses)?.delete(journey)
}

export function answersAt({ answers }: PublicAnswers, key: StepKey, step: Step): readonly PublicAnswer[] {
  return answers.filter((answer) => isSameStep(key, step, answer.step))
}

async function readPublic(responses: ResponseStore, journey: string, today: string): Promise<PublicAnswers> {
  const all = await responses.ofJourney(journey)
  const published = all.filter(({ publishedOn }) => publishedOn !== undefined)
  const people = await peopleIn(responses, published)
  return {
    answers: published.map((response) => ({
      ...told(response),
      people: people(response),
      isOverdue: isOverdue(response, today),
    })),
    late: all
      .filter((response) => response.publishedOn === undefined && isOverdue(response, today))
      .map(({ id, step, share, body, dueOn }) => ({ id, step, share, body, dueOn })),
  }
}

function told(response: Response): Pick<Response, Told> {
  const {
    id,
    step,
    share,
    body,
    said,
    state,
    reason,
    whose,
    evidence,
    dueOn,
    decidedOn,
    publishedOn,
    fromVersion,
    toVersion,
  } = response
  return {
    id,
    step,
    share,
    body,
    said,
    state,
    reason,
    whose,
    evidence,
    dueOn,
    decidedOn: isDecided(state) ? decidedOn : undefined,
    publishedOn,
    fromVersion,
    toVersion,
  }
}

/** Walks whose words an answer still answers: two texts of one person count once. */
async function peopleIn(responses: ResponseStore, published: readonly Response[]) {
  const ids = [...new Set(published.flatMap(({ contributions }) => contributions))]
  const found = ids.length > 0 ? await responses.contributions(ids) : []
  const walks = new Map(found.map(({ id, walk }) => [id, walk]))
  return ({ contributions }: Response) => {
    const speakers = new Set(contributions.flatMap((id) => walks.get(id) ?? []))
    return disclose(speakers.size)
  }
}
