import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { restore, restoreVersion, stepBack } from '#src/studio/change-draft.ts'
import { asJson } from '#src/studio/draft-file.ts'
import { moveDraft } from '#src/studio/draft-state.ts'
import { historyPage } from '#views/studio/draft/history.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { checkedDraft, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'

/** Every text a draft had, undo and redo, what is published of its journey, and the text to take along. */
export function draftHistory(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/history', async (c) => {
      const open = await checkedDraft(c, deps)
      const revisions = await deps.drafts.revisions(open.draft.id)
      const versions = (await deps.versions.list(open.draft.journey)).toReversed()
      const page = { revisions, versions, head: open.draft.head }
      return c.html(historyPage(open.reader, frameOf(c, open, errorsIn(open.checked)), page))
    })
    .post('/:draft/history', (c) => moved(c, deps))
    .get('/:draft/journey.yaml', async (c) => {
      const { draft, head } = await theirDraft(c, deps)
      return asFile(c, { name: `${draft.journey}.yaml`, type: 'text/yaml', text: head.text })
    })
    .get('/:draft/journey.json', async (c) => {
      const { draft, head } = await theirDraft(c, deps)
      const text = asJson(head.text)
      // A text that is no YAML has no values either: it is mended first, as text.
      if (text === undefined) return c.redirect(draftPathIn(c, draft.id, '/source'), 303)
      return asFile(c, { name: `${draft.journey}.json`, type: 'application/json', text })
    })
}

export function asFile(c: Context, { name, type, text }: { name: string; type: string; text: string }) {
  return c.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  })
}

async function moved(c: Context, deps: Deps) {
  const { draft, staff } = await theirDraft(c, deps)
  const { fields } = await readForm(c)
  const { go, seen } = fields
  if (go === 'restore' || go === 'restore-version') return restored(c, deps, fields)
  if (go === 'reopen') {
    await moveDraft(deps, staff.account, draft.id, 'draft')
    return c.redirect(draftPathIn(c, draft.id), 303)
  }
  if (go !== 'undo' && go !== 'redo') throw new AppError('invalid', 'a button of the history')
  // Pressed twice, or on a page from before somebody else's change: what is undone is only what was seen.
  const isMoved = Number(seen) === draft.head && (await stepBack(deps, draft.id, go))
  const note = go === 'undo' ? 'undone' : 'redone'
  return c.redirect(`${draftPathIn(c, draft.id)}${isMoved ? `?note=${note}` : ''}`, 303)
}

async function restored(c: Context, deps: Deps, { go, number = '' }: Form['fields']) {
  const { draft, staff } = await theirDraft(c, deps)
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new AppError('not-found', 'something to restore')
  if (go === 'restore') await restore(deps, staff.account, draft.id, Number(number))
  else {
    const version = await deps.versions.find(draft.journey, Number(number))
    if (!version) throw new AppError('not-found', 'version')
    await restoreVersion(deps, staff.account, draft.id, version)
  }
  return c.redirect(`${draftPathIn(c, draft.id)}?note=restored`, 303)
}
