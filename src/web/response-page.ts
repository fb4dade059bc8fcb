import type { StaffSession } from '#src/account/account-store.ts'
import { recordReading } from '#src/account/audit.ts'
import { AppError } from '#src/errors.ts'
import type { Published } from '#src/journey/library.ts'
import { acceptShare } from '#src/review/accept-share.ts'
import { missingFor, publishResponse } from '#src/review/publish-response.ts'
import { MINISTRY, type Response } from '#src/review/response.ts'
import { dayOf } from '#src/review/response-day.ts'
import type { Answerer } from '#src/review/response-deps.ts'
import { fieldsOf, partsFor, type ResponseErrors, type ResponseFields } from '#src/review/response-form.ts'
import { bodiesOf } from '#src/review/response-opening.ts'
import { isOverdue, nextStates } from '#src/review/response-rules.ts'
import { withPlaces } from '#src/review/said-words.ts'
import { findOwn, type SavedResponse, saveResponse } from '#src/review/save-response.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { type EditPage, editPage } from '#views/response/edit.ts'
import type { Context, Deps } from './context.ts'
import { readForm } from './form.ts'
import { staffReaderOf } from './staff.ts'

/** Where an answer is worked on: the ministry's side or a provider's desk. */
export type Desk = {
  readonly staff: StaffSession
  readonly by: Answerer
  readonly journey: string
  readonly here: 'review' | 'provider'
  /** whoever only looks has no forms */
  readonly isLooking: boolean
  /** the answers' address, and where the way back leads */
  readonly address: string
  readonly back: EditPage['back']
}
type Typed = {
  readonly fields: ResponseFields
  readonly errors: ResponseErrors
  readonly conflict: Response | undefined
}

export async function responseView(c: Context, deps: Deps, desk: Desk, id: string, typed?: Typed): Promise<Html> {
  const response = await findOwn(deps, desk.by, { journey: desk.journey, id })
  const published = await latestOf(deps, desk.journey)
  const { definition } = published.version
  const reader = staffReaderOf(c, deps, desk.staff)
  const { readable, hidden } = await heardBy(deps, desk, response)
  const siblings = (await deps.responses.ofJourney(desk.journey)).filter(
    (one) => one.group === response.group && one.id !== id,
  )
  const asked = new Set([response.body, ...siblings.map(({ body }) => body)])
  const parts = desk.isLooking ? [] : partsFor(desk.by.side, response)
  const errors = (typed?.errors ?? []).map(({ field, error }) => [field, reader.words.response.errors[error]] as const)
  return editPage(reader, {
    definition,
    step: published.journey.places.get(response.step)?.step,
    response,
    isOverdue: isOverdue(response, dayOf(deps.now())),
    parts,
    states: nextStates(response),
    versions: (await deps.versions.list(desk.journey)).map(({ number }) => number),
    values: typed ? typed.fields : fieldsOf(response),
    errors: Object.fromEntries(errors.toReversed()),
    conflict: typed?.conflict,
    words: await withPlaces(deps.library, readable),
    hidden,
    missing: desk.isLooking ? [] : missingFor(response, desk.by.side),
    mayPublish: !desk.isLooking,
    isOwn: !desk.isLooking && response.body === desk.by.side,
    history: await deps.responses.history(id),
    siblings,
    askable: desk.here === 'review' ? bodiesOf(published).filter((body) => !asked.has(body)) : [],
    action: `${desk.address}/${id}`,
    here: desk.here,
    back: desk.back,
    notice: responseNotice(c, deps, desk.staff),
  })
}

export async function saveAnswer(c: Context, deps: Deps, desk: Desk, id: string) {
  const { fields } = await readForm(c)
  const wish = { journey: desk.journey, id, rev: revOf(fields), fields, isReady: fields.go === 'ready' }
  const saved = await saveResponse(deps, desk.by, wish)
  if (saved.ok) return c.redirect(noted(`${desk.address}/${id}`, wish.isReady ? 'ready' : 'saved'), 303)
  return c.html(await responseView(c, deps, desk, id, typedIn(fields, saved)), statusOf(saved))
}

export async function publishAnswer(c: Context, deps: Deps, desk: Desk, id: string) {
  const { fields } = await readForm(c)
  const result = await publishResponse(deps, desk.by, { journey: desk.journey, id, rev: revOf(fields) })
  if (result.ok) return c.redirect(noted(`${desk.address}/${id}`, 'published'), 303)
  return c.redirect(noted(`${desk.address}/${id}`, 'missing' in result ? 'missing' : 'changed'), 303)
}

/** Takes a share and keeps what was written beside it. What is promised is what was read: a stale page takes nothing. */
export async function acceptAnswer(c: Context, deps: Deps, desk: Desk, id: string) {
  const { fields } = await readForm(c)
  const wish = { journey: desk.journey, id, rev: revOf(fields) }
  const isStale = (await findOwn(deps, desk.by, wish)).rev !== wish.rev
  const saved = isStale ? undefined : await saveResponse(deps, desk.by, { ...wish, fields, isReady: false })
  if (saved && !saved.ok) return c.html(await responseView(c, deps, desk, id, typedIn(fields, saved)), statusOf(saved))
  const result = await acceptShare(deps, desk.by, { ...wish, rev: saved?.response.rev ?? wish.rev })
  if (result === 'accepted') return c.redirect(noted(`${desk.address}/${id}`, result), 303)
  if (!Object.hasOwn(fields, 'reason-fi')) return c.redirect(noted(`${desk.address}/${id}`, result), 303)
  // Nothing is taken; what was written stands in the form again, beside what it became meanwhile.
  const conflict = await findOwn(deps, desk.by, wish)
  return c.html(await responseView(c, deps, desk, id, { fields, errors: [], conflict }), 409)
}

type Unsaved = Exclude<SavedResponse, { ok: true }>

function typedIn(fields: ResponseFields, unsaved: Unsaved): Typed {
  if ('conflict' in unsaved) return { fields, errors: [], conflict: unsaved.conflict }
  return { fields, errors: unsaved.errors, conflict: undefined }
}

function statusOf(unsaved: Unsaved): 409 | 422 {
  return 'conflict' in unsaved ? 409 : 422
}

export async function latestOf({ library }: Pick<Deps, 'library'>, journey: string): Promise<Published> {
  const published = await library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return published
}

/** What the form before did. */
export function responseNotice(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const { words } = staffReaderOf(c, deps, staff)
  const notes: Readonly<Record<string, string>> = { ...words.provider.notes, ...words.response.notes }
  const note = c.req.query('note') ?? ''
  if (!Object.hasOwn(notes, note)) return undefined
  return notificationBanner({ titleText: words.site.important, text: notes[note] ?? '', type: 'success' })
}

export function noted(path: string, note: string): string {
  return `${path}?${new URLSearchParams({ note })}`
}

/** The ministry reads all the words it answers; a provider those that a person has let others see. */
async function heardBy(deps: Deps, { staff, by, here, journey }: Desk, { contributions, step }: Response) {
  const found = contributions.length > 0 ? await deps.responses.contributions(contributions) : []
  const written = found.filter(({ text }) => text !== undefined)
  const readable =
    here === 'review' && by.side === MINISTRY ? written : written.filter(({ state }) => state === 'visible')
  if (readable.length > 0) await recordReading(deps, staff, `${journey}/${step}`)
  return { readable, hidden: found.length - readable.length }
}

function revOf({ rev = '' }: ResponseFields): number {
  return /^\d{1,9}$/.test(rev) ? Number(rev) : -1
}
