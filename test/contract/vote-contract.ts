import { describe, expect, test } from 'vitest'
import { aChange, aContribution, anExposure, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

const S1 = { kind: 'statement', prompt: 'statement.s1' } as const

export function voteContract(world: () => World): void {
  const walks = () => world().storage.walks
  const votes = async () =>
    (await world().storage.votes.votesOf(JOURNEY, 0)).map(({ seq, walk, statement, vote }) => [
      seq,
      walk,
      statement,
      vote,
    ])
  const clock = () => world().storage.votes.voteClock(JOURNEY)

  const say = (walk: string, rev: number, option: string, more: Parameters<typeof aContribution>[1] = {}) =>
    walks().append(
      aChange(walk, { rev, contributions: [aContribution(walk, { ...S1, id: `${walk} ${rev}`, option, ...more })] }),
    )

  describe('votes', () => {
    test('are numbered one after another over all walks of the journey, and a changed one is one row more', async () => {
      await begin(world(), 'a')
      await begin(world(), 'b')
      await say('a', 0, 'agree')
      await say('b', 0, 'pass', { prompt: 'added.x' })
      await say('a', 1, 'disagree')
      await say('a', 2, 'disagree')
      await say('a', 3, 'yes', { prompt: 'works', kind: 'rating' })
      expect(await votes()).toStrictEqual([
        [1, 'a', `${BANK}#s1`, 1],
        [2, 'b', 'added.x', 0],
        [3, 'a', `${BANK}#s1`, -1],
      ])
      expect(await world().storage.votes.votesOf(JOURNEY, 1, 1)).toStrictEqual([
        {
          ...{ seq: 2, walk: 'b', mode: 'own', version: 1, step: BANK, statement: 'added.x' },
          ...{ vote: 0, important: false, at: 2000 },
        },
      ])
      expect(await world().storage.votes.lastVoteSeq(JOURNEY)).toBe(3)
      expect(await world().storage.votes.lastVoteSeq('moving-home')).toBe(0)
    })

    test('cast side by side each get a number of their own, and no number twice', async () => {
      const names = Array.from({ length: 12 }, (_, i) => `w${i}`)
      for (const name of names) await begin(world(), name)
      await Promise.all(names.map((name) => say(name, 0, 'agree')))
      expect((await votes()).map(([seq]) => seq)).toStrictEqual(names.map((_, i) => i + 1))
    })

    test('of the same form sent several times at once count once', async () => {
      await begin(world(), 'a')
      const contributions = [aContribution('a', { ...S1, option: 'agree' })]
      const sent = () => walks().append(aChange('a', { key: 'form', contributions }))
      const outcomes = await Promise.all([sent(), sent(), sent()])
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
      expect(await votes()).toHaveLength(1)
    })

    test('that matter to the walker say so, and marking one is a change', async () => {
      await begin(world(), 'a')
      await say('a', 0, 'agree')
      await say('a', 1, 'agree', { important: true })
      const all = await world().storage.votes.votesOf(JOURNEY, 0)
      expect(all.map(({ important }) => important)).toStrictEqual([false, true])
      expect(await walks().contributionsOf('a')).toMatchObject([{ option: 'agree', important: true }])
    })

    test('taken back are gone with every change of theirs, and the clock says that something is missing', async () => {
      await begin(world(), 'a')
      await say('a', 0, 'agree')
      await say('a', 1, 'pass')
      await say('a', 2, 'agree', { step: INVENTORY })
      await walks().withdraw({ walk: 'a', contribution: 'a 0', at: 3000 })
      expect(await votes()).toStrictEqual([[3, 'a', `${INVENTORY}#s1`, 1]])
      expect(await clock()).toStrictEqual({ seq: 4, erased: 4 })
      await say('a', 3, 'agree')
      expect(await clock()).toStrictEqual({ seq: 5, erased: 4 })
    })

    test('of an erased walk are gone, the others stay', async () => {
      await begin(world(), 'a')
      await begin(world(), 'b')
      await say('a', 0, 'agree')
      await say('b', 0, 'agree')
      await walks().erase({ walk: 'a', at: 3000 })
      expect(await votes()).toStrictEqual([[2, 'b', `${BANK}#s1`, 1]])
      expect(await clock()).toStrictEqual({ seq: 3, erased: 3 })
    })

    test('are not moved by a walk that said nothing of statements, nor can a row be rewritten', async () => {
      await begin(world(), 'a')
      await begin(world(), 'b')
      await walks().append(aChange('a', { exposures: [anExposure(BANK, 'statement.s1', { skipped: true })] }))
      await walks().erase({ walk: 'a', at: 3000 })
      expect(await clock()).toStrictEqual({ seq: 0, erased: 0 })
      await say('b', 0, 'agree')
      await expect(world().sql('update votes set vote = -1')).rejects.toThrow()
    })
  })
}
