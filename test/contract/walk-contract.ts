import { describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import type { Moved, WalkEvent } from '#src/walk/walk.ts'
import type { MoveWalk } from '#src/walk/walk-store.ts'
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

    test('begins with what came along, told and by name in its events', async () => {
      const walk = aWalk('w')
      const told = { home: 'rented', heirs: 2 }
      await walks().create({
        walk,
        participant: aParticipant(walk.participant),
        device: undefined,
        told,
        key: undefined,
      })
      expect((await walks().find('w'))?.told).toStrictEqual(told)
      expect(await walks().events('w')).toStrictEqual([
        { kind: 'opened' },
        { kind: 'carried', names: ['home', 'heirs'] },
      ])
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

  describe('a move to another version', () => {
    const MOVE: Moved = {
      kind: 'moved',
      version: 2,
      hash: 'h2',
      from: { version: 1, hash: 'a1', tracks: null, lastStep: BANK },
      renamed: { [INVENTORY]: 'estate/deed' },
      dropped: [],
      reopened: [],
      recalled: [],
      told: { place: 'v1.place' },
    }
    const asked = (step: StepKey): WalkEvent => ({
      kind: 'asked',
      step,
      on: '2026-03-02',
      due: '2026-03-16',
      reply: 'ok',
    })
    const moving = (rev: number): MoveWalk => ({
      walk: 'w',
      rev,
      key: 'move',
      to: { version: 2, hash: 'h2', tracks: ['money'], lastStep: undefined },
      events: [MOVE, asked('money/new')],
      progress: NOWHERE,
      told: { place: undefined, 'v1.place': 'home' },
      ran: ['money/new'],
      at: 4000,
    })
    const back: MoveWalk = {
      ...{ walk: 'w', rev: 2, key: undefined, progress: NOWHERE, ran: [], at: 5000 },
      to: { version: 1, hash: 'a1', tracks: undefined, lastStep: BANK },
      events: [{ kind: 'moved-back', version: 1, hash: 'a1', from: 2 }],
      told: { 'v1.place': undefined, place: 'home' },
    }

    async function underway() {
      const walk = await begin(world(), 'w')
      await walks().visit({ walk: 'w', step: BANK, offered: ['works'], at: 1500 })
      await walks().append(aChange('w', { told: { place: 'home' }, events: [asked(INVENTORY)], ran: [INVENTORY] }))
      return walk
    }

    test('changes the row, the answers, the events and the calls together', async () => {
      const walk = await underway()
      expect(await walks().move(moving(1))).toBe('stored')
      const now = await walks().find('w')
      expect(now?.told).toStrictEqual({ 'v1.place': 'home' })
      expect(now?.walk).toStrictEqual({
        ...walk,
        ...{ version: 2, hash: 'h2', tracks: ['money'], rev: 2, touchedAt: 4000, lastStep: undefined },
      })
      expect(await walks().sinceChange('w')).toStrictEqual([MOVE, asked('money/new')])
      expect(await walks().seen('w')).toStrictEqual({ visited: [], exposures: [], offeredBefore: 1 })
    })

    test('from a revision that is past writes nothing, and its form stores once', async () => {
      await underway()
      expect(await walks().move(moving(0))).toBe('stale')
      expect((await walks().find('w'))?.walk.version).toBe(1)
      expect(await walks().move(moving(1))).toBe('stored')
      expect(await walks().move(moving(2))).toBe('repeated')
      expect(await walks().events('w')).toHaveLength(4)
    })

    test('leaves every figure where it happened', async () => {
      await underway()
      const own = (version: number) => ({ journey: JOURNEY, version, modes: ['own'] as const })
      const { review } = world().storage
      const before = [await review.walks(own(1)), await review.stepCounts(own(1), 0), await review.promptCounts(own(1))]
      await walks().move(moving(1))
      expect([
        await review.walks(own(1)),
        await review.stepCounts(own(1), 0),
        await review.promptCounts(own(1)),
      ]).toStrictEqual(before)
      expect(await review.stepCounts(own(2), 0)).toMatchObject([{ step: 'money/new', reached: 1 }])
      await walks().visit({ walk: 'w', step: BANK, offered: [], at: 4500 })
      expect((await review.stepCounts(own(2), 0)).map(({ step, reached }) => [step, reached])).toStrictEqual([
        ['money/new', 1],
        [BANK, 1],
      ])
    })

    test('is taken back with the calls it began, and nothing that was told is lost', async () => {
      const walk = await underway()
      await walks().move(moving(1))
      expect(await walks().move(back)).toBe('stored')
      expect(await walks().find('w')).toStrictEqual({
        walk: { ...walk, rev: 3, touchedAt: 5000, lastStep: BANK },
        told: { place: 'home' },
      })
      expect(await walks().sinceChange('w')).toStrictEqual(back.events)
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
      {
        kind: 'changed',
        step: BANK,
        names: ['bank'],
        effect: { came: [{ step: INVENTORY, facts: ['bank'], steps: [] }], gone: [], opened: [], held: [], dates: [] },
      },
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
