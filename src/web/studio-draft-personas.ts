import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { writePeople } from '#src/studio/check-draft.ts'
import { changePeople, type Operation, peopleOf } from '#src/studio/document.ts'
import type { Revision } from '#src/studio/draft-store.ts'
import { hindrances } from '#src/studio/draft-versions.ts'
import { idFrom } from '#src/studio/new-parts.ts'
import { personaForm } from '#src/studio/persona-form.ts'
import { type Broken, formChange, whatOf } from '#src/studio/save-form.ts'
import { unshown } from '#src/studio/unshown.ts'
import { at, nameOfItem, wordsIn } from '#src/studio/values.ts'
import { draftFormPage, savedFragment } from '#views/studio/draft/form.ts'
import { mergePage } from '#views/studio/draft/merge.ts'
import { personasPage } from '#views/studio/draft/personas.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { varyByFragment } from './headers.ts'
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

/** The example people of a draft: listed, added, edited and taken out. */
export function draftPersonas(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/personas', async (c) => c.html(await personasView(c, deps)))
    .post('/:draft/personas', (c) => listed(c, deps))
    .get('/:draft/personas/:persona', async (c) => c.html(await personaView(c, deps)))
    .post('/:draft/personas/:persona', (c) => saved(c, deps))
}

/** Until somebody changes them they are those of the newest published version. */
async function peopleTextOf({ library }: Pick<Deps, 'library'>, journey: string, personas: string | undefined) {
  return personas ?? writePeople((await library.latest(journey))?.version.personas ?? [])
}

async function personasView(c: Context, deps: Deps, problem?: string) {
  const open = await checkedDraft(c, deps)
  const people = peopleOf(await peopleTextOf(deps, open.draft.journey, open.head.personas))
  return personasPage(open.reader, frameOf(c, open, errorsIn(open.checked)), {
    people: people?.map((one, index) => ({
      id: nameOfItem(one, index),
      name: wordsIn(at(one, ['name']), []) ?? nameOfItem(one, index),
    })),
    findings: findingsOf(open).filter(({ page }) => page === 'personas'),
    canTry: hindrances(open.checked.findings).length === 0,
    problem,
  })
}

/** Adds a person by name, or takes one out. */
async function listed(c: Context, deps: Deps) {
  const open = await theirDraft(c, deps)
  const { name = '', go = '' } = (await readForm(c)).fields
  const [, gone] = /^remove:([\w-]+)$/.exec(go) ?? []
  if (gone === undefined && name.trim() === '')
    return c.html(await personasView(c, deps, open.reader.words.studioForms.errors.name), 422)
  let added = ''
  await changePersonas(deps, open, (people) => {
    if (gone !== undefined) return [{ do: 'remove', path: [gone] }]
    added = idFrom(name, '-', people.map(nameOfItem))
    return [{ do: 'add', path: [], value: { id: added, name: name.trim(), introduction: {}, facts: {} } }]
  })
  const to = added === '' ? '/personas' : `/personas/${added}`
  return c.redirect(`${draftPathIn(c, open.draft.id, to)}?note=saved`, 303)
}

type Made = (people: readonly unknown[]) => readonly Operation[]

async function changePersonas(deps: Deps, open: OpenDraft, made: Made) {
  const published = await peopleTextOf(deps, open.draft.journey, undefined)
  return changeDraft(deps, open.staff.account, open.draft.id, ({ text, personas = published }) => {
    const operations = made(peopleOf(personas) ?? [])
    const changed = changePeople(personas, operations)
    const isNew = changed.ok && operations.length > 0
    return isNew ? { text, personas: changed.text, what: `personas ${whatOf(operations)}` } : undefined
  })
}

async function personaView(c: Context, deps: Deps, errors: readonly Broken[] = []) {
  const open = await checkedDraft(c, deps)
  const { reader, tree } = open
  const id = c.req.param('persona') ?? ''
  const people = peopleOf(await peopleTextOf(deps, open.draft.journey, open.head.personas))
  const person = at(people, [id])
  if (person === undefined) throw new AppError('not-found', 'example person')
  const form = personaForm(tree, people, id, reader.language)
  const findings = findingsOf(open).filter(({ page }) => page === 'personas')
  return draftFormPage(reader, frameOf(c, open, errorsIn(open.checked)), {
    ...{ page: 'personas', path: `/personas/${id}`, back: '/personas', rename: undefined, comments: undefined },
    title: wordsIn(at(person, ['name']), []) ?? id,
    parts: shownParts(form, { reader, tree, values: people, errors, findings }),
    unshown: unshown(people, form),
    problems: errors.map(({ field, error }) => ({ text: reader.words.draft.errors[error], field: field.name })),
  })
}

async function saved(c: Context, deps: Deps) {
  const open = await theirDraft(c, deps)
  const form = await readForm(c)
  const id = c.req.param('persona') ?? ''
  const base = peopleOf(
    await peopleTextOf(deps, open.draft.journey, (await revisionOf(deps, open, form.fields.base)).personas),
  )
  const seen =
    form.fields.seen &&
    peopleOf(await peopleTextOf(deps, open.draft.journey, (await revisionOf(deps, open, form.fields.seen)).personas))
  const shape = personaForm(open.tree, base, id, open.reader.language)
  if (at(base, [id]) === undefined) throw new AppError('not-found', 'example person')
  let wish: ReturnType<typeof formChange> = { operations: [], errors: [], conflicts: [] }
  const after = await changePersonas(deps, open, (head) => {
    wish = formChange({ form: shape, base, head, sent: form, seen: seen || undefined })
    return at(head, [id]) === undefined ? [] : wish.operations
  })
  const { errors, conflicts } = wish
  const now = { ...open, ...after }
  if (c.req.header('hx-request') === 'true') return savedByItself(c, now, form, wish)
  if (conflicts.length > 0) return merging(c, deps, now, form, conflicts)
  if (errors.length > 0) return c.html(await personaView(c, deps, errors), 422)
  return c.redirect(`${draftPathIn(c, open.draft.id, `/personas/${id}`)}?note=saved`, 303)
}

async function revisionOf({ drafts }: Deps, { draft, head }: OpenDraft, number = ''): Promise<Revision> {
  const revision = /^\d{1,9}$/.test(number) ? await drafts.revision(draft.id, Number(number)) : undefined
  return revision ?? head
}

type Wish = ReturnType<typeof formChange>

/** The page goes on from the new revision only where nobody else has written in between. */
function savedByItself(c: Context, open: OpenDraft, form: Form, { errors: [error], conflicts }: Wish) {
  varyByFragment(c)
  const text = open.reader.words.draft
  const base = Number(form.fields.base)
  const isOwn = open.head.number === base || open.head.before === base
  const trouble = conflicts.length > 0 ? text.merge.press : error && text.errors[error.error]
  const said = trouble ?? (isOwn ? text.saved : text.source.others)
  const news = { text: said, base: isOwn ? open.head.number : base, has: [] }
  return c.html(savedFragment(open.reader, frameOf(c, open, 0), news), trouble === undefined ? 200 : 422)
}

async function merging(c: Context, deps: Deps, { head }: OpenDraft, form: Form, conflicts: Wish['conflicts']) {
  const open = await checkedDraft(c, deps)
  const { persona = '' } = c.req.param()
  const page = {
    ...({ path: `/personas/${persona}`, page: 'personas', base: form.fields.base ?? '', seen: head.number } as const),
    conflicts: conflicts.map(({ field: { name, label, lang }, mine, theirs }) => ({
      ...{ name, mine, theirs, lang, label: fieldName(open, label) },
    })),
  }
  return c.html(mergePage(open.reader, frameOf(c, open, errorsIn(open.checked)), page), 409)
}

function fieldName({ reader }: OpenDraft, label: string): string {
  const names: Readonly<Record<string, string>> = reader.words.draftFields.fields
  return names[label] ?? label
}
