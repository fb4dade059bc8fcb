import type { Definition, StepKey } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Response } from '#src/review/response.ts'
import { publish } from '#src/studio/publish.ts'
import { exampleTrial } from '#src/trial/example-trial.ts'
import type { TestApp } from '../support/app.ts'

export type Changed = {
  /** the open trial of the journey */
  readonly trial: string
  /** the public answer to Aino's words, which the second version carries out */
  readonly response: string
  /** the code of a channel */
  readonly channel: string
}

const JOURNEY = 'lost-keys'
const CONSENT: StepKey = 'lock/may-we-tell'
const FIRST = { fi: 'Näet ilmoituksen ensin.', sv: 'Du ser anmälan först.', en: 'You see the report first.' }
const DAY = '2026-03-10'

/** A trial asks, the police answer what Aino has said in a walk, and the next version does what they promise. */
export async function changedBy(app: TestApp, walk: string): Promise<Changed> {
  const { deps, clock } = app
  const published = await deps.library.latest(JOURNEY)
  if (!published) throw new Error('no journey')
  const { definition } = published.version
  const trial = exampleTrial(definition, clock.now)
  await deps.trials.create(trial)
  const channel = 'KIRJASTO'
  await deps.trials.addChannel({ id: 'c1', trial: trial.id, code: channel, name: 'Kirjasto' })

  const response = answerTo(
    app,
    trial.id,
    (await deps.walks.contributionsOf(walk)).map(({ id }) => id),
  )
  await deps.responses.save(response, undefined)
  const draft = { text: writeDefinition(next(definition)), personas: undefined }
  const outcome = await publish(deps, { draft, author: 'Sari', note: FIRST })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  deps.library.renew()
  return { trial: trial.id, response: response.id, channel }
}

function next(definition: Definition): Definition {
  const changed = structuredClone(definition)
  const step = changed.tracks.lock?.steps.find(({ id }) => CONSENT.endsWith(id))
  if (step?.kind === 'consent') step.proposed.what = FIRST
  return changed
}

function answerTo({ deps, clock }: TestApp, trial: string, contributions: readonly string[]): Response {
  return {
    id: deps.newId(),
    group: deps.newId(),
    journey: JOURNEY,
    trial,
    step: CONSENT,
    share: undefined,
    body: 'police',
    contributions,
    said: {
      fi: 'Ilmoitus halutaan nähdä ensin.',
      sv: 'Man vill se anmälan först.',
      en: 'People want to see it first.',
    },
    state: 'accepted',
    reason: FIRST,
    whose: undefined,
    evidence: undefined,
    dueOn: DAY,
    acceptedOn: DAY,
    decidedOn: DAY,
    fromVersion: 1,
    toVersion: undefined,
    publishedOn: DAY,
    by: 'Mika',
    rev: 0,
    at: clock.now,
  }
}
