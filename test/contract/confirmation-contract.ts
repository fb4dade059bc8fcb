import { describe, expect, test } from 'vitest'
import type { Confirmation } from '#src/review/response.ts'
import { BANK, INVENTORY, JOURNEY, type World } from './cast.ts'

export function confirmationContract(world: () => World): void {
  const responses = () => world().storage.responses
  const confirmation = (more: Partial<Confirmation> = {}): Confirmation => ({
    ...{ journey: JOURNEY, version: 1, step: BANK, provider: 'bank', verdict: 'confirmed', text: undefined },
    ...{ feasibility: undefined, condition: undefined, by: 'Erik', on: '2026-12-01', at: 1000 },
    ...more,
  })

  describe('a confirmation', () => {
    const corrected = confirmation({
      ...{ version: 2, verdict: 'corrected', text: 'Pankki kysyy kerran', feasibility: 'needs_law' },
      ...{ condition: 'jos laki muuttuu', by: 'Åsa', at: 1_790_000_000_000 },
    })

    test('comes back as it was given, and the newest of a step and provider holds', async () => {
      await responses().confirm(confirmation())
      expect(await responses().confirmations(JOURNEY)).toStrictEqual([confirmation()])
      await responses().confirm(corrected)
      expect(await responses().confirmations(JOURNEY)).toStrictEqual([corrected])
      const again = confirmation({ version: 2, by: 'Sari', at: corrected.at })
      await responses().confirm(again)
      expect(await responses().confirmations(JOURNEY)).toStrictEqual([again])
    })

    test('holds for its own step, provider and journey', async () => {
      const others = [
        confirmation({ provider: 'tax' }),
        confirmation({ step: INVENTORY }),
        confirmation({ journey: 'marriage', verdict: 'corrected' }),
      ]
      for (const one of [confirmation(), ...others, corrected]) await responses().confirm(one)
      expect(await responses().confirmations(JOURNEY)).toStrictEqual([others[1], corrected, others[0]])
      expect(await responses().confirmations('marriage')).toStrictEqual([others[2]])
      expect(await responses().confirmations('divorce')).toStrictEqual([])
    })

    test('is never lost, also when many are given at once, nor changed past the port', async () => {
      await Promise.all(['a', 'b', 'c', 'd'].map((by) => responses().confirm(confirmation({ by }))))
      expect(await world().sql('select given_by from confirmations')).toHaveLength(4)
      expect(await responses().confirmations(JOURNEY)).toHaveLength(1)
      await expect(world().sql("update confirmations set verdict = 'corrected'")).rejects.toThrow(/append-only/)
      await expect(world().sql('delete from confirmations')).rejects.toThrow(/append-only/)
    })
  })
}
