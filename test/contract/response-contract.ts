import { describe, expect, test } from 'vitest'
import type { Response } from '#src/review/response.ts'
import { aChange, aContribution, aResponse, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

export function responseContract(world: () => World): void {
  const responses = () => world().storage.responses
  const walks = () => world().storage.walks
  const ids = (those: readonly { readonly id: string }[]) => those.map(({ id }) => id)

  /** A walk that has said something at two steps. */
  async function speaks(id: string, at = 2000) {
    await begin(world(), id)
    const words = aContribution(id, { id: `${id} words`, prompt: 'open', text: 'Hidas', at })
    const more = aContribution(id, { id: `${id} more`, step: INVENTORY, prompt: 'open', text: 'Vaikea', at: at + 1 })
    await walks().append(aChange(id, { contributions: [aContribution(id, { id: `${id} rating` }), words, more] }))
  }

  describe('a response', () => {
    const full: Response = aResponse('full', {
      trial: 'spring',
      share: 'balances',
      body: 'bank',
      contributions: ['z', 'a', 'm'],
      said: { fi: 'Sama kysytään kolmesti 😔', sv: 'Samma sak frågas' },
      state: 'not-ours',
      reason: { fi: 'Kuuluu verottajalle' },
      whose: 'tax',
      evidence: 'https://example.fi/1',
      acceptedOn: '2026-12-02',
      decidedOn: '2026-12-03',
      toVersion: 3,
      publishedOn: '2026-12-04',
      at: 1_790_000_000_000,
    })

    test('comes back as it was written, absent parts too', async () => {
      expect(await responses().save(aResponse('bare'), undefined)).toBe(true)
      expect(await responses().save(full, undefined)).toBe(true)
      expect(await responses().find('bare')).toStrictEqual(aResponse('bare'))
      expect(await responses().find('full')).toStrictEqual(full)
      expect(await responses().find('nobody')).toBeUndefined()
      expect(await responses().history('full')).toStrictEqual([])
    })

    test('is listed for its journey, newest first, drafts too', async () => {
      await responses().save(aResponse('old', { at: 1 }), undefined)
      await responses().save(aResponse('new', { at: 3, publishedOn: '2026-12-04' }), undefined)
      await responses().save(aResponse('middle', { at: 2 }), undefined)
      await responses().save(aResponse('other', { journey: 'marriage' }), undefined)
      expect(ids(await responses().ofJourney(JOURNEY))).toStrictEqual(['new', 'middle', 'old'])
    })

    test('is begun once, and a taken id replaces nothing', async () => {
      const racing = ['a', 'b', 'c'].map((evidence) => responses().save(aResponse('r', { evidence }), undefined))
      const results = await Promise.all(racing)
      expect(results.filter((isNew) => isNew)).toHaveLength(1)
      expect((await responses().find('r'))?.evidence).toBe('abc'[results.indexOf(true)])
      expect(await responses().history('r')).toStrictEqual([])
    })

    test('is replaced by one of three who saw the same revision', async () => {
      await responses().save(aResponse('r'), undefined)
      const racing = ['a', 'b', 'c'].map((evidence) => responses().save(aResponse('r', { evidence }), 0))
      const results = await Promise.all(racing)
      expect(results.filter((isSaved) => isSaved)).toHaveLength(1)
      const evidence = 'abc'[results.indexOf(true)]
      expect(await responses().find('r')).toStrictEqual(aResponse('r', { evidence, rev: 1 }))
      expect(await responses().history('r')).toStrictEqual([aResponse('r')])
    })

    test('from a revision that is past, or never begun, writes nothing', async () => {
      await speaks('w')
      await responses().save(aResponse('r'), undefined)
      await responses().save(aResponse('r', { state: 'under-review' }), 0)
      const late = aResponse('r', { contributions: ['w words'], publishedOn: '2026-12-04' })
      expect(await responses().save(late, 0)).toBe(false)
      expect(await responses().save(aResponse('nobody'), 0)).toBe(false)
      expect(await responses().find('r')).toStrictEqual(aResponse('r', { state: 'under-review', rev: 1 }))
      expect(await responses().history('r')).toHaveLength(1)
      expect(await responses().answering('w')).toStrictEqual([])
    })

    test('keeps every earlier state, oldest first, and nobody can change them past the port', async () => {
      const states = [
        full,
        { ...full, state: 'accepted', at: 5 },
        { ...full, state: 'done', contributions: [], at: 6 },
      ] as const
      await responses().save(states[0], undefined)
      await responses().save(states[1], 0)
      await responses().save(states[2], 1)
      expect(await responses().history('full')).toStrictEqual([states[0], { ...states[1], rev: 1 }])
      expect(await responses().find('full')).toStrictEqual({ ...states[2], rev: 2 })
      await expect(world().sql("update response_history set state = 'declined'")).rejects.toThrow(/append-only/)
      await expect(world().sql('delete from response_history')).rejects.toThrow(/append-only/)
    })
  })

  describe('a walk', () => {
    const answers = (id: string, contributions: readonly string[], more: Partial<Response> = {}) =>
      responses().save(aResponse(id, { contributions, publishedOn: '2026-12-04', ...more }), undefined)

    test('finds the published responses to what it said, each once, newest first', async () => {
      await speaks('w')
      await speaks('other')
      await answers('both', ['w words', 'w more', 'other words'], { at: 1 })
      await answers('newer', ['w rating', 'w rating'], { at: 2 })
      await answers('theirs', ['other more'])
      await answers('draft', ['w words'], { publishedOn: undefined })
      expect(ids(await responses().answering('w'))).toStrictEqual(['newer', 'both'])
      expect(ids(await responses().answering('other')).toSorted()).toStrictEqual(['both', 'theirs'])
      expect(await responses().answering('nobody')).toStrictEqual([])
    })

    test('is answered by what the response answers now, and also after it said the same anew', async () => {
      await speaks('w')
      await answers('r', ['w words'])
      const anew = aContribution('w', { id: 'another id', prompt: 'open', text: 'Nopea', at: 3000 })
      await walks().append(aChange('w', { rev: 1, contributions: [anew] }))
      expect(ids(await responses().answering('w'))).toStrictEqual(['r'])
      await responses().save(aResponse('r', { contributions: ['x'], publishedOn: '2026-12-04' }), 0)
      expect(await responses().answering('w')).toStrictEqual([])
    })

    test('that takes its words back or is erased leaves the response, whose words are simply not found', async () => {
      await speaks('w')
      await speaks('other', 1990)
      const contributions = ['w words', 'w more', 'other words']
      await answers('r', contributions)
      expect(ids(await responses().contributions(contributions))).toStrictEqual(['other words', 'w words', 'w more'])

      await walks().withdraw({ walk: 'w', contribution: 'w words', at: 4000 })
      expect(ids(await responses().contributions(contributions))).toStrictEqual(['other words', 'w more'])
      expect(ids(await responses().answering('w'))).toStrictEqual(['r'])
      await walks().withdraw({ walk: 'w', contribution: undefined, at: 4000 })
      expect(await responses().answering('w')).toStrictEqual([])
      await walks().erase({ walk: 'other', at: 4000 })
      expect(await responses().contributions(contributions)).toStrictEqual([])
      expect((await responses().find('r'))?.contributions).toStrictEqual(contributions)
      expect(await responses().contributions([])).toStrictEqual([])
    })
  })

  describe('words at a step', () => {
    test('are read over all versions, oldest first, whatever their state, choices without words left out', async () => {
      await speaks('w', 3000)
      await speaks('older', 2500)
      const second = { version: 2, step: BANK, prompt: 'open', text: 'Toinen', state: 'hidden', at: 2700 } as const
      await begin(world(), 'second', { version: 2 })
      await walks().append(aChange('second', { contributions: [aContribution('second', second)] }))
      expect(ids(await responses().saidAt(JOURNEY, BANK))).toStrictEqual(['older words', 'second says', 'w words'])
      expect(await responses().saidAt('marriage', BANK)).toStrictEqual([])
    })
  })
}
