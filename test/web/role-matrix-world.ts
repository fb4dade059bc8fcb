import { ROLES, type Role } from '#src/account/roles.ts'
import { Definition } from '#src/journey/definition.ts'
import { seenOf } from '#src/review/moderate.ts'
import { publishRelease } from '#src/review/release.ts'
import { openResponses } from '#src/review/response-opening.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { draftVersion } from '#src/studio/create-draft.ts'
import { CAT_AND_VET } from '../review/cat-and-vet.ts'
import { linkFor, signedIn } from '../review/staff.ts'
import { walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { citizen } from '../support/citizen.ts'
import { trialOf } from '../trial/plans.ts'

export const OWN = CAT_AND_VET.id
export const FOREIGN = 'dog-moves-house'
const OWN_PROVIDER = 'cat_register'
/** The same journey under another name, so that nothing but whose it is can tell the two apart. */
const DOG = Definition.parse({
  ...elsewhere(CAT_AND_VET),
  id: FOREIGN,
  title: { fi: 'Koira', sv: 'Hunden', en: 'The dog' },
})

/** With a conversation in another service at its first step. */
function elsewhere(definition: Definition): Definition {
  const whole = structuredClone(definition)
  const step = whole.tracks.situation?.steps[0]
  if (step) step.outside = { name: 'Elsewhere', url: 'https://elsewhere.example/cats' }
  return whole
}

export type Visitor = {
  readonly name: string
  readonly browser: Browser
  readonly role: Role | undefined
  /** the journey they were invited to; undefined for all */
  readonly journey: string | undefined
  readonly provider: string | undefined
}
/** Real things of one journey, whose addresses are asked for: nothing is refused merely because it does not exist. */
export type Place = {
  readonly journey: string
  readonly trial: string
  /** a way in: its code, which anyone may type, and its sheet, which is the staff's */
  readonly code: string
  readonly sheet: string
  readonly words: { readonly id: string; readonly seen: string }
  readonly answers: Readonly<Record<'ministry' | 'cat_register', string>>
  /** a draft of its next version, and the token of a link that leads to it */
  readonly theme: string
  readonly draft: string
  readonly draftToken: string
}
export type MatrixWorld = {
  readonly app: TestApp
  readonly visitors: readonly Visitor[]
  readonly own: Place
  readonly foreign: Place
}

export async function matrixWorld(): Promise<MatrixWorld> {
  const app = await testApp({
    definitions: [elsewhere(CAT_AND_VET), DOG],
    // Nobody is let in by what a browser prints: without one a page says so.
    environment: { POLKU_OUTSIDE: 'https://elsewhere.example', CHROME: 'none' },
  })
  const own = await placeOf(app, OWN)
  const foreign = await placeOf(app, FOREIGN)
  return { app, own, foreign, visitors: await visitorsOf(app) }
}

/** A stranger; every role bound to a journey and to none; and another provider of the same journey. */
export async function visitorsOf(app: TestApp): Promise<readonly Visitor[]> {
  const nobody = { role: undefined, journey: undefined, provider: undefined }
  const visitors: Visitor[] = [{ name: 'a stranger', browser: app.visitor(), ...nobody }]
  const add = async (name: string, role: Role, journey: string | undefined, provider: string | undefined) => {
    const bound = { ...(journey && { journey }), ...(provider && { provider }) }
    visitors.push({ name, role, journey, provider, browser: await signedIn(app, role, bound) })
  }
  for (const role of ROLES) {
    const provider = role === 'provider' ? OWN_PROVIDER : undefined
    await add(`${role} of the journey`, role, OWN, provider)
    await add(`${role} of all journeys`, role, undefined, provider)
  }
  await add('another provider of the journey', 'provider', OWN, 'vet')
  return visitors
}

async function placeOf(app: TestApp, journey: string): Promise<Place> {
  const { deps } = app
  const trial = `trial-of-${journey}`
  await deps.trials.create(trialOf({ id: trial, journey, stage: 'mapping', openedAt: deps.now() }))
  const code = journey === OWN ? 'catsc-atsca' : 'dagsd-agsda'
  const sheet = `channel-of-${journey}`
  await deps.trials.addChannel({ id: sheet, trial, name: 'Kirjasto', code })
  const said = { step: 'home/milk', prompt: 'open', kind: 'open', text: `Sanoja: ${journey}` } as const
  const [words = ''] = (await walked(deps, { journey, said: [said] })).ids
  const contribution = await deps.review.contribution(words)
  const theme = `theme-of-${journey}`
  const made = { by: 'reviewer-abcdef', at: deps.now(), rev: 0, into: undefined, state: 'open' } as const
  await deps.themes.saveTheme({ ...made, id: theme, journey, name: { fi: journey } }, undefined)
  const { draft, draftToken } = await draftOf(app, journey)
  await publishRelease(deps, journey, 'reviewer-abcdef')
  const bodies = ['ministry', OWN_PROVIDER]
  const by = { account: 'reviewer-abcdef', side: 'ministry' } as const
  const wish = { journey, step: said.step, share: undefined, bodies, contributions: [], group: `group-of-${journey}` }
  const [ministry = '', register = ''] = await openResponses(deps, by, wish)
  if (!contribution) throw new Error('nothing was said')
  return {
    ...{ journey, trial, code, sheet, theme, draft, draftToken },
    words: { id: words, seen: seenOf(contribution) },
    answers: { ministry, cat_register: register },
  }
}

async function draftOf({ deps }: TestApp, journey: string) {
  const version = await deps.versions.latest(journey)
  if (!version) throw new Error('nothing is published')
  const { id } = await draftVersion(deps, 'designer-abcdef', version)
  const personas = JSON.stringify([{ id: 'misse', name: 'Misse', introduction: {}, facts: {} }])
  await changeDraft(deps, 'designer-abcdef', id, ({ text }) => ({ text, personas, what: 'personas' }))
  const draftToken = `link-to-${journey}`
  const tokenHash = deps.secrets.tokenHash(draftToken)
  const at = deps.now()
  await deps.drafts.addLink({ tokenHash, draft: id, createdBy: 'designer-abcdef', createdAt: at, expiresAt: at + 1e9 })
  return { draft: id, draftToken }
}

/** Somebody who walks the journey, and where their walk is. */
export async function walkerOf({ app }: MatrixWorld, journey: string): Promise<{ browser: Browser; walk: string }> {
  const browser = app.visitor()
  const walker = citizen(browser)
  await walker.start(journey)
  return { browser, walk: walker.walkPath().split('/').at(-1) ?? '' }
}

/** What is taken back must be there each time: an invitation and a session of a role, new for every cell. */
export async function invitationIn({ app }: MatrixWorld, role: Role, journey: string): Promise<string> {
  return app.deps.secrets.tokenHash((await linkFor(app, role, { journey })).split('/').at(-1) ?? '')
}
export async function sessionIn({ app }: MatrixWorld, role: Role, journey: string): Promise<string> {
  const browser = await signedIn(app, role, { journey })
  return app.deps.secrets.tokenHash(browser.cookies.get('polku-staff') ?? '')
}
