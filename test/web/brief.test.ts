import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { briefOf } from '#src/review/brief.ts'
import { totalFigures } from '#src/trial/reach.ts'
import { briefPage } from '#views/brief/brief.ts'
import { figuresOn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { trialOf } from '../trial/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

/** The page of a closed trial with so many walks begun and finished. */
function pageOf(language: 'fi' | 'sv' | 'en', pace: { started: number; finished: number }): string {
  const brief = briefOf({
    trial: trialOf({ stage: 'closed' }),
    definition: MOVING_HOUSE_CAT,
    walks: { ...totalFigures(pace), spoke: pace.started },
    rows: [],
    published: { answers: [], late: [] },
    reach: [{ trait: 'age', untold: 0, cells: [{ value: '75-', n: undefined, wanted: 6 }] }],
    firstWordOn: undefined,
    today: '2026-01-25',
  })
  const alternates = { fi: '/fi', sv: '/sv', en: '/en' }
  const reader = { language, words: messages(language), assets: app.deps.assets, alternates, formToken: '' }
  const page = { brief, definition: MOVING_HOUSE_CAT, version: 1, steps: new Map(), isStaff: false }
  return String(briefPage(reader, page))
}

describe.each(LANGUAGES)('a number that is withheld in %s', (language) => {
  const { withheld, withheldNote } = messages(language).brief

  test('for what is left of the whole is not called small: it is not shown, and the page says why', () => {
    const page = pageOf(language, { started: 12, finished: 10 })
    expect(figuresOn(page).get('brief/finished')).toBeUndefined()
    expect(page).toContain(`<span data-figure="brief/finished" data-withheld="true">${withheld}</span>`)
    expect(page.split(withheldNote)).toHaveLength(3)
    expect(page).not.toMatch(/: (alle viisi|färre än fem|fewer than five)/)
    expect(page).toContain(messages(language).brief.missingLine(6, withheld))
  })

  test('is not explained where none is', () => {
    const [took = ''] = pageOf(language, { started: 40, finished: 30 }).split('brief/spoke')[1]!.split('</section>')
    expect(took).not.toContain(withheldNote)
  })
})
