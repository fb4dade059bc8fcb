import { afterEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { browser } from '../support/browser.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const START_FORM = `/fi/journeys/${MOVING_HOUSE_CAT.id}/start`
const MINUTE = 60_000
let app: TestApp
afterEach(() => app.close())

const place = (response: Response) => response.headers.get('location')

describe('a workshop in one library', () => {
  test('of sixty people starts within minutes from one address, and a flood from there is still stopped', async () => {
    app = await testApp({ environment: { POLKU_LIMITS: 'on' } })
    const starts = async (n: number) => {
      const all: number[] = []
      for (let i = 0; i < n; i++) all.push((await app.visitor().post(START_FORM, { key: `${i} of ${n}` })).status)
      return all.filter((status) => status === 303).length
    }
    for (let minute = 0; minute < 6; minute++) {
      expect(await starts(10)).toBe(10)
      app.clock.now += MINUTE
    }
    expect(await starts(300)).toBeLessThan(130)
    expect((await app.visitor().post(START_FORM)).status).toBe(429)
    const elsewhere = browser(app.app, 'http://localhost:3000', '203.0.113.9')
    expect((await elsewhere.post(START_FORM)).status).toBe(303)
  })
})

describe('the start form pressed twice before the first cookie arrives', () => {
  test('begins one walk, which the cookie of either answer opens', async () => {
    app = await testApp()
    const [first, second] = [app.visitor(), app.visitor()]
    const answers = await Promise.all([first, second].map((one) => one.post(START_FORM, { key: 'pressed' })))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(place(answers[0]!)).toBe(place(answers[1]!))
    for (const one of [first, second]) expect((await one.get(place(answers[0]!)!)).status).toBe(200)
  })

  test('begins two when other things are chosen, or no key came with it', async () => {
    app = await testApp({ personas: [] })
    const [one, other] = await Promise.all([
      app.visitor().post(START_FORM, { key: 'pressed' }),
      app.visitor().post(START_FORM, { key: 'pressed', as: 'own' }),
    ])
    expect(place(one)).not.toBe(place(other))
    const [without, again] = await Promise.all([app.visitor().post(START_FORM), app.visitor().post(START_FORM)])
    expect(place(without)).not.toBe(place(again))
  })

  test('gives the next person at the same screen a walk of their own', async () => {
    app = await testApp()
    const first = await app.visitor().post(START_FORM, { key: 'pressed' })
    app.clock.now += 10_000
    const next = app.visitor()
    const second = await next.post(START_FORM, { key: 'pressed' })
    expect(place(second)).not.toBe(place(first))
    expect((await next.get(place(second)!)).status).toBe(200)
    expect((await next.get(place(first)!)).status).toBe(404)
  })
})
