import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { openDrafting } from '#src/model-endpoint.ts'
import { portOf } from '#src/web/server.ts'
import { CAT_AND_VET } from '../review/cat-and-vet.ts'
import { signedIn } from '../review/staff.ts'
import { walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'

const JOURNEY = CAT_AND_VET.id
const SYNTHESIS = `/fi/review/journeys/${JOURNEY}/synthesis`
const TEXTS = [
  'Odotin todistusta pankista kolme viikkoa, numeroni on 040 123 4567.',
  'Todistuksen odottaminen pankista kesti kauan.',
  'Pankki ei vastannut viestiin.',
  'Odotus pankin jonossa oli pitkä.',
  'Todistus tuli pankista myöhässä.',
]
const HONEST = {
  sentence: 'Pankin todistusta odotettiin kauan, näin kirjoitti {{waiting/people}} ihmistä.',
  theme: 'waiting',
  quotes: [
    { id: 't2', text: TEXTS[1] },
    { id: 't5', text: TEXTS[4] },
  ],
  counts: [{ key: 'waiting/people' }],
}
const LIES = {
  quote: { ...HONEST, quotes: [HONEST.quotes[0], { id: 't5', text: 'Todistus tuli pankista heti.' }] },
  id: { ...HONEST, quotes: [HONEST.quotes[0], { id: 't77', text: TEXTS[4] }] },
  number: { ...HONEST, sentence: 'Pankin todistusta odotti 500 ihmistä kauan.' },
  count: { ...HONEST, counts: [{ key: 'waiting/people', value: 500 }] },
  negation: { ...HONEST, sentence: 'Pankki vastasi viestiin.', quotes: [{ id: 't3', text: TEXTS[2] }] },
}

let server: Server | undefined
let app: TestApp | undefined
afterEach(async () => {
  server?.close()
  await app?.close()
})

/** A stub of an endpoint that proposes what it is told to, and keeps what it was sent. */
async function world(answer: string): Promise<{ mika: Browser; sent: string[]; app: TestApp }> {
  const sent: string[] = []
  const stub = createServer(async (request, response) => {
    sent.push((await request.toArray()).join(''))
    response.end(JSON.stringify({ choices: [{ message: { content: answer } }] }))
  })
  server = stub
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve))
  const model = { url: `http://127.0.0.1:${portOf(stub)}/v1`, name: 'stub', key: undefined }
  const made = await testApp({ definitions: [CAT_AND_VET], deps: { drafting: openDrafting({ model }) } })
  app = made
  const { deps, clock } = made
  const theme = { id: 'waiting', journey: JOURNEY, state: 'open', into: undefined, by: 'mika', at: 1, rev: 0 } as const
  await deps.themes.saveTheme({ ...theme, name: { fi: 'Odottaminen' } }, undefined)
  for (const text of TEXTS) {
    const said = [{ step: 'home/milk', prompt: 'open', kind: 'open', text, state: 'visible' } as const]
    const { ids } = await walked(deps, { said })
    for (const contribution of ids)
      await deps.themes.code({ contribution, theme: 'waiting', journey: JOURNEY, by: 'mika', at: 1 })
    clock.now += 1000
  }
  return { mika: await signedIn(made, 'reviewer'), sent, app: made }
}

const asked = async (mika: Browser) => (await mika.post(`${SYNTHESIS}/draft`, {})).text()
const answering = (...sentences: unknown[]) => JSON.stringify({ sentences })

test.each(Object.entries(LIES))('a lie is caught and shown as refused: %s', async (trouble, lie) => {
  const { mika } = await world(answering(HONEST, lie))
  const page = await asked(mika)
  const refused = [...page.matchAll(/data-refused="([^"]*)"/g)].map(([, troubles = '']) => troubles.split(' '))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toContain(trouble)
  expect(page.match(/data-kept=/g)).toHaveLength(1)
  expect(page).toContain('näin kirjoitti 5 ihmistä')
})

test('where lies are many nothing is offered, and the page says so', async () => {
  const { mika } = await world(answering(HONEST, HONEST, LIES.quote, LIES.number))
  const page = await asked(mika)
  expect(page).not.toContain('data-kept=')
  expect(page).toContain('data-draft-error="yes"')
})

test.each([
  ['no JSON', 'Tässä yhteenveto: kaikki on hyvin.'],
  ['another shape', '{"sentences":"kaikki"}'],
])('an answer that is %s leaves the synthesis as it was', async (_, answer) => {
  const { mika } = await world(answer)
  const page = await asked(mika)
  expect(page).toContain('data-draft-error="yes"')
  expect(page).toContain('data-claim="waiting/people" data-people="5"')
})

test('an endpoint that cannot be reached is told of, and the log knows that it was asked', async () => {
  const { mika, app } = await world(answering())
  await new Promise((resolve) => server?.close(resolve))
  expect(await asked(mika)).toContain('data-draft-error="yes"')
  const audit = await app.deps.accounts.audit({ limit: 100, before: undefined })
  expect(audit.some(({ what, about }) => what === 'synthesis:send' && about.includes('127.0.0.1'))).toBe(true)
})

test('no telephone number, no id of ours and no setting of a walk leaves the house', async () => {
  const { mika, sent, app } = await world(answering(HONEST))
  await asked(mika)
  expect(sent).toHaveLength(1)
  expect(sent[0]).not.toMatch(/040|4567/)
  expect(sent[0]).toContain('[tel]')
  for (const { id, walk } of await app.deps.themes.texts(JOURNEY)) {
    expect(sent[0]).not.toContain(id)
    expect(sent[0]).not.toContain(walk)
  }
})

test('what is kept passes the checks once more with the signature, whatever the form says', async () => {
  const { mika, app } = await world(answering(HONEST))
  const page = await asked(mika)
  const hash = /name="hash" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const signed = (one: unknown) => mika.post(SYNTHESIS, { hash, name: 'Mika', drafted: JSON.stringify(one) })
  await signed(LIES.number)
  expect((await app.deps.themes.signed(JOURNEY))?.body.themes[0]?.drafted).toEqual([])
  app.clock.now += 1000
  await signed(HONEST)
  const [kept] = (await app.deps.themes.signed(JOURNEY))?.body.themes[0]?.drafted ?? []
  expect(kept?.text).toContain('näin kirjoitti 5 ihmistä')
  expect(await (await mika.get(`${SYNTHESIS}?signed=1`)).text()).toContain('data-drafted="yes"')
})
