import { describe, expect, test } from 'vitest'
import type { ReviewFilter } from '#src/review/review-store.ts'
import { aChange, aContribution, anExposure, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

const OWN: ReviewFilter = { journey: JOURNEY, version: 1, modes: ['own'] }

/** What a filter of the review reads: who walked, what they told, what they met. */
export function filterContract(world: () => World): void {
  const review = () => world().storage.review

  async function twoWalks() {
    await begin(world(), 'speaks')
    await begin(world(), 'silent')
    await begin(world(), 'elsewhere', { version: 2 })
    await world().storage.walks.visit({ walk: 'speaks', step: BANK, offered: ['works'], at: 20_000 })
    const exposures = [anExposure(BANK, 'works')]
    const contributions = [aContribution('speaks', { text: 'Hidas', state: 'pending' })]
    await world().storage.walks.append(
      aChange('speaks', { told: { home: 'own', heir: true }, exposures, contributions, at: 21_000 }),
    )
    await world().storage.walks.visit({ walk: 'silent', step: INVENTORY, offered: [], at: 22_000 })
    await world().storage.trials.setBackground({ walk: 'speaks', background: { age: '45-59' }, at: 22_000 })
  }

  describe('a filter', () => {
    test('knows the walks of a version, what each told and of whom', async () => {
      await twoWalks()
      const { walks, facts, traits } = await review().filteredWalks(OWN)
      expect(walks.map(({ walk }) => walk).toSorted()).toEqual(['silent', 'speaks'])
      expect(walks.map(({ finished, channel }) => ({ finished, channel }))[0]).toEqual({
        finished: false,
        channel: undefined,
      })
      expect(facts.toSorted((one, other) => (one.name < other.name ? -1 : 1))).toEqual([
        { walk: 'speaks', name: 'heir', value: true },
        { walk: 'speaks', name: 'home', value: 'own' },
      ])
      expect(traits).toEqual([{ walk: 'speaks', trait: 'age', value: '45-59' }])
    })

    test('knows what each walk met, as the counts do', async () => {
      await twoWalks()
      const met = await review().met(OWN, 30_000)
      expect(met.reached.toSorted((one, other) => (one.walk < other.walk ? -1 : 1))).toEqual([
        { walk: 'silent', step: INVENTORY },
        { walk: 'speaks', step: BANK },
      ])
      expect(met.said.map(({ walk, step }) => ({ walk, step }))).toEqual([{ walk: 'speaks', step: BANK }])
      expect(met.shown.map(({ walk, skipped }) => ({ walk, skipped }))).toEqual([{ walk: 'speaks', skipped: false }])
      expect(met.left.map(({ step }) => step).toSorted()).toEqual([BANK, INVENTORY].toSorted())
      expect(met.aside).toEqual([])
    })

    test('tells when a step was opened and answered, once a walk', async () => {
      await twoWalks()
      expect(await review().moments(OWN, INVENTORY)).toEqual({ reached: [22_000], answered: [] })
      const { reached, answered } = await review().moments(OWN, BANK)
      expect([reached, answered.length]).toEqual([[20_000], 1])
    })

    test('words are read page by page, the latest first page, each oldest first', async () => {
      await begin(world(), 'many')
      const prompts = ['a', 'b', 'c']
      await world().storage.walks.append(
        aChange('many', {
          contributions: prompts.map((prompt, i) => aContribution('many', { id: prompt, prompt, text: prompt, at: i })),
        }),
      )
      const page = async (older: number) =>
        (await review().texts(OWN, undefined, { most: 2, older })).map(({ prompt }) => prompt)
      expect(await page(0)).toEqual(['b', 'c'])
      expect(await page(2)).toEqual(['a'])
    })

    test('words that wait are counted by journey', async () => {
      await twoWalks()
      expect(await review().pendingCounts(undefined)).toEqual([{ journey: JOURNEY, n: 1 }])
      expect(await review().pendingCounts('marriage')).toEqual([])
    })
  })
}
