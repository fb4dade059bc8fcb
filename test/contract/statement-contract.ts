import { describe, expect, test } from 'vitest'
import { aChange, aContribution, anExposure, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

type Said = Parameters<typeof aContribution>[1]

export function statementContract(world: () => World): void {
  const walks = () => world().storage.walks
  const say = async (walk: string, said: Said, change: Parameters<typeof aChange>[1] = {}) => {
    const rev = (await walks().find(walk))?.walk.rev ?? 0
    return walks().append(aChange(walk, { rev, contributions: [aContribution(walk, said)], ...change }))
  }
  const own = (id: string, more: Said = {}): Said => ({
    ...{ id, kind: 'statement', prompt: 'own', option: undefined, text: `Väite ${id}`, state: 'visible', ...more },
  })
  const vote = (prompt: string, option: string, more: Said = {}): Said => ({
    ...{ id: `${prompt} by ${Math.random()}`, kind: 'statement', prompt, option, ...more },
  })
  const at = async (queue: 'few' | 'enough', more: Partial<Parameters<ReturnType<typeof walks>['addedAt']>[0]> = {}) =>
    (await walks().addedAt({ journey: JOURNEY, steps: [BANK], queue, from: 0, most: 10, ...more })).map(({ id }) => id)
  const added = async (id: string) => (await walks().added(JOURNEY, [`added.${id}`]))[0]

  describe('a statement that a walker adds', () => {
    test('is served once it is approved, and no longer when it is hidden, taken back or its walk erased', async () => {
      await begin(world(), 'a')
      await say('a', own('s', { state: 'pending' }))
      expect(await at('few')).toStrictEqual([])
      expect(await added('s')).toMatchObject({ isServed: false, state: 'pending', words: { fi: 'Väite s' } })
      const decide = (state: 'visible' | 'hidden') =>
        world().storage.review.moderate({
          ...{ id: 's', seenAt: 2000, state, reason: state === 'hidden' ? 'Nimi' : undefined, by: 'r', at: 3000 },
        })
      await decide('visible')
      expect(await at('few')).toStrictEqual(['added.s'])
      await decide('hidden')
      expect(await at('few')).toStrictEqual([])
      await decide('visible')
      await walks().withdraw({ walk: 'a', contribution: 's', at: 4000 })
      expect(await at('few')).toStrictEqual([])
      expect(await walks().allAdded(JOURNEY)).toStrictEqual([])
      await say('a', own('t'))
      await walks().erase({ walk: 'a', at: 5000 })
      expect(await walks().allAdded(JOURNEY)).toStrictEqual([])
    })

    test('is served unread only where the trial lets it, and said anew it waits again', async () => {
      await begin(world(), 'a')
      await say('a', own('s', { state: 'pending' }), { servesUnread: true })
      expect(await at('few')).toStrictEqual(['added.s'])
      await say('a', own('s2', { state: 'pending', text: 'Toisin' }))
      expect(await at('few')).toStrictEqual([])
      expect(await added('s')).toMatchObject({ words: { fi: 'Toisin' } })
    })

    test('in other words than people have voted on is a new one: the votes on the old stay as history', async () => {
      await begin(world(), 'a')
      await begin(world(), 'b')
      await say('a', own('s'))
      await say('b', vote('added.s', 'agree'))
      await say('a', own('s2', { text: 'Aivan toisin' }))
      expect((await walks().allAdded(JOURNEY)).map(({ id }) => id)).toStrictEqual(['added.s2'])
      expect(await world().storage.votes.votesOf(JOURNEY, 0)).toMatchObject([{ statement: 'added.s' }])
      expect((await walks().contributionsOf('a')).map(({ id }) => id)).toStrictEqual(['s2'])
    })

    test('comes least shown first, and after seven votes in another queue, round from a place of choice', async () => {
      await begin(world(), 'a')
      await begin(world(), 'a2')
      await say('a', own('s'))
      await say('a2', own('t'))
      await begin(world(), 'b')
      await walks().append(aChange('b', { exposures: [anExposure(BANK, 'added.s')] }))
      expect(await at('few')).toStrictEqual(['added.t', 'added.s'])
      expect(await at('few', { most: 1 })).toStrictEqual(['added.t'])
      expect(await at('few', { steps: [INVENTORY] })).toStrictEqual([])
      for (let i = 0; i < 7; i++) {
        await begin(world(), `v${i}`)
        await say(`v${i}`, vote('added.s', 'agree'))
        if (i < 6) await say(`v${i}`, vote('added.t', 'disagree'))
      }
      expect([await at('few'), await at('enough')]).toStrictEqual([['added.t'], ['added.s']])
      await say('v6', vote('added.t', 'pass'))
      const round = await at('enough')
      expect(round.toSorted()).toStrictEqual(['added.s', 'added.t'])
      expect(await at('enough', { from: 2 ** 31 - 1 })).toStrictEqual(round)
      const [, second] = await walks().addedAt({ journey: JOURNEY, steps: [BANK], queue: 'enough', from: 0, most: 2 })
      expect(second).toMatchObject({ priority: undefined })
      await walks().setPriorities(JOURNEY, new Map([['added.s', 2.5]]))
      const counts = await walks().addedAt({ journey: JOURNEY, steps: [BANK], queue: 'enough', from: 0, most: 2 })
      expect(counts.find(({ id }) => id === 'added.s')).toStrictEqual({
        ...{ id: 'added.s', step: BANK, shown: 8, agree: 7, disagree: 0, pass: 0, priority: 2.5 },
      })
      await walks().erase({ walk: 'v6', at: 9000 })
      expect((await at('few')).toSorted()).toStrictEqual(['added.s', 'added.t'])
    })

    test('counts people only: what simulated walkers are shown and vote shares nothing out', async () => {
      await begin(world(), 'a')
      await begin(world(), 'made-up', { mode: 'simulated' })
      await say('a', own('s'))
      await say('made-up', vote('added.s', 'agree'))
      await say('made-up', vote('statement.s1', 'agree'))
      const [counts] = await walks().addedAt({ journey: JOURNEY, steps: [BANK], queue: 'few', from: 0, most: 1 })
      expect(counts).toMatchObject({ shown: 0, agree: 0 })
      expect(await walks().seedCounts(JOURNEY)).toStrictEqual([])
      expect(await world().storage.votes.lastVoteSeq(JOURNEY)).toBe(2)
    })

    test('is translated by others, who are named; its own words stay, and go with it', async () => {
      await begin(world(), 'a')
      await say('a', own('s'))
      const translate = (contribution: string, text: string) =>
        walks().translate({ contribution, language: 'sv', text, by: 'designer', at: 3000 })
      expect(await translate('s', 'Påstående')).toBe(true)
      expect(await translate('s', 'Ett påstående')).toBe(true)
      expect(await translate('gone', 'Påstående')).toBe(false)
      expect(await added('s')).toMatchObject({ language: 'fi', words: { fi: 'Väite s', sv: 'Ett påstående' } })
      expect(await walks().translationsOf('s')).toMatchObject([{ text: 'Ett påstående', by: 'designer' }])
      await walks().withdraw({ walk: 'a', contribution: 's', at: 4000 })
      expect(await walks().translationsOf('s')).toStrictEqual([])
    })
  })

  test('at a step is read with those that come next and those that the walk has met, each with its translations', async () => {
    for (const name of ['a', 'b', 'c']) await begin(world(), name)
    for (const [i, name] of ['a', 'b', 'c'].entries()) await say(name, own(`s${i}`))
    await begin(world(), 'w')
    await walks().append(aChange('w', { exposures: [anExposure(BANK, 'added.s0')] }))
    await walks().translate({ contribution: 's0', language: 'sv', text: 'Påstående', by: 'd', at: 3000 })
    const here = async (walk: string, most: number) =>
      (await walks().addedHere({ journey: JOURNEY, step: BANK, walk, most })).map(({ id }) => id).toSorted()
    expect(await here('w', 5)).toStrictEqual(['added.s0', 'added.s1', 'added.s2'])
    expect(await here('w', 1)).toHaveLength(2)
    expect(await here('other', 2)).toStrictEqual(['added.s1', 'added.s2'])
    const [met] = await walks().addedHere({ journey: JOURNEY, step: BANK, walk: 'w', most: 1 })
    expect(met).toMatchObject({ id: 'added.s0', language: 'fi', words: { fi: 'Väite s0', sv: 'Påstående' } })
    expect(await walks().addedHere({ journey: JOURNEY, step: INVENTORY, walk: 'w', most: 5 })).toStrictEqual([])
  })

  test('a seed statement counts as it is shown and voted on, changed and taken back', async () => {
    await begin(world(), 'a')
    await say('a', vote('statement.s1', 'agree', { id: 'v' }))
    await say('a', vote('statement.s1', 'pass', { id: 'v' }))
    const seed = { id: `${BANK}#s1`, step: BANK, shown: 1, agree: 0, disagree: 0, priority: undefined }
    expect(await walks().seedCounts(JOURNEY)).toStrictEqual([{ ...seed, pass: 1 }])
    await walks().withdraw({ walk: 'a', contribution: 'v', at: 3000 })
    expect(await walks().seedCounts(JOURNEY)).toStrictEqual([{ ...seed, pass: 0 }])
  })
}
