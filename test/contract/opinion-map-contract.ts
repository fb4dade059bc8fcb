import { describe, expect, test } from 'vitest'
import type { MapSummary } from '#feedback/opinion-map/summary.ts'
import { aChange, aContribution, begin, JOURNEY, type World } from './cast.ts'

const EMPTY: MapSummary = {
  ...{ participants: 1, counted: 1, floor: 5, statements: [], groups: [] },
  ...{ silhouette: undefined, stability: undefined },
}

export function opinionMapContract(world: () => World): void {
  const maps = () => world().storage.opinionMaps
  const vote = async (walk: string) => {
    await begin(world(), walk)
    const contributions = [aContribution(walk, { kind: 'statement', prompt: 'statement.s1', option: 'agree' })]
    await world().storage.walks.append(aChange(walk, { contributions }))
  }
  const lease = (owner: string, now: number, until = now + 100) => maps().lease({ journey: JOURNEY, owner, now, until })
  const result = (seq: number, at = 50) => ({ journey: JOURNEY, seq, at, maps: { own: EMPTY } })

  describe('opinion maps', () => {
    test('a journey without votes has none and waits for none', async () => {
      expect(await maps().find(JOURNEY)).toBeUndefined()
      expect(await maps().behind(0)).toStrictEqual([])
    })

    test('a vote makes a journey wait for its map until one that includes the vote is stored', async () => {
      await vote('a')
      expect(await maps().behind(0)).toStrictEqual([{ journey: JOURNEY, computedAt: undefined }])
      expect(await lease('one', 0)).toBe(true)
      expect(await maps().store('one', result(1))).toBe(true)
      expect(await maps().behind(60)).toStrictEqual([])
      expect(await maps().find(JOURNEY)).toMatchObject({ seq: 1, at: 50, maps: { own: { participants: 1, floor: 5 } } })
      await vote('b')
      expect(await maps().behind(60)).toStrictEqual([{ journey: JOURNEY, computedAt: 50 }])
    })

    test('only one at a time may compute, of several that ask in the same moment too', async () => {
      await vote('a')
      const asked = await Promise.all(['one', 'two', 'three'].map((owner) => lease(owner, 0)))
      expect(asked.filter(Boolean)).toHaveLength(1)
      expect(await maps().behind(50)).toStrictEqual([])
      expect(await maps().find(JOURNEY)).toBeUndefined()
    })

    test('whoever does not come back in time loses the right, and their late map is not stored', async () => {
      await vote('a')
      expect(await lease('lost', 0, 100)).toBe(true)
      expect(await lease('next', 99)).toBe(false)
      expect(await maps().behind(100)).toHaveLength(1)
      expect(await lease('next', 100)).toBe(true)
      expect(await maps().store('lost', result(1))).toBe(false)
      expect(await maps().store('next', result(1, 120))).toBe(true)
      expect(await maps().find(JOURNEY)).toMatchObject({ at: 120 })
    })

    test('statements of walkers are told as long as others may see them', async () => {
      await begin(world(), 'a')
      const own = { kind: 'statement', prompt: 'own', option: undefined, text: 'Pankin pitäisi soittaa.' } as const
      await world().storage.walks.append(
        aChange('a', { contributions: [aContribution('a', { ...own, state: 'pending' })] }),
      )
      expect(await maps().served(JOURNEY)).toStrictEqual([])
      const decide = (state: 'visible' | 'hidden') =>
        world().storage.review.moderate({
          ...{
            id: 'a says',
            seenAt: undefined,
            state,
            reason: state === 'hidden' ? 'muu' : undefined,
            by: 'Mika',
            at: 3000,
          },
        })
      await decide('visible')
      const before = await world().storage.votes.lastVoteSeq(JOURNEY)
      expect(await maps().served(JOURNEY)).toStrictEqual(['added.a says'])
      await decide('hidden')
      expect(await maps().served(JOURNEY)).toStrictEqual([])
      expect(await world().storage.votes.lastVoteSeq(JOURNEY)).toBeGreaterThan(before)
    })

    test('a right given back is free at once, and nobody gives back what is not theirs', async () => {
      await vote('a')
      await lease('one', 0)
      await maps().giveBack(JOURNEY, 'two')
      expect(await lease('two', 1)).toBe(false)
      await maps().giveBack(JOURNEY, 'one')
      expect(await lease('two', 1)).toBe(true)
    })
  })
}
