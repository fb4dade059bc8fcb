import { describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import type { Version } from '#src/journey/version-store.ts'
import { JOURNEY, type World } from './cast.ts'

export function versionContract(world: () => World): void {
  const versions = () => world().storage.versions

  const definition: Definition = {
    format: 1,
    id: JOURNEY,
    languages: ['fi', 'sv'],
    title: { fi: 'Läheisen kuolema 🕯️', sv: 'Då en närstående dör' },
    starts_on: 'died_on',
    facts: { died_on: { type: 'date', ask: { fi: 'Milloin?' } } },
    providers: {},
    // Not in the order of the alphabet: the first track asks the situation.
    tracks: {
      situation: {
        title: { fi: 'Tilanne' },
        steps: [{ id: 'begin', title: { fi: 'Alku' }, kind: 'question', asks: ['died_on'] }],
      },
      estate: {
        title: { fi: 'Perintö' },
        steps: [{ id: 'heirs', title: { fi: 'Perilliset' }, kind: 'question', asks: ['died_on'] }],
      },
    },
  }
  const a = (hash: string, more: Partial<Omit<Version, 'number'>> = {}): Omit<Version, 'number'> => ({
    journey: JOURNEY,
    hash,
    definition,
    personas: [],
    author: 'shipped',
    note: undefined,
    publishedAt: 1000,
    changes: [],
    ...more,
  })

  describe('a published version', () => {
    test('is numbered from one within its journey and comes back whole, tracks in their order', async () => {
      const first = await versions().add(a('h1', { note: { fi: 'Ensimmäinen' }, author: 'Sari' }))
      expect(first).toStrictEqual({ ...a('h1', { note: { fi: 'Ensimmäinen' }, author: 'Sari' }), number: 1 })
      expect((await versions().add(a('h2'))).number).toBe(2)
      expect((await versions().add(a('h1', { journey: 'marriage' }))).number).toBe(1)

      const found = await versions().find(JOURNEY, 1)
      expect(found).toStrictEqual(first)
      expect(Object.keys(found?.definition.tracks ?? {})).toStrictEqual(['situation', 'estate'])
      expect(JSON.stringify(found?.definition)).toBe(JSON.stringify(definition))
      expect(await versions().find(JOURNEY, 9)).toBeUndefined()
    })

    test('published under a number that somebody has taken meanwhile is refused, and nothing of it is stored', async () => {
      const first = await versions().add(a('h1'))
      const both = ['Sari', 'Erik'].map((author) => versions().publish({ ...a(author, { author }), number: 2 }))
      const won = await Promise.all(both)
      expect(won.filter(Boolean)).toHaveLength(1)
      const kept = await versions().find(JOURNEY, 2)
      expect(kept?.author).toBe(won[0] ? 'Sari' : 'Erik')
      expect((await versions().list(JOURNEY)).map(({ number }) => number)).toStrictEqual([first.number, 2])
    })

    test('with the same content as the newest is not published again, only its example people are mended', async () => {
      await versions().add(a('h1'))
      const aino = {
        id: 'aino',
        name: 'Aino',
        introduction: { fi: 'Äiti kuoli' },
        facts: { died_on: '2026-03-01', will: null },
      }
      const again = await versions().add(a('h1', { personas: [aino], author: 'Sari', publishedAt: 2000 }))
      expect(again).toStrictEqual({ ...a('h1', { personas: [aino] }), number: 1 })
      expect(await versions().latest(JOURNEY)).toStrictEqual(again)
      expect((await versions().add(a('h2'))).number).toBe(2)
      expect((await versions().add(a('h1'))).number).toBe(3)
    })

    test('is listed without its definition, oldest first, and the newest of every journey is found', async () => {
      for (const hash of ['h1', 'h2']) await versions().add(a(hash))
      await versions().add(a('m1', { journey: 'marriage' }))
      const { definition: _, personas: __, ...bare } = a('h1')
      expect(await versions().list(JOURNEY)).toStrictEqual([
        { ...bare, number: 1 },
        { ...bare, hash: 'h2', number: 2 },
      ])
      const newest = (await versions().allLatest()).map(({ journey, number, hash }) => `${journey} ${number} ${hash}`)
      expect(newest).toStrictEqual([`${JOURNEY} 2 h2`, 'marriage 1 m1'])
      expect(await versions().latest('divorce')).toBeUndefined()
    })

    test('says what changed since the one before, and which words and answers led to it', async () => {
      const changes: Version['changes'] = [
        {
          step: 'estate/heirs',
          kind: 'changed',
          parts: ['title', 'asks'],
          responses: ['r1'],
          contributions: ['c2', 'c1'],
        },
        { step: 'estate/bank', kind: 'removed', parts: [], responses: [], contributions: [] },
      ]
      await versions().add(a('h1', { changes }))
      expect((await versions().find(JOURNEY, 1))?.changes).toStrictEqual(changes)
      expect((await versions().list(JOURNEY)).map((version) => version.changes)).toStrictEqual([changes])
      expect((await versions().add(a('h1'))).changes).toStrictEqual(changes)
    })

    test('gets a number of its own when several are published at once', async () => {
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((hash) => versions().add(a(hash))))
      expect(all.map(({ number }) => number).sort()).toStrictEqual([1, 2, 3, 4])
    })

    test('cannot be changed or deleted, even past the port', async () => {
      await versions().add(a('h1'))
      const refused = /never changes/
      await expect(world().sql("update versions set definition = '{}'")).rejects.toThrow(refused)
      await expect(world().sql("update versions set hash = 'x'")).rejects.toThrow(refused)
      await expect(world().sql("update versions set changes = '[]'")).rejects.toThrow(refused)
      await expect(world().sql('delete from versions')).rejects.toThrow(refused)
    })
  })
}
