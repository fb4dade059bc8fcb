import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../../support/app.ts'
import { answerOffered, citizen, SILENT } from '../../support/citizen.ts'
import type { Page } from '../../support/page.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'
import { wordsMissing } from '../../support/words-missing.ts'

const { personas, definition } = shippedJourney()
const LANGUAGES = ['fi', 'sv', 'en'] as const
/** the languages, and Finnish read plainly */
const READINGS = [...LANGUAGES, 'plain Finnish'] as const
/** pages a walker may open at any time */
const ASIDE = ['/pause', '/mine', '/check', '?all=1', '/outcome']

/** steps met in any walk of this file */
const met = new Set<string>()
let app: TestApp
beforeAll(async () => {
  app = await shippedApp()
})
afterAll(() => app.close())

/** Everything that is wrong with the pages met on the way. */
function examined(language: string) {
  const wrong = new Set<string>()
  const watch = (page: Page, path: string, status: number) => {
    const where = `${page.name} ${page.step ?? path}`
    if (status !== 200) wrong.add(`${where}: status ${status}`)
    if (page.language !== language) wrong.add(`${where}: language ${page.language}`)
    for (const missing of wordsMissing(page)) wrong.add(`${where}: ${missing}`)
  }
  return { wrong, watch }
}

describe.each(READINGS)('a walk by the marks alone, without script, in %s', (reading) => {
  const isPlain = reading === 'plain Finnish'
  const language = isPlain ? 'fi' : reading
  it.each(['own', ...personas.map(({ id }) => id)])('as %s reaches the outcome, every page whole', async (as) => {
    const { wrong, watch } = examined(language)
    const walker = citizen(app.visitor(), language, watch)
    if (isPlain) await walker.open('/fi/plain-words')
    await walker.start(SHIPPED, { as })
    await walker.walk(as === 'own' ? SILENT : answerOffered('ihan hyvin'))
    expect(walker.page.name).toBe('outcome')
    for (const step of walker.steps) met.add(step)
    for (const rest of ASIDE) await walker.open(walker.walkPath() + rest)
    for (const path of [`/${language}`, `/${language}/resume`]) await walker.open(path)
    expect([...wrong]).toEqual([])
    expect(walker.page.text.includes('hreflang="fi-x-selko" lang="fi" aria-current="true"')).toBe(isPlain)
  })
})

it('a finished walk opened again leads to its outcome by the marks', async () => {
  const walker = citizen(app.visitor(), 'fi')
  await walker.start(SHIPPED, { as: 'aino-ordinary' })
  await walker.walk()
  const walk = walker.walkPath()
  const elsewhere = citizen(app.visitor(), 'fi')
  await elsewhere.resume(await walker.code())
  expect(elsewhere.walkPath()).toBe(walk)
  expect(await elsewhere.walk()).toBeLessThan(3)
})

it('a walk of one strand alone reaches the outcome', async () => {
  const tracks = Object.keys(definition.tracks)
  for (const track of tracks.slice(1)) {
    const walker = citizen(app.visitor(), 'fi')
    await walker.start(SHIPPED, { tracks: [track] })
    await walker.walk()
    const strands = new Set([...walker.steps].map((step) => step.split('/')[0]))
    expect([...strands].every((strand) => strand === track || strand === tracks[0])).toBe(true)
  }
})

it('every step of the journey was met by somebody', () => {
  const all = Object.entries(definition.tracks).flatMap(([track, { steps }]) => steps.map(({ id }) => `${track}/${id}`))
  expect(all.filter((step) => !met.has(step))).toEqual([])
})
