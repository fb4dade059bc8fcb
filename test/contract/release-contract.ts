import { describe, expect, test } from 'vitest'
import { JOURNEY, type World } from './cast.ts'

export function releaseContract(world: () => World): void {
  const releases = () => world().storage.releases
  const release = (number: number) => ({ journey: JOURNEY, number, by: 'Mika', at: 1_790_000_000_000 + number })
  const files = [
    { name: 'steps.csv', text: 'step,reached\nmilk,"6\n"' },
    { name: 'opinion/votes.csv', text: '' },
  ]

  describe('a release of open data', () => {
    test('comes back as it was published, newest first, with its entry in the audit trail', async () => {
      expect(await releases().add(release(1), files)).toBe(true)
      expect(await releases().add(release(2), files.slice(0, 1))).toBe(true)
      expect(await releases().list(JOURNEY)).toEqual([release(2), release(1)])
      expect(await releases().files(JOURNEY, 1)).toEqual(['opinion/votes.csv', 'steps.csv'])
      expect(await releases().file(JOURNEY, 1, 'steps.csv')).toBe(files[0]?.text)
      expect(await releases().file(JOURNEY, 2, 'opinion/votes.csv')).toBeUndefined()
      expect(await releases().list('another')).toEqual([])
      const [entry] = await world().storage.accounts.audit({ limit: 1, before: undefined })
      expect(entry).toMatchObject({ who: 'Mika', what: 'release', about: `${JOURNEY}/2` })
    })

    test('of a number that is taken is not stored, whoever comes second', async () => {
      const all = await Promise.all([1, 2, 3].map(() => releases().add(release(1), files)))
      expect(all.filter(Boolean)).toHaveLength(1)
      expect(await releases().list(JOURNEY)).toHaveLength(1)
    })
  })
}
