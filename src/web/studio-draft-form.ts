import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { detailsForm } from '#src/studio/details-form.ts'
import { changeWhatCan, type Operation, valuesOf } from '#src/studio/document.ts'
import { type DraftForm, languagesOf } from '#src/studio/form-parts.ts'
import { addItem } from '#src/studio/new-items.ts'
import { type Broken, brokenBy, type Conflict, formChange, whatOf } from '#src/studio/save-form.ts'
import { stepForm } from '#src/studio/step-form.ts'
import { thingForm, trackForm } from '#src/studio/thing-forms.ts'
import { unshown } from '#src/studio/unshown.ts'
import { at, nameOfItem, namesAt, wordsIn } from '#src/studio/values.ts'
import { clockTime } from '#views/account/moment.ts'
import { draftFormPage, type FormPage, savedFragment } from '#views/studio/draft/form.ts'
import type { DraftPage } from '#views/studio/draft/frame.ts'
import { mergePage } from '#views/studio/draft/merge.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { varyByFragment } from './headers.ts'
import { besideChoice, besideOf, keepBesideChoice } from './studio-draft-beside.ts'
import { shownParts } from './studio-draft-labels.ts'
import {
  checkedDraft,
  draftPathIn,
  errorsIn,
  findingsOf,
  frameOf,
  type OpenDraft,
  theirDraft,
} from './studio-draft-page.ts'
import { renameIn } from './studio-draft-rename.ts'
import { draftThings, kindIn } from './studio-draft-things.ts'
import { pressed } from './studio-drafts.ts'

/** One thing of a draft that has a form of its own: where its page is, and which fields it has. */
type Subject = {
  readonly page: DraftPage
  readonly path: string
  readonly back: string | undefined
  readonly form: (tree: unknown) => DraftForm
  /** `track/step`, where colleagues comment */
  readonly step?: StepKey
}

/** The pages that change a draft through forms: a step, a strand, the journey itself, and every list of things. */
export function draftForms(pages: Hono<Env>, deps: Deps) {
  const both = (path: string, subjectOf: (c: Context) => Subject) =>
    pages
      .get(path, async (c) => {
        const { draft, tree } = await theirDraft(c, deps)
        // A text that cannot be read has no fields: it is mended where it stands whole.
        return tree === undefined
          ? c.redirect(draftPathIn(c, draft.id, '/source'), 303)
          : c.html(await formView(c, deps, subjectOf(c)))
      })
      .post(path, (c) => saved(c, deps, subjectOf(c)))
  both('/:draft/steps/:track/:step', stepSubject)
  both('/:draft/tracks/:track', trackSubject)
  both('/:draft/details', () => ({ page: 'details', path: '/details', back: undefined, form: detailsForm }))
  draftThings(pages, deps)
  both('/:draft/:kind/:thing', thingSubject)
}

function stepSubject(c: Context): Subject {
  const { track = '', step = '' } = c.req.param()
  const path = `/steps/${track}/${step}`
  return { page: 'outline', path, back: '', step: `${track}/${step}`, form: (tree) => stepForm(tree, track, step) }
}

function trackSubject(c: Context): Subject {
  const { track = '' } = c.req.param()
  return { page: 'outline', path: `/tracks/${track}`, back: '', form: (tree) => trackForm(tree, track) }
}

function thingSubject(c: Context): Subject {
  const kind = kindIn(c)
  const { thing = '' } = c.req.param()
  return { page: kind, path: `/${kind}/${thing}`, back: `/${kind}`, form: (tree) => thingForm(tree, kind, thing) }
}

type Refusal = {
  readonly errors?: readonly Broken[]
  readonly renamed?: { readonly typed: string; readonly error: string } | undefined
  /** what was sent: it also says what is to be seen beside */
  readonly sent?: Form
}

async function formView(c: Context, deps: Deps, subject: Subject, { errors = [], renamed, sent }: Refusal = {}) {
  const open = await checkedDraft(c, deps)
  const { tree, reader } = open
  const form = subject.form(tree)
  const thing = at(tree, form.root)
  if (thing === undefined) throw new AppError('not-found', 'this part of the draft')
  const id = form.root.length > 0 ? String(form.root.at(-1)) : undefined
  const findings = findingsOf(open).filter(({ page }) => `/${page}` === subject.path)
  const languages = [reader.language, ...languagesOf(tree)]
  const words = wordsIn(at(thing, ['title']) ?? at(thing, ['name']) ?? at(thing, ['ask']), languages)
  const page: FormPage = {
    ...{ page: subject.page, path: subject.path, back: subject.back },
    title: words ?? id ?? reader.words.draft.pages.details,
    parts: shownParts(form, { reader, tree, errors, findings }),
    unshown: unshown(tree, form),
    rename: id === undefined ? undefined : { id, ...renamed },
    comments: subject.step && (await deps.drafts.comments(open.draft.id)).filter(({ step }) => step === subject.step),
    problems: [
      ...errors.map(({ field, error }) => ({ text: reader.words.draft.errors[error], field: field.name })),
      ...(renamed ? [{ text: renamed.error, field: 'new-id' }] : []),
    ],
    beside:
      subject.step &&
      (await besideOf(c, deps, open, { step: subject.step, choice: besideChoice(c, deps.config, sent) })),
    ...(subject.step && { data: { track: String(form.root[1]), step: String(form.root[3]) } }),
  }
  return draftFormPage(reader, frameOf(c, open, errorsIn(open.checked)), page)
}

/** Saves what was changed, then does what the pressed button says. Of two who wrote in one field, the later one chooses. */
async function saved(c: Context, deps: Deps, subject: Subject) {
  const open = await theirDraft(c, deps)
  const form = await readForm(c)
  const base = await treeOf(deps, open, form.fields.base)
  const seen = form.fields.seen === undefined ? undefined : await treeOf(deps, open, form.fields.seen)
  const shape = subject.form(base)
  if (at(base, shape.root) === undefined) throw new AppError('not-found', 'this part of the draft')
  const isByItself = c.req.header('hx-request') === 'true'
  const isAlone = isByItself && (await isAloneSince(deps, open, form.fields.base))
  let errors: readonly Broken[] = []
  let conflicts: readonly Conflict[] = []
  const after = await changeDraft(deps, open.staff.account, open.draft.id, ({ text }) => {
    const head = valuesOf(text)
    const wish = formChange({ form: shape, base, head, sent: form, seen, isAlone })
    ;({ errors, conflicts } = wish)
    const next = conflicts.length === 0 && errors.length === 0 ? further(head, shape, form) : []
    if (at(head, shape.root) === undefined) return undefined
    const operations = [...wish.operations, ...next]
    const changed = changeWhatCan(text, operations)
    errors = [...errors, ...brokenBy({ form: shape, sent: form }, changed.failed)]
    const done = operations.filter((operation) => !changed.failed.includes(operation))
    return { text: changed.text, what: whatOf(done) }
  })
  const now = valuesOf(after.head.text)
  if (form.fields.beside !== undefined) keepBesideChoice(c, deps.config, besideChoice(c, deps.config, form))
  if (isByItself) {
    const isNew = after.head.number !== open.head.number
    return savedByItself(
      c,
      deps,
      { ...open, ...after, tree: now },
      { form, isNew, errors, conflicts, step: subject.step },
    )
  }
  if (at(now, shape.root) === undefined) return gone(c, deps, subject, shape, form)
  if (conflicts.length > 0) return merging(c, deps, subject, { form, conflicts, seen: after.head.number })
  if (errors.length > 0) return c.html(await formView(c, deps, subject, { errors, sent: form }), 422)
  if (form.fields.go === 'rename') {
    const typed = (form.fields['new-id'] ?? '').trim()
    const error = await renameIn(deps, { ...open, tree: now }, shape.root, typed)
    if (error !== undefined)
      return c.html(await formView(c, deps, subject, { renamed: { typed, error }, sent: form }), 422)
    const path = subject.path.split('/').slice(0, -1).join('/')
    return c.redirect(`${draftPathIn(c, open.draft.id, `${path}/${typed}`)}?note=saved`, 303)
  }
  const place = anchorOf(form.fields.go ?? '', now, shape)
  return c.redirect(`${draftPathIn(c, open.draft.id, subject.path)}?note=saved${place}`, 303)
}

type SavedField = {
  readonly form: Form
  /** something was changed by it */
  readonly isNew: boolean
  readonly errors: readonly Broken[]
  readonly conflicts: readonly Conflict[]
  readonly step: StepKey | undefined
}

/**
 * The page stays as it is, so it may go on from the new revision only where that differs from the one it shows by its own
 * words alone: otherwise what somebody else wrote would look as if it had been changed back here. `open` is as it is now.
 */
async function savedByItself(c: Context, deps: Deps, open: OpenDraft, saved: SavedField) {
  varyByFragment(c)
  const { form, isNew, errors, conflicts, step } = saved
  const { reader, head } = open
  const text = reader.words.draft
  const base = Number(form.fields.base)
  const isOwn = head.number === base || head.before === base
  const [error] = errors
  const { savedAt, shown } = reader.words.studioPanes
  const done = isNew ? savedAt(clockTime(reader.language, deps.now())) : shown
  const trouble = conflicts.length > 0 ? text.merge.press : error && text.errors[error.error]
  const choice = besideChoice(c, deps.config, form)
  const news = {
    text: trouble ?? (isOwn ? done : text.source.others),
    base: isOwn ? head.number : base,
    beside: step && (await besideOf(c, deps, open, { step, choice })),
    has: form.all('has'),
  }
  return c.html(savedFragment(reader, frameOf(c, open, 0), news), error || conflicts.length > 0 ? 422 : 200)
}

/** A field is left again before the answer to the first save is there: that is nobody else's text. */
async function isAloneSince({ drafts }: Deps, { draft, staff }: OpenDraft, base: string | undefined): Promise<boolean> {
  const later = (await drafts.revisions(draft.id)).filter(({ number }) => number > Number(base))
  return later.every(({ by }) => by === staff.account)
}

async function treeOf(deps: Deps, { draft, head, tree }: OpenDraft, number: string | undefined): Promise<unknown> {
  if (number === undefined || Number(number) === head.number) return tree
  const revision = /^\d{1,9}$/.test(number) ? await deps.drafts.revision(draft.id, Number(number)) : undefined
  return revision ? valuesOf(revision.text) : tree
}

/** What a button does besides saving: one more item of a list, one less, or another order. */
function further(tree: unknown, shape: DraftForm, { fields }: Form): readonly Operation[] {
  const { go = '' } = fields
  if (!go.startsWith('add:')) return pressed(go, shape.root)
  return addItem(tree, shape, go.slice('add:'.length))
}

/** Back to where the button was: at a new item, at the item that moved, or at the top. */
function anchorOf(go: string, tree: unknown, { root }: DraftForm): string {
  const [, what, place = ''] = /^(add|up|down):([\w.-]+)$/.exec(go) ?? []
  if (what === undefined) return ''
  if (what !== 'add') return `#part-${place}`
  const path = [...root, ...place.split('.')]
  const items = at(tree, path)
  const last = Array.isArray(items) ? nameOfItem(items.at(-1), items.length - 1) : namesAt(tree, path).at(-1)
  return last === undefined ? '' : `#part-${place}.${last}`
}

type Merging = { readonly form: Form; readonly conflicts: readonly Conflict[]; readonly seen: number }

async function merging(c: Context, deps: Deps, subject: Subject, { form, conflicts, seen }: Merging) {
  const open = await checkedDraft(c, deps)
  const parts = shownParts(subject.form(open.tree), { reader: open.reader, tree: open.tree, findings: [] })
  const labels = new Map(parts.flatMap(({ fields }) => fields.map(({ name, label, lang }) => [name, { label, lang }])))
  const page = {
    ...{ path: subject.path, page: subject.page, base: form.fields.base ?? '', seen },
    conflicts: conflicts.map(({ field, mine, theirs }) => ({
      ...{ name: field.name, mine, theirs, label: labels.get(field.name)?.label ?? field.name, lang: field.lang },
    })),
  }
  return c.html(mergePage(open.reader, frameOf(c, open, errorsIn(open.checked)), page), 409)
}

/** Somebody took the whole thing out meanwhile. What was written for it is shown once more, to be kept elsewhere. */
async function gone(c: Context, deps: Deps, subject: Subject, shape: DraftForm, form: Form) {
  const open = await checkedDraft(c, deps)
  const typed = shape.parts.flatMap(({ fields }) => fields.flatMap(({ name }) => form.all(name)))
  const page = {
    ...{ path: subject.path, page: subject.page, base: '', seen: open.head.number },
    conflicts: [],
    gone: typed,
  }
  return c.html(mergePage(open.reader, frameOf(c, open, errorsIn(open.checked)), page), 409)
}
