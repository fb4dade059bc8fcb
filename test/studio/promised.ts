import { type Definition, Definition as DefinitionShape, type StepKey, type Words } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Response } from '#src/review/response.ts'
import { type Published, publish } from '#src/studio/publish.ts'
import type { TestApp } from '../support/app.ts'
import type { Citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { formOf } from '../support/page.ts'

export const CAT = MOVING_HOUSE_CAT.id
export const REGISTER = 'home/tell-the-register'
export const MILK = 'home/milk'
export const NEW_WORDS = 'Rekisteri saa tiedon ilman sinua'

type Change = (home: Definition['tracks'][string]['steps']) => unknown

/** The cat's journey without what the check of a file does not let pass. */
export const FIRST_CAT: Definition = firstCat()

function firstCat(): Definition {
  const { wants_milk: _, ...facts } = MOVING_HOUSE_CAT.facts
  const draft = structuredClone({ ...MOVING_HOUSE_CAT, facts })
  for (const step of draft.tracks.home?.steps ?? []) {
    Reflect.deleteProperty(step, 'sets')
    step.kind = 'task'
  }
  return DefinitionShape.parse({ ...draft, help: [{ name: words('Apu'), phone: '112', confidence: 'V' }] })
}

/** Its next version: `change` gets the steps of the new home. */
export function nextCat(change: Change = renamesTheRegister): Definition {
  const draft = structuredClone(FIRST_CAT)
  change(draft.tracks.home?.steps ?? [])
  return DefinitionShape.parse(draft)
}

function renamesTheRegister([register]: Definition['tracks'][string]['steps']) {
  if (register?.kind === 'task') register.proposed.what = words(NEW_WORDS)
}

export function words(text: string): Words {
  return { fi: text, sv: `${text} (sv)`, en: `${text} (en)` }
}

/** Published as Sari would; half an hour later every process offers it. */
export async function published(app: TestApp, definition = nextCat(), more: object = {}): Promise<Published> {
  const draft = { text: writeDefinition(definition), personas: undefined }
  const outcome = await publish(app.deps, { draft, author: 'Sari', note: undefined, ...more })
  app.clock.now += 1_800_000
  return outcome
}

/** A public answer of the ministry that something will be done about these words. */
export async function promised(
  app: TestApp,
  contributions: readonly string[],
  more: Partial<Response> = {},
): Promise<Response> {
  const response: Response = {
    id: app.deps.newId(),
    group: 'g',
    journey: CAT,
    trial: undefined,
    step: REGISTER,
    share: undefined,
    body: 'ministry',
    contributions,
    said: words('Kirje on turha'),
    state: 'accepted',
    reason: words('Luovumme kirjeestä'),
    whose: undefined,
    evidence: undefined,
    dueOn: '2026-12-01',
    acceptedOn: '2026-03-10',
    decidedOn: '2026-03-10',
    fromVersion: 1,
    toVersion: undefined,
    publishedOn: '2026-03-11',
    by: 'Mika',
    rev: 0,
    at: app.clock.now,
    ...more,
  }
  if (!(await app.deps.responses.save(response, undefined))) throw new Error('not stored')
  return response
}

/** Says something in words at the register's step, and answers the contribution's id. */
export async function speaksAtTheRegister(app: TestApp, aino: Citizen, text = 'Miksi kirje?'): Promise<string> {
  await aino.start(CAT)
  await aino.forward()
  await aino.open(`${aino.walkPath()}/steps/${REGISTER}`)
  await aino.send(formOf(aino.page, 'answer'), { 'p.open.text': text, go: 'stay' })
  const said = await app.deps.walks.contributionsOf(walkOf(aino))
  const id = said.find((one) => one.text === text && one.step === (REGISTER as StepKey))?.id
  if (!id) throw new Error('nothing was said')
  return id
}

export function walkOf(aino: Citizen): string {
  return aino.walkPath().split('/').at(-1) ?? ''
}
