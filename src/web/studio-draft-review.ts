import { Hono } from 'hono'
import { cleaned } from '#feedback/free-text.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { findingText } from '#src/journey/finding.ts'
import { type Opened, openDraft } from '#src/studio/change-draft.ts'
import { hasWritten, reviewDraft } from '#src/studio/draft-state.ts'
import { VERDICTS } from '#src/studio/draft-store.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import { draftReviewPage, draftReviewsPage } from '#views/studio/draft/review.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'
import { checkOf } from './studio-draft-page.ts'
import { plannedOf } from './studio-draft-publish.ts'
import { tried, tryFormOf } from './studio-draft-share.ts'

const LONGEST_TEXT = 4000

/** Where a colleague reads a draft, walks it and says whether it can be published. Nothing is changed here. */
export function draftReviewRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/review/drafts`, reviewPages(deps))
  return routes
}

function reviewPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => {
      const staff = staffMay(c, 'review-draft')
      const waiting = (await deps.drafts.all()).filter(
        ({ state, journey }) => state === 'in_review' && isTheirs(staff, journey),
      )
      return c.html(draftReviewsPage(staffReaderOf(c, deps, staff), waiting))
    })
    .get('/:draft', async (c) => {
      const { staff, opened } = await theirReview(c, deps)
      return c.html(await reviewView(c, deps, { staff, opened }))
    })
    .post('/:draft', (c) => reviewed(c, deps))
    .post('/:draft/try', async (c) => {
      const { opened } = await theirReview(c, deps)
      return tried(c, deps, opened.draft.id, reviewPath(c, opened))
    })
}

type Theirs = { readonly staff: StaffSession; readonly opened: Opened }

async function theirReview(c: Context, deps: Deps): Promise<Theirs> {
  staffMay(c, 'review-draft')
  const opened = await openDraft(deps, c.req.param('draft') ?? '')
  return { opened, staff: staffMay(c, 'review-draft', { journey: opened.draft.journey }) }
}

function reviewPath(c: Context, { draft }: Opened): string {
  return `/${c.get('language')}/review/drafts/${draft.id}`
}

async function reviewView(
  c: Context,
  deps: Deps,
  { staff, opened }: Theirs,
  { refused, fields = {} }: { readonly refused?: 'choose' | 'own' | 'changed'; readonly fields?: Form['fields'] } = {},
) {
  const { draft } = opened
  const reader = staffReaderOf(c, deps, staff)
  const text = reader.words.draft.review
  const plan = await plannedOf(c, deps, opened, { fields: {}, closes: undefined })
  const { findings } = await checkOf(deps, opened)
  const isSaved = c.req.query('note') === 'saved'
  return draftReviewPage(reader, {
    ...{ id: draft.id, journey: draft.journey, title: draft.title, revision: draft.head, values: fields },
    isWaiting: draft.state === 'in_review',
    isOwn: await hasWritten(deps, draft.id, staff.account),
    previewed: plan.ok ? plan.form(undefined).previewed : undefined,
    findings: findings
      .filter(({ severity }) => severity === 'error')
      .map((one) => ({ text: findingText(one, reader.language), lang: reader.language === 'fi' ? 'fi' : 'en' })),
    trying: await tryFormOf(c, deps, draft.id, `${reviewPath(c, opened)}/try`),
    refused: refused && text[refused],
    notice: isSaved
      ? notificationBanner({ titleText: reader.words.site.important, text: text.saved, type: 'success' })
      : undefined,
  })
}

async function reviewed(c: Context, deps: Deps) {
  const theirs = await theirReview(c, deps)
  const { fields } = await readForm(c)
  const { draft } = theirs.opened
  const verdict = VERDICTS.find((one) => one === fields.verdict)
  const again = async (refused: 'choose' | 'own' | 'changed', status: 409 | 422) =>
    c.html(await reviewView(c, deps, await theirReview(c, deps), { refused, fields }), status)
  if (!verdict) return again('choose', 422)
  const text = cleaned(fields.text ?? '').slice(0, LONGEST_TEXT) || undefined
  const wish = { id: draft.id, revision: Number(fields.revision), verdict, text }
  const outcome = await reviewDraft(deps, theirs.staff.account, wish)
  if (outcome !== 'saved') return again(outcome, outcome === 'changed' ? 409 : 422)
  return c.redirect(`${reviewPath(c, theirs.opened)}?note=saved`, 303)
}
