import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLanguage, LANGUAGES } from '#src/i18n/language.ts'
import type { TestApp } from '../../support/app.ts'
import { citizen } from '../../support/citizen.ts'
import { textOf } from '../../support/html.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'

const OTHERS = [
  'birth-of-a-child',
  'moving-home',
  'unemployment',
  'marriage',
  'divorce',
  'university-studies',
  'conscription',
]
const OF_DEATH =
  /läheis|kuole|kuoli|kuollu|menety|surun|närstående|anhörig|dödsfall|\bdog\b|\bdött\b|\bdöd\b|förlust|relative|death|\bdied\b|\bloss\b|grief/i

describe.each(OTHERS)('what the site says of its own on the pages of %s', (id) => {
  const shipped = shippedJourney(id)
  const told = wordsIn([shipped.definition, shipped.personas])
  let app: TestApp
  beforeAll(async () => {
    app = await shippedApp(shipped)
  })
  afterAll(() => app.close())

  it.each(LANGUAGES)('is not about a death, in %s', async (language) => {
    const kinds = new Set<string>()
    const found = new Set<string>()
    const walker = citizen(app.visitor(), language, (page, path) => {
      kinds.add(page.name)
      const own = told.reduce((text, words) => text.replaceAll(words, ' '), textOf(page.main))
      const spoken = OF_DEATH.exec(own)
      if (spoken) found.add(`${path}: ${own.slice(Math.max(0, spoken.index - 60), spoken.index + 60)}`)
    })
    await walker.start(id)
    await walker.open(walker.walkPath())
    await walker.walk()
    await walker.open(`${walker.walkPath()}/pause`)
    expect([...found]).toEqual([])
    expect([...kinds]).toEqual(expect.arrayContaining(['journey', 'overview', 'step', 'check', 'outcome', 'pause']))
  })
})

it.each(LANGUAGES)(
  'the journey itself may say what its subject calls for, before the start, in %s',
  async (language) => {
    const app = await shippedApp()
    const { definition } = shippedJourney(SHIPPED)
    const page = await citizen(app.visitor(), language).open(`/${language}/journeys/${SHIPPED}`)
    expect(textOf(page.main)).toContain(definition.care?.[language])
    expect(definition.care?.[language]).toMatch(OF_DEATH)
    await app.close()
  },
)

/** Every text a journey brings with it, the longest first, so that what is left of a page is the site's own. */
function wordsIn(brought: unknown): string[] {
  return [...new Set(textsIn(brought))].toSorted((a, b) => b.length - a.length)
}

/** Texts in a language, and what else is longer than a word; ids such as `relative` are no texts. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return isLanguage(key) || value.includes(' ') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, one]) => textsIn(one, inner))
}
