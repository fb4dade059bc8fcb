import { describe, expect, test } from 'vitest'
import type { VariedStep } from '#src/journey/variants.ts'
import type { ReviewFilter } from '#src/review/review-store.ts'
import type { WalkEvent, WalkMode } from '#src/walk/walk.ts'
import { aParticipant, aWalk, BANK, JOURNEY, NOWHERE, type World } from './cast.ts'

const VARIED: VariedStep = { step: BANK, variants: ['short', 'long'], was: [BANK] }
const LATER: VariedStep = { step: 'money/bank', variants: ['long', 'short'], was: [BANK] }

export function variantContract(world: () => World): void {
  const walks = () => world().storage.walks

  async function told(id: string, mode: WalkMode = 'own') {
    const walk = aWalk(id, { mode })
    const participant = aParticipant(walk.participant)
    await walks().create({ walk, participant, device: undefined, key: undefined, varied: [VARIED] })
    return (await walks().find(id))?.walk.variants?.[BANK]
  }

  const gone = { renamed: {}, dropped: [], reopened: [], recalled: [], told: {} }
  const from = { version: 1, hash: 'h1', tracks: null, lastStep: null }
  const forward: WalkEvent = { kind: 'moved', version: 2, hash: 'h2', from, ...gone }
  const back: WalkEvent = { kind: 'moved-back', version: 1, hash: 'h1', from: 2 }
  const moving = (walk: string, rev: number, version: number, varied: readonly VariedStep[]) => ({
    ...{ walk, rev, key: undefined, progress: NOWHERE, told: {}, ran: [], at: 4000, varied },
    to: { version, hash: `h${version}`, tracks: undefined, lastStep: undefined },
    events: [version === 1 ? back : forward],
  })

  describe('a step told in two ways', () => {
    test('is told in each to half of those who begin, each kind of walk by itself', async () => {
      const own: (string | undefined)[] = []
      for (let i = 0; i < 8; i++) own.push(await told(`w${i}`))
      const personas: (string | undefined)[] = []
      for (let i = 0; i < 4; i++) personas.push(await told(`p${i}`, 'persona'))
      expect(own.filter((one) => one === 'short')).toHaveLength(4)
      expect(own.filter((one) => one === 'long')).toHaveLength(4)
      expect(personas.filter((one) => one === 'short')).toHaveLength(2)
    })

    test('stays the same in a later version that has it, also under another name, and on the way back', async () => {
      const first = await told('w')
      expect(await walks().move(moving('w', 0, 2, [LATER]))).toBe('stored')
      expect((await walks().find('w'))?.walk.variants).toStrictEqual({ 'money/bank': first })
      expect(await walks().move(moving('w', 1, 1, [VARIED]))).toBe('stored')
      expect((await walks().find('w'))?.walk.variants).toStrictEqual({ [BANK]: first })
    })

    test('is counted for each way by itself, and only where it was drawn', async () => {
      const ways: (string | undefined)[] = []
      for (let i = 0; i < 4; i++) {
        ways.push(await told(`w${i}`))
        await walks().visit({ walk: `w${i}`, step: BANK, offered: ['works'], at: 2000 })
      }
      const { review } = world().storage
      const filter = { journey: JOURNEY, version: 1, modes: ['own'] as const }
      const reached = async (id?: string) => {
        const variant: Partial<ReviewFilter> = id === undefined ? {} : { variant: { step: BANK, id } }
        return (await review.stepCounts({ ...filter, ...variant }, 0)).map((one) => one.reached)
      }
      expect(ways.toSorted()).toStrictEqual(['long', 'long', 'short', 'short'])
      expect([await reached(), await reached('short'), await reached('long'), await reached('other')]).toStrictEqual([
        ...[[4], [2], [2]],
        [],
      ])
    })

    test('is told plainly once the version moved to tells it in one way', async () => {
      await told('w')
      await walks().move(moving('w', 0, 2, []))
      expect((await walks().find('w'))?.walk.variants).toBeUndefined()
    })
  })
}
