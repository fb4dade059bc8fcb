import { beforeEach, describe, expect, test } from 'vitest'
import type { Background } from '#src/trial/trial.ts'
import type { Walk } from '#src/walk/walk.ts'
import { aChange, aContribution, aTrial, begin, type World } from './cast.ts'

export function reachContract(world: () => World): void {
  const trials = () => world().storage.trials

  /** Two walks of people in spring's library, one at nobody's door, and four that must not be counted. */
  async function spring() {
    for (const id of ['spring', 'autumn']) await trials().create(aTrial(id))
    for (const [id, trial] of [
      ['library', 'spring'],
      ['parish', 'spring'],
      ['school', 'autumn'],
    ] as const)
      await trials().addChannel({ id, trial, name: id, code: `code of ${id}` })
    const inLibrary = { trial: 'spring', channel: 'library' }
    await walks('aino', inLibrary, { county: '17', age: '60-74' })
    await walks('erik', { ...inLibrary, mode: 'assisted', outcomeAt: 9000 }, { county: '17', age: '75-' })
    await walks('sari', { trial: 'spring' }, { county: '01' })
    await walks('persona', { ...inLibrary, mode: 'persona' }, { county: '17' })
    await walks('simulated', { ...inLibrary, mode: 'simulated', outcomeAt: 9000 }, { county: '17' })
    await walks('autumnal', { trial: 'autumn', channel: 'school', outcomeAt: 9000 }, { county: '17' })
    await walks('nowhere', {}, { county: '17' })
  }

  async function walks(id: string, more: Partial<Walk>, background: Background) {
    await begin(world(), id, more)
    await trials().setBackground({ walk: id, background, at: 2000 })
  }

  async function say(id: string, at: number) {
    const rating = aContribution(id, { id: `${id} rates`, at })
    const words = aContribution(id, { id: `${id} says`, prompt: 'open', text: 'Hidas', at: at + 1 })
    await world().storage.walks.append(aChange(id, { contributions: [rating, words] }))
  }

  describe('reach', () => {
    beforeEach(spring)

    test('counts people only, those who walk for another too, by trait and value', async () => {
      expect(await trials().reached('spring')).toStrictEqual([
        { trait: 'age', value: '60-74', n: 1 },
        { trait: 'age', value: '75-', n: 1 },
        { trait: 'county', value: '01', n: 1 },
        { trait: 'county', value: '17', n: 2 },
      ])
      expect(await trials().reached('winter')).toStrictEqual([])
    })

    test('forgets whoever takes their background back or erases their walk', async () => {
      await trials().setBackground({ walk: 'sari', background: undefined, at: 3000 })
      await world().storage.walks.erase({ walk: 'erik', at: 3000 })
      expect(await trials().reached('spring')).toStrictEqual([
        { trait: 'age', value: '60-74', n: 1 },
        { trait: 'county', value: '17', n: 1 },
      ])
    })

    test('says of every way in how many started and finished, none too', async () => {
      expect(await trials().channelReach('spring')).toStrictEqual([
        { channel: 'library', started: 2, finished: 1 },
        { channel: 'parish', started: 0, finished: 0 },
      ])
    })

    test('goes on at a pace: who started, finished, spoke, and when the first word came', async () => {
      expect(await trials().pace('spring')).toStrictEqual({ started: 3, finished: 1, spoke: 0, firstWordAt: undefined })
      await say('persona', 2500)
      await say('autumnal', 2600)
      await say('sari', 1_790_000_000_000)
      await say('aino', 2800)
      expect(await trials().pace('spring')).toStrictEqual({ started: 3, finished: 1, spoke: 2, firstWordAt: 2800 })
      expect(await trials().pace('winter')).toStrictEqual({ started: 0, finished: 0, spoke: 0, firstWordAt: undefined })
    })
  })
}
