import { describe, expect, test } from 'vitest'
import type { StepKey } from '#src/journey/definition.ts'
import type { Weighed } from '#src/walk/weighing-store.ts'
import { aChange, aContribution, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

const PROMPT = 'tell-all'
const AT = { journey: JOURNEY, version: 1, step: BANK, modes: ['own'] } as const

export function weighingContract(world: () => World): void {
  const walks = () => world().storage.walks
  const weighing = () => world().storage.weighing
  const weighed = (more: Partial<Weighed> = {}): Weighed => ({
    ...{ version: 1, step: BANK as StepKey, prompt: PROMPT, stance: '0.5', inputMode: 'radios', importance: undefined },
    ...{ taken: [], left: [], ...more },
  })
  const stance = (walk: string, option: string | undefined, rev = 0) =>
    aContribution(walk, { id: `${walk} ${rev}`, kind: 'weighing', prompt: PROMPT, option })
  const weighs = (walk: string, one: Partial<Weighed>, rev = 0) =>
    walks().append(aChange(walk, { rev, weighed: [weighed(one)], contributions: [stance(walk, one.stance, rev)] }))
  const expose = (walk: string, reasons: readonly string[]) =>
    weighing().expose({ walk, journey: JOURNEY, version: 1, step: BANK, prompt: PROMPT, reasons, at: 1 })

  describe('weighing', () => {
    test('keeps every stance in order, what was taken, and what was shown', async () => {
      await begin(world(), 'w')
      await expose('w', ['seed.a', 'seed.b'])
      await weighs('w', { stance: '-0.3', inputMode: 'slider', importance: 2, taken: ['seed.b', 'seed.c'] })
      await weighs('w', { stance: undefined, inputMode: undefined, left: ['seed.b'] }, 1)
      await weighs('w', { stance: '1' }, 2)
      await expose('w', ['seed.a', 'seed.d'])

      const place = { version: 1, step: BANK, prompt: PROMPT }
      expect(await weighing().ofWalk('w')).toStrictEqual({
        stances: [
          { ...place, stance: '-0.3', inputMode: 'slider', importance: 2, at: 2000 },
          { ...place, stance: '1', inputMode: 'radios', importance: 2, at: 2000 },
        ],
        adoptions: [{ ...place, reason: 'seed.c' }],
        exposures: ['a', 'b', 'c', 'd'].map((id) => ({ ...place, reason: `seed.${id}` })),
      })
    })

    test('is stored with the walk’s change or not at all, and once however often the form comes', async () => {
      await begin(world(), 'w')
      const form = aChange('w', { key: 'form', weighed: [weighed({ taken: ['seed.a'] })] })
      const outcomes = await Promise.all([1, 2, 3].map(() => walks().append(form)))
      expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
      const { stances, adoptions } = await weighing().ofWalk('w')
      expect([stances.length, adoptions.length]).toStrictEqual([1, 1])
      expect(await walks().append(aChange('w', { rev: 7, weighed: [weighed({ stance: '0' })] }))).toBe('stale')
      expect((await weighing().ofWalk('w')).stances).toHaveLength(1)
    })

    test('shows a reason once to a walk, also in two windows at once, and none to a walk that is gone', async () => {
      await begin(world(), 'w')
      await begin(world(), 'made', { mode: 'simulated' })
      await Promise.all([expose('w', ['seed.a']), expose('w', ['seed.a']), expose('made', ['seed.a', 'seed.b'])])
      await expose('nobody', ['seed.a'])
      const counts = { journey: JOURNEY, step: BANK, prompt: PROMPT } as const
      expect(await weighing().exposureCounts({ ...counts, simulated: false })).toStrictEqual(new Map([['seed.a', 1]]))
      expect((await weighing().exposureCounts({ ...counts, simulated: true })).size).toBe(2)
      expect((await weighing().exposureCounts({ ...counts, step: INVENTORY, simulated: false })).size).toBe(0)
    })

    test('counts how each reason was received by the stance of those who saw it', async () => {
      for (const [walk, at, taken] of [
        ['a', '1', ['seed.x']],
        ['b', '1', []],
        ['c', '-1', ['seed.x', 'seed.y']],
      ] as const) {
        await begin(world(), walk)
        await expose(walk, ['seed.x', 'seed.y'])
        await weighs(walk, { stance: at, taken })
      }
      await begin(world(), 'looks')
      await expose('looks', ['seed.x'])
      await begin(world(), 'persona', { mode: 'persona' })
      await expose('persona', ['seed.x'])

      const row = (reason: string, stance: string | undefined, exposed: number, adopted: number) => ({
        ...{ prompt: PROMPT, reason, stance },
        exposed,
        adopted,
      })
      const received = await weighing().received(AT)
      expect(new Set(received)).toStrictEqual(
        new Set([
          row('seed.x', undefined, 1, 0),
          row('seed.x', '-1', 1, 1),
          row('seed.x', '1', 2, 1),
          row('seed.y', '-1', 1, 1),
          row('seed.y', '1', 2, 0),
        ]),
      )
      expect(await weighing().lists(AT)).toStrictEqual([
        { walk: 'a', prompt: PROMPT, reason: 'seed.x' },
        { walk: 'c', prompt: PROMPT, reason: 'seed.x' },
        { walk: 'c', prompt: PROMPT, reason: 'seed.y' },
      ])
      expect(await weighing().received({ ...AT, version: 2 })).toStrictEqual([])
    })

    test('tells the stances of each walk in order', async () => {
      await begin(world(), 'w')
      await weighs('w', { stance: '1' })
      await weighs('w', { stance: '-1' }, 1)
      await weighs('w', { stance: undefined, importance: 3 }, 2)
      const histories = await weighing().histories(AT)
      expect(histories.map(({ walk, stance }) => [walk, stance])).toStrictEqual([
        ['w', '1'],
        ['w', '-1'],
        ['w', '-1'],
      ])
    })

    test('is taken back with the stance: its history and list go, and what others did stays', async () => {
      for (const walk of ['w', 'other']) {
        await begin(world(), walk)
        await weighs(walk, { taken: ['seed.a'] })
      }
      await walks().withdraw({ walk: 'w', contribution: 'w 0', at: 3000 })
      const own = await weighing().ofWalk('w')
      expect([own.stances, own.adoptions, own.exposures.length]).toStrictEqual([[], [], 1])
      expect((await weighing().ofWalk('other')).adoptions).toHaveLength(1)
    })

    test('goes with the walk', async () => {
      await begin(world(), 'w')
      await weighs('w', { taken: ['seed.a'] })
      await walks().erase({ walk: 'w', at: 3000 })
      expect(await weighing().ofWalk('w')).toStrictEqual({ stances: [], adoptions: [], exposures: [] })
    })
  })
}
