import { describe, expect, test } from 'vitest'
import type { SignedSynthesis } from '#src/review/synthesis-words.ts'
import type { Theme } from '#src/review/theme-store.ts'
import { aChange, aContribution, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

export function themeContract(world: () => World): void {
  const themes = () => world().storage.themes
  const walks = () => world().storage.walks

  const aTheme = (id: string, more: Partial<Theme> = {}): Theme => ({
    ...{
      id,
      journey: JOURNEY,
      name: { fi: 'Odottaminen' },
      state: 'open',
      into: undefined,
      by: 'mika',
      at: 10,
      rev: 0,
    },
    ...more,
  })
  const coding = (contribution: string, theme: string, at = 20) => ({
    ...{ contribution, theme, journey: JOURNEY, by: 'mika', at },
  })
  const same = (contribution: string, as: string) => ({ contribution, as, journey: JOURNEY, by: 'mika', at: 30 })

  /** A walk that has said something at two steps. */
  async function speaks(id: string, mode: 'own' | 'persona' = 'own') {
    await begin(world(), id, { mode })
    const words = aContribution(id, { id: `${id} words`, prompt: 'open', kind: 'open', text: 'Hidas', step: BANK })
    const more = aContribution(id, { id: `${id} more`, prompt: 'open', kind: 'open', text: 'Vaikea', step: INVENTORY })
    const rated = aContribution(id, { id: `${id} rating` })
    await walks().append(aChange(id, { contributions: [rated, words, more] }))
  }

  describe('themes', () => {
    test('come back as they were made, oldest first, and only those of the journey', async () => {
      const second = aTheme('second', { name: { fi: 'Pankki', sv: 'Banken' }, at: 12 })
      expect(await themes().saveTheme(second, undefined)).toBe(true)
      expect(await themes().saveTheme(aTheme('first'), undefined)).toBe(true)
      expect(await themes().saveTheme(aTheme('other', { journey: 'marriage' }), undefined)).toBe(true)
      expect(await themes().themes(JOURNEY)).toStrictEqual([aTheme('first'), second])
      expect(await themes().theme('second')).toStrictEqual(second)
      expect(await themes().theme('nobody')).toBeUndefined()
      expect(await themes().saveTheme(aTheme('first', { name: { fi: 'Muu' } }), undefined)).toBe(false)
    })

    test('are changed by one of two who saw the same revision', async () => {
      await themes().saveTheme(aTheme('t'), undefined)
      expect(await themes().saveTheme(aTheme('t', { state: 'retired' }), 0)).toBe(true)
      expect(await themes().saveTheme(aTheme('t', { name: { fi: 'Muu' } }), 0)).toBe(false)
      expect(await themes().theme('t')).toStrictEqual(aTheme('t', { state: 'retired', rev: 1 }))
    })

    test('merged into another take their texts with them, once each', async () => {
      await speaks('w')
      for (const id of ['one', 'two']) await themes().saveTheme(aTheme(id), undefined)
      await themes().code(coding('w words', 'one'))
      await themes().code(coding('w words', 'two'))
      await themes().code(coding('w more', 'one', 21))
      expect(await themes().mergeThemes(aTheme('one'), 5, 'two')).toBe(false)
      expect(await themes().mergeThemes(aTheme('one'), 0, 'two')).toBe(true)
      expect((await themes().theme('one'))?.into).toBe('two')
      expect(await themes().codings(JOURNEY)).toStrictEqual([coding('w words', 'two'), coding('w more', 'two', 21)])
    })
  })

  describe('texts', () => {
    test('are those in words, of people who went as themselves', async () => {
      await speaks('w')
      await speaks('p', 'persona')
      expect((await themes().texts(JOURNEY)).map(({ id }) => id)).toStrictEqual(['w more', 'w words'])
    })

    test('are placed under a theme once, taken from it, and never under one that is not there', async () => {
      await speaks('w')
      await themes().saveTheme(aTheme('t'), undefined)
      expect(await themes().code(coding('w words', 't'))).toBe(true)
      expect(await themes().code(coding('w words', 't', 99))).toBe(true)
      expect(await themes().code(coding('gone', 't'))).toBe(false)
      expect(await themes().code(coding('w words', 'nobody'))).toBe(false)
      expect(await themes().codings(JOURNEY)).toStrictEqual([coding('w words', 't')])
      expect(await themes().uncode({ contribution: 'w words', theme: 't' })).toBe(true)
      expect(await themes().uncode({ contribution: 'w words', theme: 't' })).toBe(false)
      expect(await themes().codings(JOURNEY)).toStrictEqual([])
    })

    test('that say the same are marked so, and taken apart again', async () => {
      await speaks('w')
      expect(await themes().markSame(same('w words', 'w more'))).toBe(true)
      expect(await themes().markSame(same('w words', 'gone'))).toBe(false)
      expect(await themes().sameWords(JOURNEY)).toStrictEqual([same('w words', 'w more')])
      expect(await themes().unmarkSame('w words')).toBe(true)
      expect(await themes().sameWords(JOURNEY)).toStrictEqual([])
    })

    test('taken back or erased leave nothing under any theme', async () => {
      await speaks('w')
      await speaks('v')
      await themes().saveTheme(aTheme('t'), undefined)
      for (const id of ['w words', 'w more', 'v words']) await themes().code(coding(id, 't'))
      await themes().markSame(same('w words', 'v words'))
      await walks().withdraw({ walk: 'w', contribution: 'w more', at: 3000 })
      expect((await themes().codings(JOURNEY)).map((one) => one.contribution)).toStrictEqual(['v words', 'w words'])
      await walks().erase({ walk: 'v', at: 3001 })
      expect((await themes().codings(JOURNEY)).map((one) => one.contribution)).toStrictEqual(['w words'])
      expect(await themes().sameWords(JOURNEY)).toStrictEqual([])
    })
  })

  test('the newest signed synthesis is the one that stands', async () => {
    const body = {
      ...{ journey: JOURNEY, people: 6, texts: 7, themes: [], coverage: 50, minority: 100 },
      leftOut: { uncoded: 7, waiting: 0, hidden: 0, fewThemes: [{ fi: 'Pieni' }], goneQuotes: 0 },
    }
    const signed = (id: string, at: number): SignedSynthesis => ({
      ...{ id, journey: JOURNEY, body, inputHash: 'a1', name: 'Mika M.', by: 'mika', at },
    })
    expect(await themes().signed(JOURNEY)).toBeUndefined()
    await themes().sign(signed('new', 50))
    await themes().sign(signed('old', 40))
    expect(await themes().signed(JOURNEY)).toStrictEqual(signed('new', 50))
  })
}
