import { describe, expect, test } from 'vitest'
import type { Contribution } from '#src/walk/walk.ts'
import { aChange, aContribution, BANK, begin, JOURNEY, type World } from './cast.ts'

export function moderationContract(world: () => World): void {
  const moderations = () => world().storage.moderations
  const review = () => world().storage.review

  async function said(walk: string, more: Partial<Contribution> = {}): Promise<string> {
    await begin(world(), walk)
    const words = { prompt: 'open', kind: 'open', option: undefined, text: 'Hidas', state: 'pending' } as const
    const contribution = aContribution(walk, { ...words, ...more })
    await world().storage.walks.append(aChange(walk, { contributions: [contribution] }))
    return contribution.id
  }
  const decide = (id: string, more: Partial<Parameters<ReturnType<typeof review>['moderate']>[0]> = {}) =>
    review().moderate({ id, seenAt: undefined, state: 'visible', reason: undefined, by: 'Mika', at: 3000, ...more })
  const flag = (walk: string, contribution: string, at = 4000) =>
    moderations().flag({ walk, contribution, journey: JOURNEY, rule: 2, holdFrom: 3, at })
  const waiting = async () => (await moderations().waiting(JOURNEY)).map(({ said }) => said.id)
  const trail = async () =>
    (await world().storage.accounts.audit({ limit: 20, before: undefined })).map(({ what }) => what)

  describe('what waits for a person', () => {
    test('what is approved leaves the queue, a flag brings it back, and a decision settles the flag', async () => {
      const id = await said('aino')
      await begin(world(), 'eero')
      expect(await waiting()).toEqual([id])
      await decide(id)
      expect(await waiting()).toEqual([])
      expect(await flag('eero', id)).toBe('flagged')
      expect(await flag('eero', id)).toBe('repeated')
      expect(await moderations().waiting(JOURNEY)).toMatchObject([
        { said: { id, state: 'visible' }, flags: [{ rule: 2 }] },
      ])
      await decide(id, { at: 5000 })
      expect(await waiting()).toEqual([])
      expect(await trail()).toEqual(['moderate:visible', 'flag', 'moderate:visible'])
    })

    test('whoever has waited longest is first: a flag counts from when it was made', async () => {
      const first = await said('aino')
      await decide(first)
      const second = await said('sari', { at: 3500 })
      await begin(world(), 'eero')
      await flag('eero', first)
      expect(await waiting()).toEqual([second, first])
    })

    test('from the third walk on the words wait unseen', async () => {
      const id = await said('aino')
      await decide(id)
      for (const walk of ['a', 'b', 'c']) {
        expect((await review().contribution(id))?.state).toBe('visible')
        await begin(world(), walk)
        await flag(walk, id)
      }
      expect((await review().contribution(id))?.state).toBe('pending')
      expect((await trail())[0]).toBe('moderate:held')
    })

    test('nobody flags their own words, words of another journey, or hidden ones', async () => {
      const id = await said('aino')
      await begin(world(), 'eero')
      expect(await flag('aino', id)).toBe('gone')
      expect(
        await moderations().flag({ walk: 'eero', contribution: id, journey: 'x', rule: undefined, holdFrom: 3, at: 1 }),
      ).toBe('gone')
      await decide(id, { state: 'hidden', reason: 'nimi' })
      expect(await flag('eero', id)).toBe('gone')
    })
  })

  describe('words sent back', () => {
    test('keep how they were, and the suggested wording', async () => {
      const id = await said('aino')
      await decide(id, { state: 'hidden', act: 'return', reason: 'Ilman nimeä', wording: 'Hidas palvelu' })
      expect(await moderations().decidedOf('aino')).toMatchObject([
        { contribution: id, act: 'return', original: 'Hidas', wording: 'Hidas palvelu', by: 'Mika', at: 3000 },
      ])
      expect((await trail())[0]).toBe('moderate:returned')
    })
  })

  describe('an appeal', () => {
    const appeal = (walk: string, contribution: string) =>
      moderations().appeal({ walk, contribution, text: 'Ei siinä ole nimeä', at: 4000 })
    const settle = (contribution: string, by: string, outcome: 'shown' | 'upheld' = 'shown') =>
      moderations().decideAppeal({ contribution, outcome, by, why: 'Luin uudelleen', at: 5000 })

    test('is for hidden words, for their author alone, and once', async () => {
      const id = await said('aino')
      await begin(world(), 'eero')
      expect(await appeal('aino', id)).toBe(false)
      await decide(id, { state: 'hidden', reason: 'nimi', rule: 1 })
      expect(await appeal('eero', id)).toBe(false)
      expect(await appeal('aino', id)).toBe(true)
      expect(await appeal('aino', id)).toBe(false)
      expect(await waiting()).toEqual([id])
    })

    test('is not decided by whoever hid the words, in whatever way', async () => {
      const id = await said('aino')
      await decide(id, { state: 'hidden', reason: 'nimi', rule: 1 })
      await appeal('aino', id)
      expect(await settle(id, 'Mika')).toBe(false)
      expect(await decide(id)).toBe(false)
      expect((await review().contribution(id))?.state).toBe('hidden')
      expect(await settle(id, 'Sari')).toBe(true)
      expect(await settle(id, 'Sari')).toBe(false)
      expect(await review().contribution(id)).toMatchObject({ state: 'visible', reason: undefined })
      expect(await moderations().decided(id)).toMatchObject({ rule: 1, appeal: { by: 'Sari', outcome: 'shown' } })
      expect(await waiting()).toEqual([])
      expect((await trail()).slice(0, 2)).toEqual(['appeal:shown', 'appeal'])
    })

    test('that is not granted leaves the words hidden with the second person’s reason', async () => {
      const id = await said('aino')
      await decide(id, { state: 'hidden', reason: 'nimi' })
      await appeal('aino', id)
      await settle(id, 'Sari', 'upheld')
      expect(await review().contribution(id)).toMatchObject({ state: 'hidden', reason: 'Luin uudelleen' })
    })
  })

  test('words that are taken back take their flags, decisions and appeals with them', async () => {
    const id = await said('aino')
    await decide(id)
    await begin(world(), 'eero')
    await flag('eero', id)
    await world().storage.walks.withdraw({ walk: 'aino', contribution: id, at: 6000 })
    expect(await waiting()).toEqual([])
    expect(await moderations().decided(id)).toBeUndefined()
    expect(await world().storage.walks.contributionsOf('aino')).toEqual([])
  })

  test('a walk that is erased takes along what it had flagged', async () => {
    const id = await said('aino', { step: BANK })
    await decide(id)
    await begin(world(), 'eero')
    await flag('eero', id)
    await world().storage.walks.erase({ walk: 'eero', at: 6000 })
    expect(await waiting()).toEqual([])
  })
}
