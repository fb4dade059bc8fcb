import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LICENCE } from '#src/review/codebook.ts'
import { publishRelease } from '#src/review/release.ts'
import { JOURNEY, times, walked } from '../review/walked.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

async function get(path: string) {
  const response = await app.visitor().get(path)
  expect([path, response.headers.get('content-type')]).toEqual([path, 'application/json'])
  expect([path, response.headers.get('access-control-allow-origin')]).toEqual([path, '*'])
  return { status: response.status, body: JSON.parse(await response.text()) }
}

describe('the programming interface', () => {
  test('lists the journeys, and each leads to its versions and to the definition as published', async () => {
    const { body } = await get('/api/v1/journeys')
    const [journey] = body.journeys
    expect(journey).toMatchObject({ id: JOURNEY, version: 1 })
    const { versions } = (await get(journey.href)).body
    const version = await get(versions[0].href)
    expect(version.body.definition).toEqual(MOVING_HOUSE_CAT)
    expect(version.body.hash).toBe(versions[0].hash)
  })

  test('says in words that something is not there', async () => {
    for (const path of ['nothing', `${JOURNEY}/versions/9`, `${JOURNEY}/versions/first`, `${JOURNEY}/figures`]) {
      const { status, body } = await get(`/api/v1/journeys/${path}`)
      expect([path, status]).toEqual([path, 404])
      expect(body.error.message).toMatch(/^There is no such \w+\.$/)
    }
  })

  test('tells the released figures, a withheld one as null', async () => {
    await times(6, () => walked(app.deps, { opened: [{ step: 'home/milk' }] }))
    await times(2, () => walked(app.deps, { opened: [{ step: 'home/tell-the-register' }] }))
    await publishRelease(app.deps, JOURNEY, 'Mika')
    const { body } = await get(`/api/v1/journeys/${JOURNEY}/figures`)
    expect(body).toMatchObject({ release: 1, licence: LICENCE })
    const reached = body.steps.map(({ step, reached }: { step: string; reached: number | null }) => [step, reached])
    expect(Object.fromEntries(reached)).toMatchObject({ milk: 6, 'tell-the-register': null, 'who-moved': 0 })
  })

  test('describes every address it has, and no other', async () => {
    const { body } = await get('/api/v1/openapi.json')
    const described = Object.keys(body.paths).map((path) =>
      path.replaceAll(/\{(\w+)\}/g, ':$1').replace(':id', ':journey'),
    )
    const served = app.app.routes.map(({ path }) => path).filter((path) => path.startsWith('/api/v1/'))
    expect(described.toSorted()).toEqual(served.filter((path) => path !== '/api/v1/openapi.json').toSorted())
  })

  test('gives other editors the format as a schema', async () => {
    const { body } = await get('/api/v1/journey.schema.json')
    expect(body.properties.tracks).toBeDefined()
    expect(body.required).toContain('starts_on')
  })
})
