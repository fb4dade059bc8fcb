import { describe, expect, test } from 'vitest'
import type { DraftComment, JourneyDraft, Revision } from '#src/studio/draft-store.ts'
import type { World } from './cast.ts'

const aDraft = (id: string, more: Partial<JourneyDraft> = {}): JourneyDraft => ({
  ...{ id, journey: 'marriage', title: { fi: 'Häät 💍', sv: 'Bröllop' }, state: 'draft', head: 1, redo: [], rev: 0 },
  ...{ baseVersion: undefined, createdBy: 'sari', createdAt: 10, touchedAt: 10 },
  ...more,
})
const aRevision = (draft: string, number: number, more: Partial<Revision> = {}): Revision => ({
  ...{
    draft,
    number,
    before: number > 1 ? number - 1 : undefined,
    text: `format: 1 # ${number} ä\n`,
    personas: undefined,
  },
  ...{ by: 'sari', at: number, what: 'title.fi' },
  ...more,
})

export function draftContract(world: () => World): void {
  const drafts = () => world().storage.drafts

  describe('a draft', () => {
    test('comes back as it was stored, with its revisions', async () => {
      const full = aDraft('full', { state: 'in_review', redo: [3, 2], baseVersion: 4, rev: 7 })
      await drafts().create(aDraft('bare'), aRevision('bare', 1))
      await drafts().create(full, aRevision('full', 1, { personas: '[]\n' }))
      expect(await drafts().find('bare')).toStrictEqual(aDraft('bare'))
      expect(await drafts().find('full')).toStrictEqual(full)
      expect(await drafts().find('nobody')).toBeUndefined()
      expect(await drafts().revision('bare', 1)).toStrictEqual(aRevision('bare', 1))
      expect(await drafts().revision('full', 1)).toStrictEqual(aRevision('full', 1, { personas: '[]\n' }))
      expect(await drafts().revision('full', 2)).toBeUndefined()
    })

    test('is listed with those touched last first', async () => {
      for (const [id, touchedAt] of [
        ['old', 1],
        ['new', 3],
        ['middle', 2],
      ] as const)
        await drafts().create(aDraft(id, { touchedAt }), aRevision(id, 1))
      expect((await drafts().all()).map(({ id }) => id)).toStrictEqual(['new', 'middle', 'old'])
    })

    test('is saved by one of three who saw the same one, with that one’s revision', async () => {
      await drafts().create(aDraft('d'), aRevision('d', 1))
      const save = (what: string) =>
        drafts().save(aDraft('d', { head: 2, touchedAt: 20 }), 0, aRevision('d', 2, { what }))
      const results = await Promise.all(['a', 'b', 'c'].map(save))
      expect(results.filter((isSaved) => isSaved)).toHaveLength(1)
      expect(await drafts().find('d')).toStrictEqual(aDraft('d', { head: 2, touchedAt: 20, rev: 1 }))
      const { text, personas, ...line } = aRevision('d', 2, { what: ['a', 'b', 'c'][results.indexOf(true)] ?? '' })
      expect((await drafts().revisions('d'))[0]).toStrictEqual(line)
      expect((await drafts().revisions('d')).map(({ number }) => number)).toStrictEqual([2, 1])

      expect(await drafts().save(aDraft('d', { head: 1, redo: [2] }), 1)).toBe(true)
      expect(await drafts().find('d')).toStrictEqual(aDraft('d', { head: 1, redo: [2], rev: 2 }))
      expect(await drafts().save(aDraft('nobody'), 0)).toBe(false)
    })
  })

  describe('around a draft', () => {
    test('colleagues comment, settle what was said and open it again', async () => {
      await drafts().create(aDraft('d'), aRevision('d', 1))
      const comment: DraftComment = {
        ...{ id: 'c1', draft: 'd', step: 'home/milk', by: 'mika', at: 5, text: 'Onko näin? 🐄' },
        ...{ resolvedBy: undefined, resolvedAt: undefined },
      }
      await drafts().comment({ ...comment, id: 'c2', step: undefined, at: 6 })
      await drafts().comment(comment)
      expect(await drafts().comments('d')).toStrictEqual([comment, { ...comment, id: 'c2', step: undefined, at: 6 }])
      expect(await drafts().resolve({ draft: 'd', comment: 'c1', by: 'sari', at: 9 })).toBe(true)
      expect((await drafts().comments('d'))[0]).toStrictEqual({ ...comment, resolvedBy: 'sari', resolvedAt: 9 })
      expect(await drafts().resolve({ draft: 'd', comment: 'c1', by: undefined, at: 10 })).toBe(true)
      expect((await drafts().comments('d'))[0]).toStrictEqual(comment)
      expect(await drafts().resolve({ draft: 'another', comment: 'c1', by: 'sari', at: 9 })).toBe(false)
    })

    test('a later word of the same colleague on a revision takes the place of the earlier', async () => {
      await drafts().create(aDraft('d'), aRevision('d', 1))
      const word = { draft: 'd', revision: 1, by: 'mika', verdict: 'changes_wanted', text: 'Kesken', at: 5 } as const
      await drafts().review(word)
      await drafts().review({ ...word, by: 'liisa', verdict: 'approved', text: undefined, at: 6 })
      await drafts().review({ ...word, verdict: 'approved', text: undefined, at: 7 })
      expect(await drafts().reviews('d')).toStrictEqual([
        { ...word, verdict: 'approved', text: undefined, at: 7 },
        { ...word, by: 'liisa', verdict: 'approved', text: undefined, at: 6 },
      ])
      expect(await drafts().reviews('another')).toStrictEqual([])
    })

    test('a link lets in until it ends or is taken back', async () => {
      await drafts().create(aDraft('d'), aRevision('d', 1))
      const link = { tokenHash: 'h1', draft: 'd', createdBy: 'sari', createdAt: 10, expiresAt: 100 }
      await drafts().addLink(link)
      await drafts().addLink({ ...link, tokenHash: 'h2', createdAt: 11, expiresAt: 50 })
      expect((await drafts().openLinks('d', 49)).map(({ tokenHash }) => tokenHash)).toStrictEqual(['h2', 'h1'])
      expect(await drafts().openLinks('d', 50)).toStrictEqual([link])
      expect(await drafts().link('h1', 99)).toStrictEqual(link)
      expect(await drafts().link('h1', 100)).toBeUndefined()
      expect(await drafts().cancelLink('another', 'h1')).toBe(false)
      expect(await drafts().cancelLink('d', 'h1')).toBe(true)
      expect(await drafts().link('h1', 50)).toBeUndefined()
      expect(await drafts().cancelLink('d', 'h1')).toBe(false)
    })
  })
}
