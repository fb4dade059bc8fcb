import { describe, expect, test } from 'vitest'
import type { WalkEvent } from '#src/walk/walk.ts'
import { aChange, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

const call = { on: '2026-03-02', due: '2026-03-09', reply: 'ready' } as const
const asked: WalkEvent = { kind: 'asked', step: INVENTORY, ...call }
const tried: WalkEvent = {
  ...{ kind: 'tried', step: INVENTORY, by: 'walker', on: '2026-03-02', due: '2026-03-20', reply: 'error' },
}
const person = (call: string | null): WalkEvent => ({ kind: 'person', step: INVENTORY, call })
const replied: WalkEvent = { kind: 'replied', step: INVENTORY, on: '2026-03-05', reply: 'error' }

/** The outbox of calls that a person may answer in a provider's place. */
export function callContract(world: () => World): void {
  const walks = () => world().storage.walks
  const open = async () => (await walks().openCalls()).map(({ call, dueOn }) => [call, dueOn])

  describe('a call that a person may answer', () => {
    test('is in the outbox from when the walker agrees until it is answered', async () => {
      await begin(world(), 'w', { trial: 't' })
      await walks().append(aChange('w', { events: [asked] }))
      expect(await open()).toEqual([])
      await walks().append(aChange('w', { rev: 1, events: [person('one')] }))
      expect(await walks().openCalls()).toStrictEqual([
        {
          ...{ call: 'one', walk: 'w', step: INVENTORY, journey: JOURNEY, version: 1 },
          ...{ askedOn: '2026-03-02', dueOn: '2026-03-09' },
        },
      ])
      await walks().append(aChange('w', { rev: 2, events: [tried] }))
      expect(await open()).toEqual([['one', '2026-03-20']])
      await walks().append(aChange('w', { rev: 3, events: [replied] }))
      expect(await open()).toEqual([])
    })

    test('is taken back by the walker, and gone with the walk', async () => {
      await begin(world(), 'w', { trial: 't' })
      await walks().append(aChange('w', { events: [asked, person('one')] }))
      await walks().append(aChange('w', { rev: 1, events: [person(null)] }))
      expect(await open()).toEqual([])
      await walks().append(aChange('w', { rev: 2, events: [person('two')] }))
      expect(await open()).toEqual([['two', '2026-03-09']])
      await walks().erase({ walk: 'w', at: 5000 })
      expect(await open()).toEqual([])
    })

    test('another reply than one that came is another call, which nobody was asked to answer', async () => {
      await begin(world(), 'w', { trial: 't' })
      await walks().append(aChange('w', { events: [asked, person('one'), replied, tried] }))
      expect(await open()).toEqual([])
      await walks().append(aChange('w', { rev: 1, events: [person('two')] }))
      expect(await open()).toEqual([['two', '2026-03-20']])
    })

    test('is another’s where the step is another, and nobody’s where the walk is in no trial or made up', async () => {
      await begin(world(), 'none')
      await begin(world(), 'made-up', { trial: 't', mode: 'simulated' })
      await begin(world(), 'w', { trial: 't' })
      for (const walk of ['none', 'made-up'])
        await walks().append(aChange(walk, { events: [asked, person(`call of ${walk}`)] }))
      await walks().append(aChange('w', { events: [{ kind: 'asked', step: BANK, ...call }, person('one')] }))
      expect(await open()).toEqual([])
    })
  })
}
