import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { all } from '../support/html.ts'
import { formOf, type Page } from '../support/page.ts'
import { PROPOSITION, WEIGHED, WEIGHED_STEP, weighingJourney } from '../support/weighing-journey.ts'

const JOURNEY = 'cat-moves-house'
const MOVED = { 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour: 'black' }
const P = `p.${WEIGHED}.`

let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [weighingJourney()] })
})
afterEach(() => app.close())

/** Somebody at the step, with the proposition offered. */
async function standing(): Promise<Citizen> {
  const walker = citizen(app.visitor())
  await walker.start(JOURNEY)
  await walker.forward(() => MOVED)
  await app.deps.walks.visit({ walk: walkOf(walker), step: WEIGHED_STEP, offered: [WEIGHED], at: 1 })
  await walker.open(`${walker.walkPath()}/steps/${WEIGHED_STEP}`)
  return walker
}
const walkOf = (walker: Citizen) => walker.walkPath().split('/').at(-1) ?? ''
const weighs = (walker: Citizen, fields: Record<string, string>) => {
  const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [P + name, value]))
  return walker.send(formOf(walker.page, 'answer'), { ...named, go: 'stay' })
}
const reasonsOf = (walker: Citizen) => walker.open(`${walker.walkPath()}/steps/${WEIGHED_STEP}/reasons`)
const figuresOn = ({ root }: Page) =>
  Object.fromEntries(
    all(root, ({ attributes }) => attributes['data-figure'] !== undefined).map(({ attributes }) => [
      attributes['data-figure']?.split('/').at(-1),
      attributes['data-withheld'] === undefined ? 'shown' : 'withheld',
    ]),
  )
const boxes = (page: Page) =>
  all(page.root, ({ attributes }) => attributes.name?.startsWith(`${P}take.`) ?? false).map(
    ({ attributes }) => attributes.name?.slice(`${P}take.`.length) ?? '',
  )

describe('the page of stances and reasons', () => {
  it('tells nothing of others before the walker has answered, and nothing of fewer than five after', async () => {
    for (let i = 0; i < 4; i++) await weighs(await standing(), { stance: '1' })
    const aino = await standing()
    const before = await reasonsOf(aino)
    expect(before.text).toContain('Kannat näytetään, kun olet itse vastannut.')
    expect(figuresOn(before)).toEqual({})

    await aino.open(`${aino.walkPath()}/steps/${WEIGHED_STEP}`)
    expect((await weighs(aino, { stance: '-1' })).text).toContain('Katso kannat ja muut perustelut')
    const after = await reasonsOf(aino)
    // Five in all, but four on one side: both are withheld.
    expect(figuresOn(after)).toMatchObject({ 'against-4': 'withheld', 'for-4': 'withheld', middle: 'shown' })
  })

  it('shows the reasons seen, by side and in the order they were shown, and five more on wish', async () => {
    const aino = await standing()
    const first = boxes(aino.page)
    expect(first).toHaveLength(5)
    const page = await reasonsOf(aino)
    expect(boxes(page).toSorted()).toEqual(first.toSorted())
    const more = await aino.send(formOf(page, 'contribution'), { go: 'more' })
    expect(boxes(more)).toHaveLength(7)
    const { exposures } = await app.deps.weighing.ofWalk(walkOf(aino))
    expect(exposures.map(({ reason }) => reason).slice(0, 5)).toEqual(first)
  })

  it('takes another stance and list; what cannot be taken comes back whole and nothing is stored', async () => {
    const aino = await standing()
    const page = await reasonsOf(aino)
    const own = { [`${P}stance`]: '0.5', [`${P}take.seed.quick`]: 'on', go: 'stay' }
    await aino.send(formOf(page, 'contribution'), own)
    expect(await app.deps.weighing.ofWalk(walkOf(aino))).toMatchObject({
      stances: [{ stance: '0.5' }],
      adoptions: [{ reason: 'seed.quick' }],
    })
    const broken = await aino.send(formOf(aino.page, 'contribution'), {
      [`${P}stance`]: '-1',
      [`${P}text`]: 'a'.repeat(181),
      go: 'stay',
    })
    expect(broken.text).toContain('Siinä on nyt 181 merkkiä')
    expect((await app.deps.weighing.ofWalk(walkOf(aino))).stances).toHaveLength(1)
  })

  it('keeps to whose walk it is', async () => {
    const aino = await standing()
    const stranger = await app.visitor().get(`${aino.walkPath()}/steps/${WEIGHED_STEP}/reasons`)
    expect(stranger.status).toBe(404)
  })
})

describe('what a walker has said', () => {
  it('shows stance, list, history and own reason, each to be taken back', async () => {
    const aino = await standing()
    await weighs(aino, { stance: '1', listed: 'on', 'take.seed.quick': 'on', importance: '3' })
    await weighs(aino, { stance: '-0.3', mode: 'slider', text: 'Kissa unohtaa', side: 'against' })
    const mine = await aino.open(`${aino.walkPath()}/mine`)
    for (const words of [
      ...[PROPOSITION.fi, '−0,3, hieman vastaan', 'Aiemmat kantasi: Täysin puolesta.', 'Tärkeys sinulle: Hyvin.'],
      ...['Syy quick', 'Oma perustelusi: Vastaan', 'Kissa unohtaa', 'Kanta kuuluu version 1 ehdotukseen.'],
    ])
      expect(mine.text).toContain(words)
    const [stance] = await app.deps.walks.contributionsOf(walkOf(aino))
    await aino.send(
      mine.forms.find(({ fields }) => fields.some(({ value }) => value === stance?.id)) ?? formOf(mine, 'withdraw'),
    )
    expect((await app.deps.walks.contributionsOf(walkOf(aino))).length).toBe(1)
  })
})

describe('staff', () => {
  it('read a reason with its proposition and side, and decide on it like on other words', async () => {
    const aino = await standing()
    await weighs(aino, { text: 'Kissa unohtaa', side: 'against' })
    const reviewer = citizen(await signedIn(app, 'reviewer'))
    const queue = await reviewer.open('/fi/review/queue')
    for (const words of [PROPOSITION.fi, 'Oma perustelu: Vastaan', 'Kissa unohtaa']) expect(queue.text).toContain(words)
    await reviewer.send(formOf(queue, 'approve'))
    const [reason] = (await app.deps.walks.contributionsOf(walkOf(aino))).filter(({ text }) => text)
    expect(reason?.state).toBe('visible')
  })

  it('read the same figures on the step’s page and in the file', async () => {
    for (let i = 0; i < 6; i++) await weighs(await standing(), { stance: '1', 'take.seed.quick': 'on' })
    const reviewer = await signedIn(app, 'reviewer')
    const page = await (await reviewer.get(`/fi/review/journeys/${JOURNEY}/steps/${WEIGHED_STEP}`)).text()
    const at = (name: string) =>
      new RegExp(`data-figure="1/${WEIGHED_STEP}/${WEIGHED}/${name}"[^>]*>(\\d+)`).exec(page)?.[1]
    expect([at('n'), at('for-4'), at('seed.quick/adopted'), at('seed.quick/exposed')]).toEqual(['6', '6', '6', '6'])
    expect(page).toContain('Vastaajia on alle 20')
    const csv = await (await reviewer.get(`/fi/review/journeys/${JOURNEY}/prompts.csv`)).text()
    expect(csv).toContain(`1,home,tell-the-register,${WEIGHED},weighing,for-4,6,6`)
    expect(csv).toContain(`1,home,tell-the-register,${WEIGHED},weighing,seed.quick,6,6`)
  })
})
