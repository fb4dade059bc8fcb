import type { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { checkPage, type SourcePage, sourcePage } from '#views/studio/draft/text.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { checkedDraft, draftPathIn, errorsIn, findingsOf, frameOf, theirDraft } from './studio-draft-page.ts'
import { keepSourceField, sourceCheck, sourceField } from './studio-draft-source-check.ts'

const MOST_ROWS = 40
const FEWEST_ROWS = 16

/** The whole text of a draft, and what the check says of it. */
export function draftTexts(pages: Hono<Env>, deps: Deps) {
  sourceCheck(pages, deps)
  pages
    .get('/:draft/source', async (c) => c.html(await sourceView(c, deps)))
    .post('/:draft/source', (c) => savedSource(c, deps))
    .get('/:draft/check', async (c) => {
      const open = await checkedDraft(c, deps)
      return c.html(checkPage(open.reader, frameOf(c, open, errorsIn(open.checked)), findingsOf(open)))
    })
}

/** The text of a journey is larger than any other form. Only whoever may edit one sends it. */
export const largeSources = createMiddleware<Env>(async (c, next) => {
  const staff = c.get('staff')
  if (staff && may(staff.role, 'edit-journey')) c.set('isLargeForm', true)
  await next()
})

async function sourceView(c: Context, deps: Deps, own: Partial<Pick<SourcePage, 'text' | 'problem' | 'theirs'>> = {}) {
  const open = await checkedDraft(c, deps)
  const { text = open.head.text, problem, theirs } = own
  const rows = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, text.split('\n').length))
  return sourcePage(open.reader, frameOf(c, open, errorsIn(open.checked)), {
    text,
    rows,
    field: open.draft.state === 'archived' ? 'plain' : sourceField(c, deps.config),
    findings: findingsOf(open),
    problem,
    theirs,
  })
}

/** What no reader could hold is not stored; a text that is merely wrong is: whoever writes it can go on tomorrow. */
const REFUSED: ReadonlySet<string> = new Set(['too-large', 'too-many-values', 'too-deep', 'alias-bomb'])

async function savedSource(c: Context, deps: Deps) {
  const { draft, head, staff, reader } = await theirDraft(c, deps)
  const { text, base, go } = (await readForm(c)).fields
  if (text === undefined) throw new AppError('invalid', 'a source without its text')
  keepSourceField(c, deps.config, go)
  const words = reader.words.draft
  const read = readDefinition(text)
  const isRefused = !read.ok && read.findings.some(({ code }) => REFUSED.has(code))
  if (isRefused) return c.html(await sourceView(c, deps, { text, problem: words.errors.tooLarge }), 422)
  const before = Number(base) === head.number ? head : await deps.drafts.revision(draft.id, Number(base) || 0)
  if (before?.text === text) return c.redirect(`${draftPathIn(c, draft.id, '/source')}?note=saved`, 303)
  let theirs: string | undefined
  await changeDraft(deps, staff.account, draft.id, (now) => {
    theirs = now.text === before?.text || now.text === text ? undefined : now.text
    return theirs === undefined ? { text, what: 'source' } : undefined
  })
  if (theirs !== undefined) return c.html(await sourceView(c, deps, { text, problem: words.source.stale, theirs }), 409)
  return c.redirect(`${draftPathIn(c, draft.id, '/source')}?note=saved`, 303)
}
