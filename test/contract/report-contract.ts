import { describe, expect, test } from 'vitest'
import type { ReportNote } from '#src/review/report-notes.ts'
import { trialOf } from '../trial/plans.ts'
import type { World } from './cast.ts'

export function reportContract(world: () => World): void {
  const reports = () => world().storage.reports
  const note = (id: string, more: Partial<ReportNote> = {}): ReportNote => ({
    ...{ id, trial: 'a-trial', kind: 'lesson', about: undefined, by: 'reviewer-1', at: 1_790_000_000_000 },
    said: { who: 'Mika', text: 'Kysy aiemmin', today: undefined, proposed: undefined, language: 'fi' },
    ...more,
  })
  const estimate = note('e', {
    ...{ kind: 'estimate', about: 'cost', at: 1_790_000_000_001 },
    said: { who: 'Sari', text: 'Viraston tilasto', today: '3 h', proposed: '1 h', language: 'sv' },
  })
  const withTrials = async () => {
    await world().storage.trials.create(trialOf())
    await world().storage.trials.create(trialOf({ id: 'another' }))
  }

  describe('what people add to a trial’s report', () => {
    test('comes back in the order it was written, whole, and of its own trial alone', async () => {
      await withTrials()
      await reports().addNote(estimate)
      await reports().addNote(note('l'))
      expect(await reports().notes('a-trial')).toEqual([note('l'), estimate])
      expect(await reports().notes('another')).toEqual([])
      const [entry] = await world().storage.accounts.audit({ limit: 1, before: undefined })
      expect(entry).toMatchObject({ who: 'reviewer-1', what: 'report-note', about: 'a-trial', why: 'Mika' })
    })

    test('is taken away once, and only from its own trial', async () => {
      await withTrials()
      await reports().addNote(note('l'))
      const gone = { id: 'l', by: 'reviewer-2', at: 1_790_000_000_009 }
      expect(await reports().removeNote({ ...gone, trial: 'another' })).toBe(false)
      expect(await reports().removeNote({ ...gone, trial: 'a-trial' })).toBe(true)
      expect(await reports().removeNote({ ...gone, trial: 'a-trial' })).toBe(false)
      expect(await reports().notes('a-trial')).toEqual([])
      const [entry] = await world().storage.accounts.audit({ limit: 1, before: undefined })
      expect(entry).toMatchObject({ who: 'reviewer-2', what: 'report-note-removed', about: 'a-trial' })
    })
  })
}
