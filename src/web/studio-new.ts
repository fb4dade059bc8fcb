import type { Hono } from 'hono'
import { findingText } from '#src/journey/finding.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { openDraft } from '#src/studio/change-draft.ts'
import { copiedText } from '#src/studio/copy-journey.ts'
import { draftFromText } from '#src/studio/create-draft.ts'
import { journeyFromPtv, readPtv } from '#src/studio/from-ptv.ts'
import { importJourney } from '#src/studio/import-journey.ts'
import { TEMPLATES, templateText } from '#src/studio/templates.ts'
import { WAYS, type Way, waysPage } from '#views/studio/draft/new-journey.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { staffMay, staffReaderOf } from './staff.ts'
import { draftPathIn } from './studio-draft-page.ts'
import { madeFrom, refusedWay, sourcesOf, wayView } from './studio-new-form.ts'
import { fromSpreadsheet } from './studio-new-sheet.ts'

/** A journey begun with something that is there already: nothing is stored before it has been looked at. */
export function newJourneys(pages: Hono<Env>, deps: Deps) {
  pages.get('/new', (c) => c.html(waysPage(staffReaderOf(c, deps, staffMay(c, 'edit-journey')))))
  for (const way of WAYS) {
    pages.get(`/new/${way}`, async (c) => c.html(await wayView(c, deps, way, {})))
    pages.post(`/new/${way}`, async (c) => {
      staffMay(c, 'edit-journey')
      return MAKE[way](c, deps, await readForm(c))
    })
  }
}

const MAKE: { readonly [W in Way]: (c: Context, deps: Deps, form: Form) => Promise<Response> } = {
  template: fromTemplate,
  copy: copied,
  imported,
  spreadsheet: fromSpreadsheet,
  ptv: fromPtv,
}

async function fromTemplate(c: Context, deps: Deps, form: Form) {
  const template = TEMPLATES.find((one) => one === form.fields.template) ?? 'one-provider'
  return madeFrom(c, deps, { way: 'template', form }, (journey) => templateText(template, journey))
}

async function copied(c: Context, deps: Deps, form: Form) {
  const text = await sourceText(c, deps, form.fields.source ?? '')
  if (text === undefined) return refusedWay(c, deps, 'copy', form, { why: 'source', field: 'source' })
  return madeFrom(c, deps, { way: 'copy', form }, (journey) => copiedText(text, journey))
}

async function sourceText(c: Context, deps: Deps, source: string): Promise<string | undefined> {
  const allowed = await sourcesOf(c, deps)
  if (!allowed.some(({ value }) => value === source)) return undefined
  const id = source.slice(2)
  if (source.startsWith('d:')) return (await openDraft(deps, id)).head.text
  const published = await deps.library.latest(id)
  return published && writeDefinition(published.version.definition)
}

async function fromPtv(c: Context, deps: Deps, form: Form) {
  const text = form.fields.file || form.fields.text || ''
  const collection = readPtv(text)
  if (!collection) return refusedWay(c, deps, 'ptv', form, { why: text.trim() === '' ? 'missing' : 'notPtv' })
  const day = new Date(deps.now()).toISOString().slice(0, 10)
  const fallback = collection.name
  const shown = { values: { ...form.fields, text } }
  return madeFrom(c, deps, { way: 'ptv', form, fallback, shown }, (journey) => journeyFromPtv(journey, collection, day))
}

const MOST_FINDINGS = 50

async function imported(c: Context, deps: Deps, form: Form) {
  const sent = form.fields.file || form.fields.text || ''
  if (form.notText.length > 0) return refusedWay(c, deps, 'imported', form, { why: 'notText' })
  if (sent.trim() === '') return refusedWay(c, deps, 'imported', form, { why: 'missing' })
  const all = await deps.library.allLatest()
  const read = importJourney(sent, (id) => all.find(({ version }) => version.journey === id)?.version.definition)
  if (!read.ok || (!read.isClean && form.fields.go !== 'anyway')) {
    const { language, words } = staffReaderOf(c, deps, staffMay(c, 'edit-journey'))
    const errors = read.findings.filter(({ severity }) => severity === 'error').slice(0, MOST_FINDINGS)
    const lang = language === 'fi' ? 'fi' : 'en'
    const findings = errors.map((found) => ({ text: findingText(found, language), lang, line: found.line }))
    const text = read.ok ? words.studioFiles.findings : words.studioFiles.errors.broken
    const problem = { field: 'text', text, findings }
    return c.html(await wayView(c, deps, 'imported', { values: { text: sent }, problem, isReadable: read.ok }), 422)
  }
  const { id, title } = read.definition
  const staff = staffMay(c, 'edit-journey', { journey: id })
  const baseVersion = all.find(({ version }) => version.journey === id)?.version.number
  const draft = await draftFromText(deps, staff.account, { journey: id, title, baseVersion, text: read.text })
  return c.redirect(draftPathIn(c, draft.id), 303)
}
