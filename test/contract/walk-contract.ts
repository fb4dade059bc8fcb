import { describe, expect, test } from 'vitest'
import type { WalkEvent } from '#src/walk/walk.ts'
import { aChange, aDevice, aParticipant, aWalk, BANK, begin, INVENTORY, JOURNEY, NOWHERE, type World } from './cast.ts'

export function walkContract(world: () => World): void {
  const walks = () => world().storage.walks

  describe('a walk', () => {
    test('comes back as it was stored, absent fields too', async () => {
      const bare = await begin(world(), 'bare')
      const full = aWalk('full', {
        participant: bare.participant,
        persona: 'aino',
        mode: 'persona',
        tracks: ['money', 'estate'],
        language: 'sv',
        lastStep: BANK,
        openedAt: 1_790_000_000_000,
        touchedAt: 1_790_000_000_001,
        outcomeAt: 1_790_000_000_002,
        trial: 'spring',
        channel: 'library',
        progress: {
          value: { money: 'tell-the-bank', estate: { inventory: 'waiting' } },
          record: {
            today: '2026-03-02',
            advanced: '2026-03-09',
            done: { [BANK]: '2026-03-02', 'money/flat': null },
            aside: { 'estate/will': true },
            asked: { [INVENTORY]: { on: '2026-03-02', due: '2026-03-16', reply: 'ok' } },
            replied: { [INVENTORY]: { on: '2026-03-16', reply: 'ok' } },
          },
        },
      })
      await walks().create({ walk: full, participant: undefined, device: undefined, key: undefined })

      expect(await walks().find('bare')).toStrictEqual({ walk: bare, told: {} })
      expect(await walks().find('full')).toStrictEqual({ walk: full, told: {} })
      expect(await walks().find('nobody')).toBeUndefined()
    })

    test('begins with its opened event, its participant and the device that may act for them', async () => {
      const participant = aParticipant('aino')
      const device = { ...aDevice('phone', 'aino'), kept: true }
      const walk = aWalk('w', { participant: 'aino' })
      expect(await walks().create({ walk, participant, device, key: 'k' })).toBe('w')

      expect(await walks().events('w')).toStrictEqual([{ kind: 'opened' }])
      expect(await walks().participant('aino')).toStrictEqual(participant)
      expect(await walks().participantByCode('code of aino')).toStrictEqual(participant)
      expect(await walks().participantByCode('another code')).toBeUndefined()
      expect(await walks().device('phone', 4999)).toStrictEqual(device)
      expect(await walks().device('phone', 5000)).toBeUndefined()
    })

    test('is started once when the start form arrives twice, at the same moment too', async () => {
      const start = (id: string) =>
        walks().create({
          walk: aWalk(id),
          participant: aParticipant(`participant of ${id}`),
          device: undefined,
          key: 'same form',
        })
      const results = await Promise.all([start('one'), start('two'), start('three')])
      expect(new Set(results).size).toBe(1)
      const found = await Promise.all(['one', 'two', 'three'].map((id) => walks().find(id)))
      const stored = found.flatMap((state) => (state ? [state.walk.id] : []))
      expect(stored).toStrictEqual([results[0]])
      expect(await start('four')).toBe(results[0])
      expect(await walks().participant('participant of four')).toBeUndefined()
    })

    test('is listed for its participant, newest first', async () => {
      const { participant } = await begin(world(), 'old', { openedAt: 1 })
      for (const [id, openedAt] of [
        ['new', 3],
        ['middle', 2],
      ] as const)
        await walks().create({
          walk: aWalk(id, { participant, openedAt }),
          participant: undefined,
          device: undefined,
          key: undefined,
        })
      expect((await walks().walksOf(participant)).map(({ id }) => id)).toStrictEqual(['new', 'middle', 'old'])
    })
  })

  describe('a device', () => {
    test('is kept longer, forgotten, and never kept for a participant who is gone', async () => {
      await begin(world(), 'w', { participant: 'aino' })
      await walks().keepDevice(aDevice('phone', 'aino'))
      await walks().keepDevice({ ...aDevice('phone', 'aino'), expiresAt: 9000, kept: true })
      expect(await walks().device('phone', 8999)).toStrictEqual({
        id: 'phone',
        participant: 'aino',
        expiresAt: 9000,
        kept: true,
      })
      await walks().forgetDevice('phone')
      expect(await walks().device('phone', 0)).toBeUndefined()

      await walks().keepDevice(aDevice('tablet', 'nobody'))
      expect(await walks().device('tablet', 0)).toBeUndefined()
    })
  })

  describe('a step forward', () => {
    const events: readonly WalkEvent[] = [
      { kind: 'answered', step: BANK, names: ['bank', 'share-report'] },
      { kind: 'done', step: BANK, on: '2026-03-02' },
      { kind: 'done', step: 'money/flat', on: null },
      { kind: 'aside', step: 'estate/will' },
      { kind: 'asked', step: INVENTORY, on: '2026-03-02', due: '2026-03-16', reply: 'ok' },
      { kind: 'replied', step: INVENTORY, on: '2026-03-16', reply: 'ok' },
      { kind: 'advanced', to: '2026-03-16' },
      { kind: 'reopened', steps: [BANK, INVENTORY] },
      { kind: 'outcome' },
    ]

    test('stores its events in order, after those before', async () => {
      await begin(world(), 'w')
      expect(await walks().append(aChange('w', { events: events.slice(0, 4) }))).toBe('stored')
      expect(await walks().append(aChange('w', { rev: 1, events: events.slice(4) }))).toBe('stored')
      expect(await walks().events('w')).toStrictEqual([{ kind: 'opened' }, ...events])
    })

    test('moves the walk on: revision, place, time, outcome', async () => {
      const walk = await begin(world(), 'w')
      const progress = { ...NOWHERE, value: { money: 'end' } }
      await walks().append(aChange('w', { progress, at: 2001, outcome: true }))
      expect(await walks().find('w')).toStrictEqual({
        walk: { ...walk, rev: 1, progress, touchedAt: 2001, outcomeAt: 2001 },
        told: {},
      })
      await walks().append(aChange('w', { rev: 1, at: 3000 }))
      expect((await walks().find('w'))?.walk).toMatchObject({ rev: 2, touchedAt: 3000, outcomeAt: 2001 })
    })

    test('keeps what was told as it was told, and forgets what is taken back', async () => {
      await begin(world(), 'w')
      const told = {
        name: 'Åke Öljymäki, äiti',
        note: 'surua 🕯️ 👩🏽‍🦳 "lainaus" \\ \n rivi',
        looks_like_number: '12',
        looks_like_truth: 'true',
        looks_like_nothing: 'null',
        looks_like_json: '{"a":1}',
        empty: '',
        heirs: 3,
        share: 0.5,
        home: false,
        will: null,
      }
      await walks().append(aChange('w', { told }))
      expect((await walks().find('w'))?.told).toStrictEqual(told)

      await walks().append(
        aChange('w', { rev: 1, told: { heirs: 4, home: null, name: undefined, never_told: undefined } }),
      )
      const { name: _, ...rest } = told
      expect((await walks().find('w'))?.told).toStrictEqual({ ...rest, heirs: 4, home: null })
    })

    test('from a revision that is past writes nothing at all', async () => {
      await begin(world(), 'w')
      await walks().append(aChange('w', { told: { heirs: 1 } }))
      const before = await everything()
      const late = aChange('w', {
        key: 'late form',
        events,
        told: { heirs: 9 },
        ran: [INVENTORY],
        exposures: [{ step: BANK, prompt: 'works', offered: true, skipped: true }],
        outcome: true,
      })
      expect(await walks().append(late)).toBe('stale')
      expect(await everything()).toStrictEqual(before)
      expect(await walks().append({ ...late, rev: 1 })).toBe('stored')
    })

    test('that fails half way writes nothing at all', async () => {
      await begin(world(), 'w')
      const before = await everything()
      const twice = { events, told: { heirs: 2 }, contributions: [aContributionOfAnother()] }
      await expect(walks().append(aChange('w', { key: 'k', ...twice }))).rejects.toThrow()
      expect(await everything()).toStrictEqual(before)
    })

    test('of three that race exactly one is stored', async () => {
      await begin(world(), 'w')
      const racing = [1, 2, 3].map((heirs) => walks().append(aChange('w', { key: `form ${heirs}`, told: { heirs } })))
      const results = await Promise.all(racing)
      expect([...results].sort()).toStrictEqual(['stale', 'stale', 'stored'])
      expect((await walks().find('w'))?.told).toStrictEqual({ heirs: results.indexOf('stored') + 1 })
      expect((await walks().find('w'))?.walk.rev).toBe(1)
    })

    test('whose form arrives again changes nothing, whatever revision it was computed from', async () => {
      await begin(world(), 'w')
      const change = aChange('w', { key: 'form', events: [{ kind: 'aside', step: BANK }], told: { heirs: 1 } })
      expect(await walks().append(change)).toBe('stored')
      const before = await everything()
      expect(await walks().append(change)).toBe('repeated')
      expect(await walks().append({ ...change, rev: 1 })).toBe('repeated')
      expect(await everything()).toStrictEqual(before)
    })

    test('counts a key for its own walk only', async () => {
      await begin(world(), 'one')
      await begin(world(), 'two')
      expect(await walks().append(aChange('one', { key: 'k' }))).toBe('stored')
      expect(await walks().append(aChange('two', { key: 'k' }))).toBe('stored')
    })

    test('of a walk that is gone is stale', async () => {
      expect(await walks().append(aChange('nobody'))).toBe('stale')
    })

    test('of many walks at once loses none', async () => {
      const ids = Array.from({ length: 40 }, (_, i) => `w${i}`)
      await Promise.all(ids.map((id) => begin(world(), id)))
      const exposures = ['a', 'b', 'c'].map(
        (prompt) => ({ step: BANK, prompt, offered: true, skipped: false }) as const,
      )
      const results = await Promise.all(
        ids.map((id, i) =>
          walks().append(aChange(id, { told: { i }, exposures: i % 2 ? exposures : exposures.toReversed() })),
        ),
      )
      expect(new Set(results)).toStrictEqual(new Set(['stored']))
      for (const [i, id] of ids.entries()) expect((await walks().find(id))?.told).toStrictEqual({ i })
      expect((await walks().promptCounts(JOURNEY, 1)).map(({ shown }) => shown)).toStrictEqual([40, 40, 40])
    })

    /** A place that another walk holds already cannot be written: the walk does not exist. */
    function aContributionOfAnother() {
      return {
        id: 'x',
        walk: 'nobody',
        journey: JOURNEY,
        version: 1,
        step: BANK,
        prompt: 'works',
        kind: 'rating',
        option: 'yes',
        text: undefined,
        language: 'fi',
        share: undefined,
        situation: {},
        state: 'none',
        reason: undefined,
        at: 1,
      } as const
    }

    async function everything() {
      return [
        await walks().find('w'),
        await walks().events('w'),
        await walks().seen('w'),
        await walks().contributionsOf('w'),
        await walks().promptCounts(JOURNEY, 1),
      ]
    }
  })
}
