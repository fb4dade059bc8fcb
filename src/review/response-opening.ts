import { AppError } from '#src/errors.ts'
import type { Share, StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { MINISTRY, type Response } from './response.ts'
import { dayOf, daysAfter } from './response-day.ts'
import type { Answerer, ResponseDeps } from './response-deps.ts'
import { isSameStep } from './response-steps.ts'

export type Opening = {
  readonly journey: string
  readonly step: StepKey
  readonly share: string | undefined
  /** who is asked: `ministry` and providers by their ids */
  readonly bodies: readonly string[]
  readonly contributions: readonly string[]
  /** the group: a form's key, so that one sent twice opens nothing twice, or an earlier group that more bodies join */
  readonly group: string
}

const ANSWER_WITHIN_DAYS = 30
const MOST_CONTRIBUTIONS = 300

/**
 * Opens a matter: a draft for each body that is asked for its share. The ministry takes its own share by opening it.
 * Answers the ids, the asker's own first; none when nobody was chosen.
 */
export async function openResponses(deps: ResponseDeps, by: Answerer, wish: Opening): Promise<readonly string[]> {
  const published = await deps.library.latest(wish.journey)
  const place = published?.journey.places.get(wish.step)
  if (!published || !place) throw new AppError('not-found', 'step to answer')
  if (wish.share !== undefined && !place.step.shares?.some(({ id }) => id === wish.share))
    throw new AppError('invalid', 'hand-over of another step')

  const known = new Set(bodiesOf(published))
  const bodies = [...new Set(wish.bodies)].filter((body) => known.has(body))
  const heard = await heardAt(deps, wish, place.step)
  const common = {
    group: wish.group,
    journey: wish.journey,
    step: wish.step,
    share: wish.share,
    contributions: heard.map(({ id }) => id),
    fromVersion: heard.length > 0 ? Math.max(...heard.map(({ version }) => version)) : published.version.number,
    ...(await dueOf(deps, wish.journey)),
  }
  for (const body of bodies) await open(deps, by, { ...common, body })
  return bodies.map((body) => idOf(wish.group, body))
}

/** Who can be asked: the ministry, then every provider of the journey. */
export function bodiesOf({ version }: Published): readonly string[] {
  return [MINISTRY, ...Object.keys(version.definition.providers)]
}

/** Those who are nearest to a step or hand-over: the ministry, its providers and the parties of its hand-overs. */
export function nearestBodies({
  provider,
  shares = [],
}: {
  provider?: string | string[] | undefined
  shares?: readonly Share[] | undefined
}): readonly string[] {
  const parties = [...[provider ?? []].flat(), ...shares.flatMap(({ from, to }) => [from, to])]
  return [MINISTRY, ...new Set(parties.filter((party) => party !== 'self'))]
}

async function heardAt(
  { responses }: ResponseDeps,
  { contributions, journey, step }: Opening,
  now: Parameters<typeof isSameStep>[1],
) {
  const ids = contributions.slice(0, MOST_CONTRIBUTIONS)
  const found = ids.length > 0 ? await responses.contributions(ids) : []
  return found.filter((one) => one.journey === journey && isSameStep(step, now, one.step))
}

async function dueOf({ trials, now }: ResponseDeps, journey: string) {
  const trial = await trials.current(journey)
  const promised = trial?.plan.answersDueOn
  const isAhead = promised !== undefined && promised >= dayOf(now())
  return { trial: trial?.id, dueOn: isAhead ? promised : daysAfter(now(), ANSWER_WITHIN_DAYS) }
}

type Asked = Pick<
  Response,
  'group' | 'journey' | 'trial' | 'step' | 'share' | 'body' | 'contributions' | 'dueOn' | 'fromVersion'
>

async function open({ responses, accounts, now }: ResponseDeps, { account, side }: Answerer, asked: Asked) {
  const at = now()
  const response: Response = {
    ...asked,
    id: idOf(asked.group, asked.body),
    said: {},
    state: 'received',
    reason: {},
    whose: undefined,
    evidence: undefined,
    acceptedOn: asked.body === side ? dayOf(at) : undefined,
    decidedOn: undefined,
    toVersion: undefined,
    publishedOn: undefined,
    by: account,
    rev: 0,
    at,
  }
  const isNew = await responses.save(response, undefined)
  if (isNew)
    await accounts.record({
      at,
      who: account,
      what: 'answer:open',
      about: `${asked.journey} ${response.id}`,
      why: undefined,
    })
}

/** A body has one share of a matter. */
function idOf(group: string, body: string): string {
  return `${group}-${body}`
}
