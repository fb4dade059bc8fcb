import type { Hono } from 'hono'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import type { Decision } from '#src/review/suggestion-store.ts'
import { approvalOf, moveDraft } from '#src/studio/draft-state.ts'
import { publish } from '#src/studio/publish.ts'
import type { StaffReader } from '#views/account/frame.ts'
import { draftPublishPage } from '#views/studio/draft/publish.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { noteIn, planned, tooLongNote } from './publish-form.ts'
import { staffMay } from './staff.ts'
import { type CheckedOpen, checkedDraft, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'

/** A draft on its way out: asked for review, approved by somebody else, published, archived. */
export function draftPublishing(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/publish', async (c) => c.html(await publishView(c, deps, { fields: {}, all: () => [] })))
    .post('/:draft/publish', async (c) => {
      const { draft, staff } = await theirDraft(c, deps)
      const form = await readForm(c)
      const { go } = form.fields
      if (go === 'publish') return published(c, deps, form)
      if (go !== 'ask' && go !== 'take-back' && go !== 'archive')
        throw new AppError('invalid', 'a button of publishing')
      const to = ({ ask: 'in_review', 'take-back': 'draft', archive: 'archived' } as const)[go]
      await moveDraft(deps, staff.account, draft.id, to)
      return c.redirect(draftPathIn(c, draft.id, '/publish'), 303)
    })
}

type Sent = Pick<Form, 'fields' | 'all'>
type Why = keyof StaffReader['words']['draft']['publish']['refused']

async function publishView(c: Context, deps: Deps, { fields, all }: Sent, refused?: Why | 'note') {
  const open = await checkedDraft(c, deps)
  const reviews = await deps.drafts.reviews(open.draft.id)
  const closes = fields.seen === undefined ? undefined : all('closes')
  const plan = open.draft.state === 'archived' ? undefined : await plannedOf(c, deps, open, { fields, closes })
  const text = open.reader.words.draft.publish.refused
  const why = refused === 'note' ? open.reader.words.studio.refused.noteTooLong : text[refused ?? whyNot(open, plan)]
  return draftPublishPage(open.reader, frameOf(c, open, errorsIn(open.checked)), {
    reviews,
    approvedBy: approvalOf(open.draft, reviews)?.by,
    previewed: plan?.ok ? plan.form(undefined).previewed : undefined,
    problem: refused === undefined && plan?.ok !== false ? undefined : why,
    isRefused: refused !== undefined,
    values: fields,
    reviewAddress: `${deps.config.publicUrl ?? new URL(c.req.url).origin}/${c.get('language')}/review/drafts/${open.draft.id}`,
    mayPublish: may(open.staff.role, 'publish'),
    taken: await takenIn(deps, open.draft),
  })
}

type Planned = Awaited<ReturnType<typeof planned>>

export function plannedOf(
  c: Context,
  deps: Deps,
  { draft, head }: Pick<CheckedOpen, 'draft' | 'head'>,
  { fields, closes }: { readonly fields: Form['fields']; readonly closes: readonly string[] | undefined },
): Promise<Planned> {
  const text = { text: head.text, personas: head.personas }
  return planned(c, deps, { journey: draft.journey, fields, draft: text, closes })
}

function whyNot({ checked }: CheckedOpen, plan: Planned | undefined): Why {
  if (plan && !plan.ok && plan.already) return 'unchanged'
  return !checked.ok && checked.otherJourney ? 'other' : 'findings'
}

/** What walkers suggested and this draft took in, in no version yet. */
async function takenIn({ suggestions }: Deps, { id, journey }: CheckedOpen['draft']): Promise<readonly Decision[]> {
  return (await suggestions.takenOf(journey)).filter(({ draft }) => draft === id)
}

/** What was not seen is not published, nor what nobody else has approved, nor what the check has anything against. */
async function published(c: Context, deps: Deps, form: Form) {
  const open = await checkedDraft(c, deps)
  const { draft, head, staff } = open
  staffMay(c, 'publish', { journey: draft.journey })
  const { fields, all } = form
  const again = async (why: Why | 'note', status: 409 | 422) => c.html(await publishView(c, deps, form, why), status)
  if (draft.state === 'archived') return c.redirect(draftPathIn(c, draft.id, '/publish'), 303)
  const note = noteIn(fields)
  if (note === 'too-long' && tooLongNote(fields)) return again('note', 422)
  const plan = await plannedOf(c, deps, open, { fields, closes: all('closes') })
  if (!plan.ok) return again(whyNot(open, plan), 422)
  if (fields.seen !== plan.hash) return again('changed', 409)
  if (!approvalOf(draft, await deps.drafts.reviews(draft.id))) return again('review', 422)
  const taken = await takenIn(deps, draft)
  const outcome = await publish(deps, {
    taken,
    ...{ draft: { text: head.text, personas: head.personas }, author: staff.account, journey: draft.journey },
    ...{ note: note === 'too-long' ? undefined : note, closes: all('closes') },
    basedOn: Number(fields.basedOn ?? 0) || undefined,
  })
  if (!outcome.ok) return again(outcome.refused === 'overtaken' ? 'overtaken' : 'findings', 409)
  await deps.suggestions.broughtBy(
    taken.map(({ contribution }) => contribution),
    outcome.version.number,
  )
  deps.library.renew()
  await moveDraft(deps, staff.account, draft.id, 'archived')
  return c.redirect(`/${c.get('language')}/studio/journeys/${draft.journey}?published=${outcome.version.number}`, 303)
}
