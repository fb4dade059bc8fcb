import { describe, expect, test } from 'vitest'
import type { ReviewFilter } from '#src/review/review-store.ts'
import type { Walk } from '#src/walk/walk.ts'
import { aChange, aContribution, anExposure, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

const OWN: ReviewFilter = { journey: JOURNEY, version: 1, modes: ['own'] }
const WEEK_AGO = 10_000

export function reviewContract(world: () => World): void {
  const walks = () => world().storage.walks
  const review = () => world().storage.review
  const waiting = async (journey: string | undefined) =>
    (await world().storage.moderations.waiting(journey)).map(({ said }) => said.id)

  /** Five walks made by hand, one of every fate, and three that must not be counted. */
  async function fates() {
    for (const id of ['answers', 'skips', 'leaves', 'sets-aside', 'folded']) await begin(world(), id)
    await answersAtTheBank('answers')
    await walks().append(aChange('answers', { rev: 1, ran: [INVENTORY], outcome: true, events: [{ kind: 'outcome' }] }))

    await walks().visit({ walk: 'skips', step: BANK, offered: ['works'], at: 20_000 })
    await walks().append(aChange('skips', { exposures: [anExposure(BANK, 'works', { skipped: true })], at: 20_000 }))

    await walks().visit({ walk: 'leaves', step: BANK, offered: ['works'], at: 5000 })
    await walks().visit({ walk: 'leaves', step: INVENTORY, offered: [], at: 6000 })

    await walks().visit({ walk: 'sets-aside', step: BANK, offered: [], at: 20_000 })
    await walks().append(aChange('sets-aside', { events: [{ kind: 'aside', step: BANK }], at: 20_000 }))
    await walks().append(aChange('sets-aside', { rev: 1, events: [{ kind: 'aside', step: BANK }], at: 20_000 }))

    await walks().visit({ walk: 'folded', step: BANK, offered: ['works'], at: 20_000 })
    const words = aContribution('folded', {
      prompt: 'open',
      kind: 'open',
      option: undefined,
      text: 'Hidas',
      state: 'pending',
    })
    const exposures = [anExposure(BANK, 'works', { skipped: true }), anExposure(BANK, 'open', { offered: false })]
    await walks().append(aChange('folded', { contributions: [words], exposures, at: 20_000 }))

    const others: readonly [string, Partial<Walk>][] = [
      ['persona', { mode: 'persona' }],
      ['second', { version: 2 }],
      ['marriage', { journey: 'marriage' }],
    ]
    for (const [id, more] of others) {
      await begin(world(), id, more)
      await answersAtTheBank(id, more.version)
    }
  }

  async function answersAtTheBank(id: string, version = 1) {
    await walks().visit({ walk: id, step: BANK, offered: ['works'], at: 20_000 })
    await walks().append(aChange(id, { contributions: [aContribution(id, { version })], at: 20_000 }))
  }

  describe('a question about a later version', () => {
    const ASKED = { prompt: 'answers-this.v2', kind: 'answers-this', version: 2 } as const
    const SECOND = { ...OWN, version: 2 }

    /** Whoever walked the first version, skipped its question, and was asked about the second one afterwards. */
    async function asked() {
      await begin(world(), 'early')
      await walks().visit({ walk: 'early', step: BANK, offered: ['works'], at: 20_000 })
      await walks().append(aChange('early', { exposures: [anExposure(BANK, 'works', { skipped: true })], at: 20_000 }))
      const said = aContribution('early', { ...ASKED, option: 'partly', text: 'Hidas', state: 'pending' })
      const exposures = [anExposure(BANK, ASKED.prompt, { offered: false })]
      await walks().append(aChange('early', { rev: 1, contributions: [said], exposures, at: 20_000 }))
      return said
    }

    test('counts under that version, without a visit, and leaves the walked one as it was', async () => {
      const said = await asked()
      const [first] = await review().stepCounts(OWN, WEEK_AGO)
      expect(first).toMatchObject({ step: BANK, reached: 1, shown: 1, answered: 0, skipped: 1 })
      const [second] = await review().stepCounts(SECOND, WEEK_AGO)
      expect(second).toMatchObject({ step: BANK, reached: 0, shown: 1, answered: 1, skipped: 0 })
      expect(await review().walks(SECOND)).toStrictEqual({ started: 0, finished: 0 })

      const counted = { step: BANK, prompt: ASKED.prompt }
      expect(await review().promptCounts(OWN)).toStrictEqual([
        { step: BANK, prompt: 'works', shown: 1, answered: 0, skipped: 1 },
      ])
      expect(await review().promptCounts(SECOND)).toStrictEqual([{ ...counted, shown: 1, answered: 1, skipped: 0 }])
      expect(await review().optionCounts(OWN)).toStrictEqual([])
      expect(await review().optionCounts(SECOND)).toStrictEqual([{ ...counted, option: 'partly', n: 1 }])
      expect(await review().texts(OWN, undefined)).toStrictEqual([])
      expect(await review().texts(SECOND, BANK)).toStrictEqual([said])
    })

    test('is counted there for the sharing out of questions too, and no more once it is withdrawn', async () => {
      const { id } = await asked()
      const counted = { step: BANK, prompt: ASKED.prompt }
      expect(await walks().promptCounts(JOURNEY, 2)).toStrictEqual([{ ...counted, shown: 1, answered: 1 }])
      expect(await walks().optionCounts({ journey: JOURNEY, version: 2, step: BANK })).toStrictEqual([
        { prompt: ASKED.prompt, option: 'partly', n: 1 },
      ])
      expect(await walks().withdraw({ walk: 'early', contribution: id, at: 30_000 })).toBe(1)
      expect(await walks().promptCounts(JOURNEY, 2)).toStrictEqual([{ ...counted, shown: 1, answered: 0 }])
      expect(await review().optionCounts(SECOND)).toStrictEqual([])
    })
  })

  describe('the figures of the review', () => {
    test('say of each step how many walks reached it, were asked, answered, skipped, left there or put it aside', async () => {
      await fates()
      expect(await review().walks(OWN)).toStrictEqual({ started: 5, finished: 1 })
      expect(await review().stepCounts(OWN, WEEK_AGO)).toStrictEqual([
        { step: INVENTORY, reached: 2, shown: 0, answered: 0, skipped: 0, left: 1, aside: 0 },
        { step: BANK, reached: 5, shown: 4, answered: 2, skipped: 1, left: 0, aside: 1 },
      ])
    })

    test('say the same of each prompt and option', async () => {
      await fates()
      expect(await review().promptCounts(OWN)).toStrictEqual([
        { step: BANK, prompt: 'open', shown: 1, answered: 1, skipped: 0 },
        { step: BANK, prompt: 'works', shown: 4, answered: 1, skipped: 2 },
      ])
      expect(await review().optionCounts(OWN)).toStrictEqual([{ step: BANK, prompt: 'works', option: 'yes', n: 1 }])
    })

    test('count other modes and versions when they are asked for', async () => {
      await fates()
      expect(await review().walks({ ...OWN, modes: ['own', 'persona'] })).toStrictEqual({ started: 6, finished: 1 })
      expect(await review().walks({ ...OWN, modes: ['assisted', 'simulated'] })).toStrictEqual({
        started: 0,
        finished: 0,
      })
      expect(await review().stepCounts({ ...OWN, version: 2 }, WEEK_AGO)).toMatchObject([{ step: BANK, reached: 1 }])
      expect(await review().stepCounts({ ...OWN, modes: [] }, WEEK_AGO)).toStrictEqual([])
    })

    test('forget what was withdrawn: it was shown, and now nothing is said', async () => {
      await fates()
      await walks().withdraw({ walk: 'answers', contribution: undefined, at: 30_000 })
      expect(await review().stepCounts(OWN, WEEK_AGO)).toContainEqual(
        expect.objectContaining({ step: BANK, shown: 4, answered: 1, skipped: 1 }),
      )
      await walks().erase({ walk: 'answers', at: 30_000 })
      expect(await review().walks(OWN)).toStrictEqual({ started: 4, finished: 0 })
    })

    test('of simulated walks are there to look at, and do not count when prompts are shared out', async () => {
      await begin(world(), 'made-up', { mode: 'simulated' })
      await answersAtTheBank('made-up')
      expect(await review().promptCounts({ ...OWN, modes: ['simulated'] })).toHaveLength(1)
      expect(await walks().promptCounts(JOURNEY, 1)).toStrictEqual([])
      await walks().withdraw({ walk: 'made-up', contribution: undefined, at: 30_000 })
      await walks().erase({ walk: 'made-up', at: 30_000 })
      expect(await walks().promptCounts(JOURNEY, 1)).toStrictEqual([])
    })

    test('agree with the counts that the writes keep', async () => {
      await fates()
      const all: ReviewFilter = { ...OWN, modes: ['own', 'persona', 'assisted', 'simulated'] }
      const counted = (await review().promptCounts(all)).map(({ skipped: _, ...row }) => row)
      const kept = [...(await walks().promptCounts(JOURNEY, 1))].sort((one, other) =>
        one.prompt < other.prompt ? -1 : 1,
      )
      expect(kept).toStrictEqual(counted)
    })
  })

  describe('words', () => {
    test('are read by version and step, and wait for a person, oldest first', async () => {
      await fates()
      await begin(world(), 'late')
      const words = aContribution('late', {
        id: 'late words',
        step: INVENTORY,
        text: 'Myöhemmin',
        state: 'pending',
        at: 9000,
      })
      await walks().append(aChange('late', { contributions: [words] }))

      const ids = (contributions: readonly { id: string }[]) => contributions.map(({ id }) => id)
      expect(ids(await review().texts(OWN, undefined))).toStrictEqual(['folded says', 'late words'])
      expect(ids(await review().texts(OWN, INVENTORY))).toStrictEqual(['late words'])
      expect(ids(await review().texts({ ...OWN, version: 2 }, undefined))).toStrictEqual([])
      expect(await waiting(undefined)).toStrictEqual(['folded says', 'late words'])
      expect(await waiting('marriage')).toStrictEqual([])
      expect(await review().contribution('late words')).toStrictEqual(words)
      expect(await review().contribution('nobody says')).toBeUndefined()
    })

    test('are hidden with a reason, and the trail says who did it', async () => {
      await fates()
      const hide = { id: 'folded says', seenAt: 2000, state: 'hidden', reason: 'nimi', by: 'Mika', at: 40_000 } as const
      expect(await review().moderate(hide)).toBe(true)
      expect(await review().contribution('folded says')).toMatchObject({
        state: 'hidden',
        reason: 'nimi',
        text: 'Hidas',
      })
      expect(await waiting(undefined)).toStrictEqual([])
      const trail = await world().storage.accounts.audit({ limit: 1, before: undefined })
      expect(trail).toMatchObject([
        { who: 'Mika', what: 'moderate:hidden', about: 'folded says', why: 'nimi', at: 40_000 },
      ])
    })

    test('that were withdrawn meanwhile are not moderated', async () => {
      await fates()
      await walks().withdraw({ walk: 'folded', contribution: undefined, at: 30_000 })
      expect(
        await review().moderate({
          ...{ id: 'folded says', seenAt: 2000, state: 'visible', reason: undefined, by: 'Mika', at: 40_000 },
        }),
      ).toBe(false)
      expect(await world().storage.accounts.audit({ limit: 9, before: undefined })).toStrictEqual([])
    })

    test('that somebody else decided on meanwhile are not decided on again unseen', async () => {
      await fates()
      const mine = { id: 'folded says', seenAt: 2000, seenState: 'pending', by: 'Mika', at: 40_000 } as const
      expect(await review().moderate({ ...mine, state: 'hidden', reason: 'nimi', by: 'Sari' })).toBe(true)
      expect(await review().moderate({ ...mine, state: 'visible', reason: undefined })).toBe(false)
      expect(await review().contribution('folded says')).toMatchObject({ state: 'hidden', reason: 'nimi' })
    })

    test('that were changed meanwhile are not approved unread', async () => {
      await fates()
      const anew = aContribution('folded', {
        prompt: 'open',
        kind: 'open',
        option: undefined,
        text: 'Uudet',
        at: 30_000,
      })
      await walks().append(aChange('folded', { rev: 1, contributions: [{ ...anew, state: 'pending' }] }))
      const approve = { id: 'folded says', state: 'visible', reason: undefined, by: 'Mika', at: 40_000 } as const
      expect(await review().moderate({ ...approve, seenAt: 2000 })).toBe(false)
      expect(await review().contribution('folded says')).toMatchObject({ state: 'pending', text: 'Uudet' })
      expect(await world().storage.accounts.audit({ limit: 9, before: undefined })).toStrictEqual([])
      expect(await review().moderate({ ...approve, seenAt: 30_000 })).toBe(true)
      expect(await review().moderate({ ...approve, seenAt: undefined })).toBe(true)
    })
  })
}
