import { expect, it } from 'vitest'
import { answerOffered, citizen, SILENT } from '../../support/citizen.ts'
import type { Page } from '../../support/page.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'
import { wordsMissing } from '../../support/words-missing.ts'

const LANGUAGES = ['fi', 'sv', 'en'] as const
/** Each example person walks in one of the languages, in the long run in all of them. */
const LONG = process.env.POLKU_LONG !== undefined
/** `marks.test.ts` walks the first of them, and more closely. */
const OTHERS = [
  ...['birth-of-a-child', 'moving-home', 'unemployment', 'marriage'],
  ...['divorce', 'university-studies', 'conscription'],
] as const

it.each(OTHERS)('%s is walked to its outcome by everybody, and in every language, without script', async (id) => {
  expect(id).not.toBe(SHIPPED)
  const journey = shippedJourney(id)
  const app = await shippedApp(journey)
  const wrong = new Set<string>()
  for (const [nth, language] of LANGUAGES.entries())
    for (const as of [
      'own',
      ...journey.personas.map((persona) => persona.id).filter((_, i) => LONG || i % 3 === nth),
    ]) {
      const watch = (page: Page, path: string, status: number) => {
        const where = `${language} ${as} ${page.name} ${page.step ?? path}`
        if (status !== 200) wrong.add(`${where}: status ${status}`)
        for (const missing of wordsMissing(page)) wrong.add(`${where}: ${missing}`)
      }
      const walker = citizen(app.visitor(), language, watch)
      await walker.start(id, { as })
      await walker.walk(as === 'own' ? SILENT : answerOffered('ihan hyvin'))
      if (walker.page.name !== 'outcome') wrong.add(`${language} ${as} ends at ${walker.page.name}`)
    }
  await app.close()
  expect([...wrong]).toEqual([])
})
