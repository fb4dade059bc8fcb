import { describe, expect, test } from 'vitest'
import type { Contribution } from '#src/walk/walk.ts'
import { aChange, aContribution, anExposure, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

export function sayingContract(world: () => World): void {
  const walks = () => world().storage.walks
  const counts = async () =>
    (await walks().promptCounts(JOURNEY, 1))
      .map(({ prompt, shown, answered }) => `${prompt} ${shown}/${answered}`)
      .sort()

  describe('opening a page', () => {
    test('counts once, is where the walker stands, and shows the prompt offered', async () => {
      await begin(world(), 'w')
      await walks().visit({ walk: 'w', step: BANK, offered: ['works'], at: 2000 })
      await walks().visit({ walk: 'w', step: BANK, offered: ['works'], at: 2500 })
      await walks().visit({ walk: 'w', step: INVENTORY, offered: [], at: 3000 })

      expect(await walks().seen('w')).toStrictEqual({
        visited: [BANK, INVENTORY],
        exposures: [anExposure(BANK, 'works')],
        offeredBefore: 0,
      })
      expect((await walks().find('w'))?.walk).toMatchObject({ lastStep: INVENTORY, rev: 0, touchedAt: 3000 })
      expect(await counts()).toStrictEqual(['works 1/0'])
    })

    test('at the same moment in two windows counts once', async () => {
      await begin(world(), 'w')
      const open = () => walks().visit({ walk: 'w', step: BANK, offered: ['works'], at: 2000 })
      await Promise.all([open(), open(), open()])
      expect(await counts()).toStrictEqual(['works 1/0'])
    })

    test('of an automatic step that ran before makes it visited', async () => {
      await begin(world(), 'w')
      await walks().append(aChange('w', { ran: [INVENTORY] }))
      expect((await walks().seen('w')).visited).toStrictEqual([])
      await walks().visit({ walk: 'w', step: INVENTORY, offered: [], at: 2100 })
      await walks().append(aChange('w', { rev: 1, ran: [INVENTORY] }))
      expect((await walks().seen('w')).visited).toStrictEqual([INVENTORY])
    })

    test('of a walk that is gone does nothing', async () => {
      await walks().visit({ walk: 'nobody', step: BANK, offered: ['works'], at: 1 })
      expect(await counts()).toStrictEqual([])
    })
  })

  describe('a prompt', () => {
    test('that was offered and then skipped stays offered', async () => {
      await begin(world(), 'w')
      await walks().visit({ walk: 'w', step: BANK, offered: ['works'], at: 2000 })
      await walks().append(aChange('w', { exposures: [anExposure(BANK, 'works', { offered: false, skipped: true })] }))
      expect((await walks().seen('w')).exposures).toStrictEqual([anExposure(BANK, 'works', { skipped: true })])
      expect(await counts()).toStrictEqual(['works 1/0'])
    })

    test('opened by writing in it counts as shown, and a skip is over when something is said', async () => {
      await begin(world(), 'w')
      await walks().append(aChange('w', { exposures: [anExposure(BANK, 'works', { skipped: true })] }))
      const open = aContribution('w', {
        id: 'c2',
        prompt: 'open',
        kind: 'open',
        option: undefined,
        text: 'Hidasta',
        state: 'pending',
      })
      await walks().append(aChange('w', { rev: 1, contributions: [aContribution('w', { id: 'c1' }), open] }))
      const exposures = (await walks().seen('w')).exposures
      expect(exposures).toContainEqual(anExposure(BANK, 'works'))
      expect(exposures).toContainEqual(anExposure(BANK, 'open', { offered: false }))
      expect(await counts()).toStrictEqual(['open 1/1', 'works 1/1'])
    })
  })

  describe('a contribution', () => {
    const full = (): Contribution =>
      aContribution('w', {
        id: 'full',
        prompt: 'share.report-to-bank',
        kind: 'data-sharing',
        option: 'if-asked',
        text: 'Äitini pankki kysyi saman kolmesti 😔',
        language: 'sv',
        share: 'report-to-bank',
        situation: { will: null, home: 'own', heirs_minor: true, looks_like_number: '12', count: 0 },
        state: 'hidden',
        reason: 'nimi',
        at: 1_790_000_000_000,
      })

    test('comes back as it was said', async () => {
      await begin(world(), 'w')
      const bare = aContribution('w', { id: 'bare', option: undefined, at: 1 })
      await walks().append(aChange('w', { contributions: [full(), bare] }))
      expect(await walks().contributionsOf('w')).toStrictEqual([bare, full()])
    })

    test('said anew replaces the earlier one, keeps its id and is not counted twice', async () => {
      await begin(world(), 'w')
      await walks().append(aChange('w', { contributions: [aContribution('w', { id: 'first' })] }))
      const anew = aContribution('w', {
        id: 'second',
        option: 'no',
        at: 3000,
        language: 'en',
        situation: { home: 'own' },
      })
      await walks().append(aChange('w', { rev: 1, contributions: [anew] }))
      expect(await walks().contributionsOf('w')).toStrictEqual([{ ...anew, id: 'first' }])
      expect(await counts()).toStrictEqual(['works 1/1'])
    })

    test('keeps its approval when only the choice changes, and waits again when the words do', async () => {
      await begin(world(), 'w')
      const said = aContribution('w', { id: 'c', text: 'Selkeä', state: 'pending' })
      await walks().append(aChange('w', { contributions: [said] }))
      await world().storage.review.moderate({
        id: 'c',
        seenAt: 2000,
        state: 'visible',
        reason: 'ok',
        by: 'Mika',
        at: 2500,
      })

      await walks().append(aChange('w', { rev: 1, contributions: [{ ...said, option: 'no' }] }))
      expect(await walks().contributionsOf('w')).toMatchObject([{ option: 'no', state: 'visible', reason: 'ok' }])

      await walks().append(aChange('w', { rev: 2, contributions: [{ ...said, text: 'Sekava', state: 'visible' }] }))
      expect(await walks().contributionsOf('w')).toStrictEqual([{ ...said, text: 'Sekava', state: 'pending' }])

      await walks().append(aChange('w', { rev: 3, contributions: [{ ...said, text: undefined, state: 'none' }] }))
      expect(await walks().contributionsOf('w')).toMatchObject([{ text: undefined, state: 'none' }])
    })

    test('is shown to others by option, and its words once a person has approved them', async () => {
      for (const [id, option] of [
        ['a', 'yes'],
        ['b', 'yes'],
        ['c', 'no'],
      ] as const) {
        await begin(world(), id)
        const contribution = aContribution(id, {
          id,
          option,
          text: `sanat ${id}`,
          state: 'pending',
          at: id === 'a' ? 3000 : 2000,
        })
        await walks().append(aChange(id, { contributions: [contribution] }))
      }
      await begin(world(), 'persona', { mode: 'persona' })
      await walks().append(aChange('persona', { contributions: [aContribution('persona')] }))

      expect(await walks().optionCounts({ journey: JOURNEY, version: 1, step: BANK })).toStrictEqual([
        { prompt: 'works', option: 'no', n: 1 },
        { prompt: 'works', option: 'yes', n: 2 },
      ])
      expect(await walks().optionCounts({ journey: JOURNEY, version: 2, step: BANK })).toStrictEqual([])
      expect(await walks().visibleTexts({ journey: JOURNEY, step: BANK })).toStrictEqual([])

      for (const id of ['a', 'b'])
        await world().storage.review.moderate({
          id,
          seenAt: undefined,
          state: 'visible',
          reason: undefined,
          by: 'Mika',
          at: 4000,
        })
      const texts = await walks().visibleTexts({ journey: JOURNEY, step: BANK })
      expect(texts.map(({ id }) => id)).toStrictEqual(['b', 'a'])
      expect(await walks().visibleTexts({ journey: JOURNEY, step: INVENTORY })).toStrictEqual([])
    })
  })
}
