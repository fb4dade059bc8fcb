import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOn, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { formOf, type Page, visible } from '../support/page.ts'
import { trialOf } from '../trial/plans.ts'
import { FEED, FIX, playedJourney } from '../walk/playing.ts'
import { CAT, REGISTER } from '../walk/world.ts'

const MOVED = { 'moved_on-day': '1', 'moved_on-month': '3', 'moved_on-year': '2026', colour: 'black' }
const offer = { fi: 'Kissarekisteri kertoo, että kissa on muuttanut. Aloitetaanko?', sv: 'Ska vi börja?', en: 'Begin?' }

let app: TestApp
beforeAll(async () => {
  app = await testApp({ definitions: [{ ...playedJourney(), proactive: offer }] })
  await app.deps.trials.create(trialOf({ id: 'trial', journey: CAT, stage: 'mapping', openedAt: app.deps.now() }))
})
afterAll(() => app.close())

/** What a person reads on a page. */
const says = ({ main }: Page) => visible(main).replace(/\s+/g, ' ')

/** Somebody whose register has been asked, and who looks at that step. */
async function atTheRegister(): Promise<{ walker: Citizen; page: Page }> {
  const walker = citizen(app.visitor())
  await walker.start(CAT)
  await walker.send(formOf(walker.page, 'answer'), { ...MOVED, go: 'on' })
  await walker.send(formOf(await walker.open(`${walker.walkPath()}/steps/${FIX}`), 'answer'), { go: 'on' })
  return { walker, page: await walker.open(`${walker.walkPath()}/steps/${REGISTER}`) }
}

describe('a step at which the register is asked', () => {
  test('says which reply comes, and whether anything like it has been seen in reality', async () => {
    const { walker, page } = await atTheRegister()
    expect(says(page)).toContain('Vastaus, joka tulee: Merkitty.')
    expect(says(page)).toContain('Vastaus on keksitty kokeilua varten.')
    const tried = await walker.send(formOf(page, 'try-reply'), { reply: 'other-colour' })
    expect(says(tried)).toContain('Kokeilet nyt toista vastausta.')
    expect(says(tried)).toContain('Vastaus, joka tulee: Kissa on valkoinen.')
    expect(says(tried)).toContain('Tällaisia vastauksia on saatu oikeasti.')
  })

  test('without a choice the reply stays, and the page says so kindly', async () => {
    const { walker, page } = await atTheRegister()
    const same = await walker.send(formOf(page, 'try-reply'))
    expect(says(same)).toContain('Valitse ensin jokin vastauksista.')
    expect(says(same)).toContain('Vastaus, joka tulee: Merkitty.')
  })

  test('tells what the reply told, with its source, on the step and where answers are checked', async () => {
    const { walker, page } = await atTheRegister()
    await walker.send(formOf(page, 'try-reply'), { reply: 'other-colour' })
    await walker.send(formOf(await walker.open(walker.walkPath()), 'advance-time'))
    const replied = await walker.open(`${walker.walkPath()}/steps/${REGISTER}`)
    expect(says(replied)).toContain('Vastauksesta selvisi')
    expect(says(replied)).toContain('Minkä värinen kissa on? Valkoinen')
    const check = await walker.open(`${walker.walkPath()}/check`)
    expect(says(check)).toContain('Valkoinen Tieto tuli vastauksesta: Kissarekisteri')
    const question = await walker.open(`${walker.walkPath()}/steps/situation/who-moved`)
    expect(says(question)).toContain('Jos se on väärin, korjaa se tässä.')
  })

  test('lists what one more reply asks for, and says beforehand where it leads back to', async () => {
    const { walker, page } = await atTheRegister()
    await walker.send(formOf(page, 'try-reply'), { reply: 'one-more' })
    await walker.send(formOf(await walker.open(walker.walkPath()), 'advance-time'))
    const replied = await walker.open(`${walker.walkPath()}/steps/${REGISTER}`)
    expect(says(replied)).toContain('Lisäksi pyydetään: Kissan todistus')
    expect(says(replied)).toContain('Kun jatkat, pyyntö lähtee uudelleen.')
    await walker.send(formOf(replied, 'answer'), { go: 'on' })
    const again = await walker.open(`${walker.walkPath()}/steps/${REGISTER}`)
    expect(says(again)).toContain('Tämä askel avautui uudelleen, koska saatiin tällainen vastaus: Tarvitaan todistus.')
  })

  test('whatever is tried, the marks alone lead to the outcome', async () => {
    const { walker, page } = await atTheRegister()
    await walker.send(formOf(page, 'try-reply'), { reply: 'error' })
    await walker.open(walker.walkPath())
    await walker.walk()
    expect(walker.page.name).toBe('outcome')
  })
})

describe('the desk of whoever answers in the provider’s place', () => {
  test('shows the step, days and a number, never what the person told; the reply is there at the next look', async () => {
    const { walker, page } = await atTheRegister()
    const asked = await walker.send(formOf(page, 'ask-person'), { person: 'yes' })
    const [, number = ''] = /Numero on (\d{4})\./.exec(says(asked)) ?? []
    const facilitator = await signedIn(app, 'facilitator', { journey: CAT })
    const desk = await (await facilitator.get('/fi/provider/play')).text()
    expect(desk).toContain(`>Pyyntö ${number}<`)
    expect(desk).toContain('Kerro rekisterille')
    expect(desk).not.toContain('Musta')
    expect(desk).not.toContain(walker.walkPath().split('/').at(-1))

    const form = formOn(desk, 'play-provider')
    const sent = await facilitator.post(form.action, { ...form.fields, reply: 'other-colour' })
    expect(sent.headers.get('location')).toBe('/fi/provider/play?note=sent')
    const late = await facilitator.post(form.action, { ...form.fields, reply: 'noted' })
    expect(await (await facilitator.get(late.headers.get('location') ?? '')).text()).toContain('Tähän oli jo vastattu.')
    const replied = await walker.open(`${walker.walkPath()}/steps/${REGISTER}`)
    expect(says(replied)).toContain('Vastaus, joka tuli: Kissa on valkoinen.')
    expect(says(replied)).toContain('Vastauksen valitsi ihminen palveluntuottajan paikalla.')
  })

  test('is led to from the first page of a facilitator, and shows a provider its own steps alone', async () => {
    const { walker, page } = await atTheRegister()
    await walker.send(formOf(page, 'ask-person'), { person: 'yes' })
    const facilitator = await signedIn(app, 'facilitator', { journey: CAT })
    expect(await (await facilitator.get('/fi/review')).text()).toContain('href="/fi/provider/play"')
    const [own, other] = await Promise.all(
      ['cat_register', 'vet'].map((provider) => signedIn(app, 'provider', { journey: CAT, provider })),
    )
    expect(await (await own!.get('/fi/provider/play')).text()).toContain('data-form="play-provider"')
    expect(await (await other!.get('/fi/provider/play')).text()).not.toContain('data-form="play-provider"')
  })
})

test('a mandate is offered beside doing it oneself, and the overview says who acts on what basis', async () => {
  const { walker } = await atTheRegister()
  await walker.send(formOf(await walker.open(walker.walkPath()), 'advance-time'))
  await walker.send(formOf(await walker.open(`${walker.walkPath()}/steps/${REGISTER}`), 'answer'), { go: 'on' })
  const feed = await walker.open(`${walker.walkPath()}/steps/${FEED}`)
  const overview = await walker.send(formOf(feed, 'answer'), { 'mandate-feed': 'sitter', go: 'on' })
  expect(says(overview)).toContain('Tekijä: Kissanhoitaja (Valtakirjalla, jonka annat)')
  expect(says(await walker.open(`${walker.walkPath()}/check`))).toContain('Kuka tekee tämän? Ruoki kissaKissanhoitaja')
})

test('a journey may be begun by its offer, beside the ordinary start', async () => {
  const walker = citizen(app.visitor())
  const page = await walker.open(`/fi/journeys/${CAT}`)
  expect(says(page)).toContain(offer.fi)
  expect(says(page)).toContain('Oikeasti kukaan ei ole ottanut sinuun yhteyttä.')
  const first = await walker.send(formOf(page, 'start'), { by: 'offer' })
  expect(first.prompts.map(({ id }) => id)).toContain('offer')
})
