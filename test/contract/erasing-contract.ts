import { describe, expect, test } from 'vitest'
import { aChange, aContribution, aDevice, anExposure, aWalk, BANK, begin, JOURNEY, type World } from './cast.ts'

export function erasingContract(world: () => World): void {
  const walks = () => world().storage.walks
  const CHILDREN = ['events', 'told', 'submissions', 'visits', 'exposures', 'contributions', 'calls', 'backgrounds']

  async function speakingWalk(id: string, participant = `participant of ${id}`) {
    await begin(world(), id, { participant })
    await walks().visit({ walk: id, step: BANK, offered: ['works'], at: 1500 })
    await walks().append(
      aChange(id, {
        key: 'form',
        told: { heirs: 2 },
        events: [{ kind: 'asked', step: BANK, on: '2026-03-02', due: '2026-03-09', reply: 'ok' }],
        exposures: [anExposure(BANK, 'ease', { skipped: true })],
        contributions: [
          aContribution(id, { id: `${id} rating` }),
          aContribution(id, { id: `${id} words`, prompt: 'open', kind: 'open', option: undefined, text: 'sanat' }),
        ],
      }),
    )
  }

  describe('withdrawing', () => {
    test('takes one contribution back, words and choice, and remembers only that it happened', async () => {
      await speakingWalk('w')
      expect(await walks().withdraw({ walk: 'w', contribution: 'w words', at: 3000 })).toBe(1)
      expect((await walks().contributionsOf('w')).map(({ id }) => id)).toStrictEqual(['w rating'])
      expect((await walks().events('w')).at(-1)).toStrictEqual({ kind: 'withdrawn' })
      expect(await walks().promptCounts(JOURNEY, 1)).toContainEqual({
        step: BANK,
        prompt: 'open',
        shown: 1,
        answered: 0,
      })
      expect(await walks().withdraw({ walk: 'w', contribution: 'w words', at: 3000 })).toBe(0)
    })

    test('takes all of the walk back', async () => {
      await speakingWalk('w')
      await speakingWalk('other')
      expect(await walks().withdraw({ walk: 'w', contribution: undefined, at: 3000 })).toBe(2)
      expect(await walks().contributionsOf('w')).toStrictEqual([])
      expect(await walks().contributionsOf('other')).toHaveLength(2)
    })

    test('never reaches into another walk', async () => {
      await speakingWalk('w')
      await speakingWalk('other')
      expect(await walks().withdraw({ walk: 'w', contribution: 'other words', at: 3000 })).toBe(0)
      expect(await walks().contributionsOf('other')).toHaveLength(2)
    })
  })

  describe('erasing a walk', () => {
    test('leaves nothing of it, nor of the participant whose only walk it was', async () => {
      await speakingWalk('w', 'aino')
      await walks().keepDevice(aDevice('phone', 'aino'))
      await world().storage.trials.setBackground({ walk: 'w', background: { county: '17' }, at: 2500 })
      await walks().erase({ walk: 'w', at: 3000 })

      expect(await walks().find('w')).toBeUndefined()
      for (const table of CHILDREN) expect(await world().sql(`select * from ${table}`), table).toStrictEqual([])
      for (const table of ['participants', 'devices', 'walks'])
        expect(await world().sql(`select * from ${table}`), table).toStrictEqual([])
      expect(
        (await walks().promptCounts(JOURNEY, 1)).every(({ shown, answered }) => shown === 0 && answered === 0),
      ).toBe(true)
      await walks().erase({ walk: 'w', at: 3001 })
    })

    test('leaves the participant and their other walks alone', async () => {
      await speakingWalk('w', 'aino')
      const walk = aWalk('second', { participant: 'aino' })
      await walks().create({ walk, participant: undefined, device: undefined, key: undefined })
      await walks().erase({ walk: 'w', at: 3000 })
      expect((await walks().walksOf('aino')).map(({ id }) => id)).toStrictEqual(['second'])
      expect(await walks().participantByCode('code of aino')).toBeDefined()
    })

    test('twice at once takes it from the counts once', async () => {
      await speakingWalk('w')
      await speakingWalk('other')
      await Promise.all([walks().erase({ walk: 'w', at: 3000 }), walks().erase({ walk: 'w', at: 3000 })])
      expect(await walks().promptCounts(JOURNEY, 1)).toContainEqual({
        step: BANK,
        prompt: 'works',
        shown: 1,
        answered: 1,
      })
    })
  })
}
