import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { draftJourney, draftVersion, isJourneyId } from '#src/studio/create-draft.ts'
import { change, type Operation, valuesOf } from '#src/studio/document.ts'
import { languagesOf } from '#src/studio/form-parts.ts'
import { addStep, addTrack, idFrom, stepsFromLines } from '#src/studio/new-parts.ts'
import { whatOf } from '#src/studio/save-form.ts'
import { STEP_KINDS } from '#src/studio/step-form.ts'
import { at, listAt, nameOfItem, namesAt, wordsIn } from '#src/studio/values.ts'
import { draftListPage, type NewDraftForm } from '#views/studio/draft/list.ts'
import { type OutlinePage, outlinePage } from '#views/studio/draft/outline.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'
import { draftBorrowing } from './studio-draft-borrow.ts'
import { draftComments } from './studio-draft-comments.ts'
import { draftForms } from './studio-draft-form.ts'
import { draftHistory } from './studio-draft-history.ts'
import {
  type CheckedOpen,
  checkedDraft,
  draftPathIn,
  errorsIn,
  findingsOf,
  frameOf,
  type OpenDraft,
  theirDraft,
} from './studio-draft-page.ts'
import { draftPersonas } from './studio-draft-personas.ts'
import { draftPublishing } from './studio-draft-publish.ts'
import { draftSharing } from './studio-draft-share.ts'
import { draftTexts } from './studio-draft-text.ts'
import { draftVoices } from './studio-draft-voices.ts'
import { draftWords } from './studio-draft-words.ts'
import { newJourneys } from './studio-new.ts'

/** Where designers write a journey: its drafts, and every page of one. */
export function draftRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/studio/drafts`, draftPages(deps))
  return routes
}

function draftPages(deps: Deps): Hono<Env> {
  const pages = new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => c.html(await listView(c, deps, NOTHING)))
    .post('/', (c) => begun(c, deps))
  // Before the drafts, for it stands where their ids do.
  newJourneys(pages, deps)
  pages
    .get('/:draft', async (c) => c.html(outlineView(c, await checkedDraft(c, deps), await commentCounts(c, deps))))
    .post('/:draft', (c) => outlined(c, deps))
  draftTexts(pages, deps)
  draftHistory(pages, deps)
  draftBorrowing(pages, deps)
  draftWords(pages, deps)
  draftComments(pages, deps)
  draftVoices(pages, deps)
  draftSharing(pages, deps)
  draftPublishing(pages, deps)
  draftPersonas(pages, deps)
  // Last, for the other pages of a draft have addresses of the same shape as its lists.
  draftForms(pages, deps)
  return pages
}

const NOTHING: NewDraftForm = { values: {}, languages: ['fi', 'sv', 'en'], error: undefined }

async function listView(c: Context, deps: Deps, form: NewDraftForm) {
  const staff = staffMay(c, 'edit-journey')
  const published = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
  return draftListPage(staffReaderOf(c, deps, staff), {
    drafts: (await deps.drafts.all()).filter(({ journey }) => isTheirs(staff, journey)),
    published: published.map(({ version }) => ({ id: version.journey, title: version.definition.title })),
    form,
  })
}

async function begun(c: Context, deps: Deps) {
  const form = await readForm(c)
  const { from, version } = form.fields
  if (from === undefined) return begunAnew(c, deps, form)
  const staff = staffMay(c, 'edit-journey', { journey: from })
  const published = await (version === undefined ? deps.versions.latest(from) : versionNamed(deps, from, version))
  if (!published) throw new AppError('not-found', 'journey')
  const { id } = await draftVersion(deps, staff.account, published)
  return c.redirect(draftPathIn(c, id), 303)
}

async function versionNamed({ versions }: Deps, journey: string, number: string) {
  return /^[1-9]\d{0,8}$/.test(number) ? versions.find(journey, Number(number)) : undefined
}

async function begunAnew(c: Context, deps: Deps, { fields, all }: Form) {
  const staff = staffMay(c, 'edit-journey')
  const languages = LANGUAGES.filter((language) => all('languages').includes(language))
  const title = titleIn(fields, LANGUAGES)
  const text = staffReaderOf(c, deps, staff).words.draft.list.errors
  const again = async (field: 'title-fi' | 'languages' | 'id', key: keyof typeof text) =>
    c.html(await listView(c, deps, { values: fields, languages, error: { field, text: text[key] } }), 422)
  if (Object.keys(title).length === 0) return again('title-fi', 'title')
  if (languages.length === 0) return again('languages', 'languages')
  const typed = (fields.id ?? '').trim()
  const id = typed === '' ? idFrom(title.en ?? title.fi ?? title.sv ?? '', '-', []) : typed
  if (!isJourneyId(id)) return again('id', 'id')
  if (await deps.library.latest(id)) return again('id', 'taken')
  staffMay(c, 'edit-journey', { journey: id })
  const draft = await draftJourney(deps, staff.account, { id, title, languages })
  return c.redirect(draftPathIn(c, draft.id), 303)
}

export function titleIn(fields: Form['fields'], languages: readonly string[]): Readonly<Record<string, string>> {
  const said = languages.map((language) => [language, (fields[`title-${language}`] ?? '').trim()] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

async function commentCounts(c: Context, deps: Deps): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { step, resolvedBy } of await deps.drafts.comments(c.req.param('draft') ?? ''))
    if (step !== undefined && resolvedBy === undefined) counts.set(step, (counts.get(step) ?? 0) + 1)
  return counts
}

function outlineView(
  c: Context,
  open: CheckedOpen,
  comments: ReadonlyMap<string, number>,
  refused?: OutlinePage['refused'],
) {
  const { tree, reader } = open
  const languages = [reader.language, ...languagesOf(tree)]
  const found = findingsOf(open)
  const tracks = namesAt(tree, ['tracks']).map((id) => ({
    id,
    title: wordsIn(at(tree, ['tracks', id, 'title']), languages) ?? id,
    steps: listAt(tree, ['tracks', id, 'steps']).map((step, index) => {
      const name = nameOfItem(step, index)
      const own = found.filter(({ page }) => page === `steps/${id}/${name}`)
      const errors = own.filter(({ severity }) => severity === 'error').length
      return {
        ...{ id: name, title: wordsIn(at(step, ['title']), languages) ?? name, kind: String(at(step, ['kind']) ?? '') },
        ...{ errors, remarks: own.length - errors, comments: comments.get(`${id}/${name}`) ?? 0 },
      }
    }),
  }))
  return outlinePage(reader, frameOf(c, open, errorsIn(open.checked)), {
    tracks,
    languages: languagesOf(tree),
    kinds: STEP_KINDS,
    refused,
  })
}

async function outlined(c: Context, deps: Deps) {
  const open = await theirDraft(c, deps)
  const { fields } = await readForm(c)
  const made = (tree: unknown) => outlineOperations(tree, fields)
  if (made(open.tree).length === 0) {
    const text = open.reader.words.draft.errors.title
    const refused = { track: fields.track ?? 'new-track', text, values: fields }
    return c.html(outlineView(c, await checkedDraft(c, deps), await commentCounts(c, deps), refused), 422)
  }
  await changeWith(deps, open, made)
  return c.redirect(`${draftPathIn(c, open.draft.id)}?note=saved${anchorOf(fields)}`, 303)
}

function anchorOf({ track, go = '' }: Form['fields']): string {
  const place = track ?? go.split(':')[1]?.split('.')[1]
  return place === undefined ? '' : `#${encodeURIComponent(place)}`
}

/** Changes the newest text by what is made of it: on the way there somebody else may have changed it. */
export async function changeWith(
  deps: Deps,
  { draft, staff }: OpenDraft,
  made: (tree: unknown) => readonly Operation[],
): Promise<void> {
  await changeDraft(deps, staff.account, draft.id, ({ text }) => {
    const operations = made(valuesOf(text))
    const changed = change(text, operations)
    return changed.ok ? { text: changed.text, what: whatOf(operations) } : undefined
  })
}

function outlineOperations(tree: unknown, fields: Form['fields']): readonly Operation[] {
  const languages = languagesOf(tree)
  const { go = '', track = '', kind = 'task' } = fields
  if (go === 'add-step' || go === 'add-track') {
    const title = titleIn(fields, languages)
    if (Object.keys(title).length === 0) return []
    return [go === 'add-step' ? addStep(tree, track, { kind, title }) : addTrack(tree, title)]
  }
  if (go === 'add-steps') return addSteps(tree, { track, kind, titles: stepsFromLines(fields.lines ?? '', languages) })
  return pressed(go)
}

/** Each of the new steps has an id of its own, also where two are called the same. */
function addSteps(
  tree: unknown,
  { track, kind, titles }: { track: string; kind: string; titles: readonly Readonly<Record<string, string>>[] },
): readonly Operation[] {
  const before = listAt(tree, ['tracks', track, 'steps'])
  const added: unknown[] = []
  return titles.map((title) => {
    const sofar = { ...asRecord(tree), tracks: { [track]: { steps: [...before, ...added] } } }
    const operation = addStep(sofar, track, { kind, title })
    if (operation.do === 'add') added.push(operation.value)
    return operation
  })
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** `up:tracks.estate.steps.inventory`: what a button means, and of what. */
export function pressed(go: string, root: readonly (string | number)[] = []): readonly Operation[] {
  const [, what, place = ''] = /^(up|down|remove):([\w.-]+)$/.exec(go) ?? []
  if (what === undefined) return []
  const path = [...root, ...place.split('.')]
  return what === 'remove' ? [{ do: 'remove', path }] : [{ do: 'move', path, by: what === 'up' ? -1 : 1 }]
}
