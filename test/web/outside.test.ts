import { afterEach, describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const ELSEWHERE = 'https://opinions.example'
const JOURNEY: Definition = structuredClone(MOVING_HOUSE_CAT)
const [first] = Object.keys(JOURNEY.tracks)
const step = JOURNEY.tracks[first ?? '']?.steps[0]
if (step) step.outside = { name: 'Opinions', url: `${ELSEWHERE}/conversation` }

let app: TestApp
afterEach(() => app.close())

async function begun(environment: Record<string, string>) {
  app = await testApp({ definitions: [JOURNEY], environment })
  const walker = citizen(app.visitor(), 'en')
  await walker.start(JOURNEY.id)
  const path = `${walker.walkPath()}/steps/${first}/${step?.id}`
  const get = async (more = '') => {
    const response = await walker.browser.get(path + more)
    return {
      status: response.status,
      text: await response.text(),
      policy: response.headers.get('content-security-policy'),
    }
  }
  return get
}

describe('a conversation held in another service', () => {
  test('is off unless the installation names the service: nothing of it is seen', async () => {
    const get = await begun({})
    expect((await get()).text).not.toContain('data-outside')
    expect((await get('/outside')).status).toBe(404)
    const other = await begun({ POLKU_OUTSIDE: 'https://another.example' })
    expect((await other()).text).not.toContain('data-outside')
  })

  test('is told of at its step, and what goes there is said before anything does', async () => {
    const get = await begun({ POLKU_OUTSIDE: `https://another.example, ${ELSEWHERE}` })
    const { text, policy } = await get()
    expect(text).toContain('/outside"')
    expect(text).not.toContain(ELSEWHERE)
    const page = await get('/outside')
    expect(page.text).toContain('Your network address')
    expect(page.text).not.toContain('<iframe')
    for (const one of [policy, page.policy]) expect(one).not.toContain('frame-src')
  })

  test('is shown only when asked for, in a page that lets in that service and no other', async () => {
    const get = await begun({ POLKU_OUTSIDE: ELSEWHERE })
    const { text, policy } = await get('/outside?open=1')
    expect(text).toContain(`src="${ELSEWHERE}/conversation"`)
    expect(text).toContain('referrerpolicy="no-referrer"')
    expect(policy).toMatch(new RegExp(`frame-src ${ELSEWHERE}$`))
    expect(policy).toContain("default-src 'none'")
  })

  test('stays another walker’s affair in another walk', async () => {
    const get = await begun({ POLKU_OUTSIDE: ELSEWHERE })
    expect((await get('/outside')).status).toBe(200)
    const [, walk = ''] = /\/walks\/([^/"]+)\//.exec((await get()).text) ?? []
    const stranger = await app.visitor().get(`/en/walks/${walk}/steps/${first}/${step?.id}/outside`)
    expect(stranger.status).toBeGreaterThanOrEqual(300)
  })
})
