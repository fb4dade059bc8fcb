import type { StaffSession } from '#src/account/account-store.ts'
import type { Language } from '#src/i18n/language.ts'
import { type Finding, findingText } from '#src/journey/finding.ts'
import { type Opened, openDraft } from '#src/studio/change-draft.ts'
import { type CheckedDraft, checkDraft } from '#src/studio/check-draft.ts'
import { valuesOf } from '#src/studio/document.ts'
import { type Place, placeOf } from '#src/studio/place.ts'
import { remembering } from '#src/studio/remember.ts'
import type { StaffReader } from '#views/account/frame.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { plainIn } from '#views/said-in.ts'
import type { DraftFrame } from '#views/studio/draft/frame.ts'
import type { Context, Deps } from './context.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** A draft that is open to whoever asks, as its newest revision has it. */
export type OpenDraft = Opened & {
  readonly staff: StaffSession
  readonly reader: StaffReader
  /** undefined where the text cannot be read */
  readonly tree: unknown
}
export type CheckedOpen = OpenDraft & { readonly checked: CheckedDraft }

export async function theirDraft(c: Context, deps: Deps): Promise<OpenDraft> {
  staffMay(c, 'edit-journey')
  const opened = await openDraft(deps, c.req.param('draft') ?? '')
  const staff = staffMay(c, 'edit-journey', { journey: opened.draft.journey })
  return { ...opened, staff, reader: staffReaderOf(c, deps, staff), tree: valuesOf(opened.head.text) }
}

export async function checkedDraft(c: Context, deps: Deps): Promise<CheckedOpen> {
  const open = await theirDraft(c, deps)
  return { ...open, checked: await checkOf(deps, open) }
}

const MOST_CHECKS = 8
const checks = remembering(MOST_CHECKS, (): { checked?: CheckedDraft } => ({}))

/** The check of a long journey takes a tenth of a second: the same text against the same version is checked once. */
export async function checkOf({ library }: Pick<Deps, 'library'>, { draft, head }: Opened): Promise<CheckedDraft> {
  const newest = (await library.latest(draft.journey))?.version
  const known = checks(JSON.stringify([draft.journey, newest?.number, newest?.hash, head.personas, head.text]))
  known.checked ??= checkDraft(
    { text: head.text, personas: head.personas },
    () => newest?.personas ?? [],
    () => newest?.definition,
    draft.journey,
  )
  return known.checked
}

export function errorsIn({ findings, ...checked }: CheckedDraft): number {
  const isOthers = !checked.ok && checked.otherJourney !== undefined
  return findings.filter(({ severity }) => severity === 'error').length + (isOthers ? 1 : 0)
}

const NOTES = ['saved', 'undone', 'redone', 'restored'] as const

/** `errors` is counted by the check, which takes longer than all else on a page: a field saved by itself does without. */
export function frameOf(
  c: Context,
  { draft, head, reader, tree }: OpenDraft,
  errors: number,
  notice?: Html,
): DraftFrame {
  const note = NOTES.find((one) => one === c.req.query('note'))
  const said =
    note &&
    notificationBanner({ titleText: reader.words.site.important, text: reader.words.draft[note], type: 'success' })
  return {
    ...{ id: draft.id, journey: draft.journey, state: draft.state, head: draft.head },
    title: plainIn(reader.language, draft.title) || draft.journey,
    canUndo: head.before !== undefined,
    canRedo: draft.redo.length > 0,
    errors,
    isReadable: tree !== undefined,
    notice: notice ?? said,
  }
}

export type PlacedFinding = Place & {
  readonly severity: Finding['severity']
  readonly text: string
  /** findings are written in Finnish and English; a Swedish reader gets the English sentence */
  readonly lang: Language
  readonly line: number | undefined
}

/** What the check found, each with the place where it is mended. */
export function findingsOf(open: CheckedOpen): readonly PlacedFinding[] {
  return placedIn(open, open.checked.findings)
}

function pageOf(tree: unknown, { file, path }: Finding): Place {
  // Only the example people stand in a file of their own.
  if (file !== undefined) return { page: 'personas', field: '' }
  return tree === undefined ? { page: 'source', field: '' } : placeOf(tree, path)
}

export function placedIn(
  { tree, reader }: Pick<OpenDraft, 'tree' | 'reader'>,
  findings: readonly Finding[],
): readonly PlacedFinding[] {
  return findings.map((found) => ({
    ...pageOf(tree, found),
    severity: found.severity,
    text: findingText(found, reader.language),
    lang: reader.language === 'fi' ? 'fi' : 'en',
    line: found.line,
  }))
}

export function draftPathIn(c: Context, id: string, rest = ''): string {
  return `/${c.get('language')}/studio/drafts/${id}${rest}`
}
