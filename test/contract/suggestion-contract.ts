import { describe, expect, test } from 'vitest'
import type { Decision } from '#src/review/suggestion-store.ts'
import { aChange, aContribution, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

export function suggestionContract(world: () => World): void {
  const { suggestions, walks } = {
    suggestions: () => world().storage.suggestions,
    walks: () => world().storage.walks,
  }
  const suggestion = (walk: string, more: object = {}) =>
    aContribution(walk, {
      ...{ prompt: 'edit', kind: 'suggested-edit', option: 'title', text: 'Kerro pankille', state: 'pending' },
      ...more,
    })
  const says = async (walk: string, more: object = {}) => {
    await begin(world(), walk)
    await walks().append(aChange(walk, { contributions: [suggestion(walk, more)] }))
  }
  const decision = (walk: string, more: Partial<Decision> = {}): Decision => ({
    ...{ contribution: `${walk} says`, journey: JOURNEY, step: BANK, part: 'title', state: 'accepted', reason: {} },
    ...{ by: 'sari', at: 3000, draft: 'd1', version: undefined },
    ...more,
  })

  describe('other words that walkers suggest', () => {
    test('come oldest first, of the steps asked for, with what became of them', async () => {
      await says('w1', { at: 2002 })
      await says('w2', { at: 2001 })
      await says('w3', { step: INVENTORY })
      expect(await suggestions().decide(decision('w1'))).toBe(true)
      const found = await suggestions().suggestionsAt({ journey: JOURNEY, steps: [BANK] })
      expect(found.map(({ said, mode, decision }) => [said.walk, mode, decision?.state])).toStrictEqual([
        ['w2', 'own', undefined],
        ['w1', 'own', 'accepted'],
      ])
      expect(await suggestions().suggestionsAt({ journey: JOURNEY, steps: [] })).toStrictEqual([])
    })

    test('are decided once: of two at the same moment one stands', async () => {
      await says('w1')
      const both = await Promise.all([
        suggestions().decide(decision('w1', { by: 'sari' })),
        suggestions().decide(decision('w1', { by: 'mika', state: 'declined', reason: { fi: 'Ei nyt' } })),
      ])
      expect(both.filter(Boolean)).toHaveLength(1)
      expect(await suggestions().decisionsOf('w1')).toHaveLength(1)
      expect(await suggestions().decide(decision('nobody'))).toBe(false)
    })

    test('are in a version once it brings them, and gone with what was said', async () => {
      await says('w1')
      await says('w2')
      await suggestions().decide(decision('w1'))
      await suggestions().decide(decision('w2', { state: 'declined', reason: { fi: 'Ei nyt' } }))
      expect(await suggestions().takenOf(JOURNEY)).toStrictEqual([decision('w1')])
      await suggestions().broughtBy(['w1 says'], 2)
      expect(await suggestions().takenOf(JOURNEY)).toStrictEqual([])
      expect(await suggestions().decisionsOf('w1')).toStrictEqual([decision('w1', { version: 2 })])
      await walks().withdraw({ walk: 'w1', contribution: 'w1 says', at: 4000 })
      expect(await suggestions().decisionsOf('w1')).toStrictEqual([])
    })
  })
}
