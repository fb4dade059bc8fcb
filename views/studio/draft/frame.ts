import type { DraftState } from '#src/studio/draft-store.ts'
import { type StaffReader, staffPage } from '../../account/frame.ts'
import { backLink } from '../../components/back-link.ts'
import { button } from '../../components/button.ts'
import { attributes } from '../../components/content.ts'
import { insetText } from '../../components/inset-text.ts'
import { tag } from '../../components/tag.ts'
import { type Html, html } from '../../html.ts'

/** The pages of a draft, in the order of its menu. */
export const DRAFT_PAGES = [
  'outline',
  'details',
  'facts',
  'providers',
  'conditions',
  'data',
  'documents',
  'sources',
  'personas',
  'borrow',
  'words',
  'source',
  'check',
  'history',
  'share',
  'publish',
] as const
export type DraftPage = (typeof DRAFT_PAGES)[number]

/** What every page of a draft shows of it. */
export type DraftFrame = {
  readonly id: string
  readonly journey: string
  readonly title: string
  readonly state: DraftState
  readonly head: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly errors: number
  /** its text can be shown as forms */
  readonly isReadable: boolean
  readonly notice: Html | undefined
}
type Framed = {
  readonly page: DraftPage
  readonly title: string
  readonly body: Html
  /** the page a page of this one leads back to */
  readonly back?: string | undefined
  readonly hasErrors?: boolean | undefined
  readonly data?: Record<string, string> | undefined
  readonly htmx?: boolean | undefined
}

export function draftPath({ language }: StaffReader, { id }: Pick<DraftFrame, 'id'>, rest = ''): string {
  return `/${language}/studio/drafts/${id}${rest}`
}

/** A page of a draft: the way to its other parts, and undo and redo on each of them. */
export function draftFrame(reader: StaffReader, draft: DraftFrame, framed: Framed): Html {
  const { words, language } = reader
  const backTo = framed.back ?? `/${language}/studio/drafts`
  return staffPage(reader, {
    title: `${framed.title}, ${draft.title}`,
    page: `studio-draft-${framed.page}`,
    here: 'studio',
    data: { journey: draft.journey, draft: draft.id, revision: String(draft.head), ...framed.data },
    back: backLink({ href: backTo, text: framed.back ? words.draft.pages[framed.page] : words.draft.list.title }),
    notice: draft.notice,
    hasErrors: framed.hasErrors,
    htmx: framed.htmx,
    body: html`<span class="govuk-caption-l">${draft.title} ${tag({ text: words.draft.states[draft.state], classes: 'govuk-tag--grey' })}</span>
<h1 class="govuk-heading-l">${framed.title}</h1>
<div id="undoing">${undoing(reader, draft)}</div>
${menu(reader, draft, framed.page)}
${!draft.isReadable && framed.page !== 'source' && insetText({ text: html`${words.draft.unreadable} <a class="govuk-link" href="${draftPath(reader, draft, '/source')}">${words.draft.mend}</a>` })}
${framed.body}`,
  })
}

/** Undo and redo send the revision they mean: pressed twice, or after somebody else, they do nothing unseen. */
export function undoing(reader: StaffReader, draft: DraftFrame): Html | false {
  const { words, formToken } = reader
  const press = (go: 'undo' | 'redo') =>
    button({ text: words.draft[go], name: 'go', value: go, classes: 'govuk-button--secondary' })
  const isOpen = draft.state !== 'archived' && (draft.canUndo || draft.canRedo)
  return (
    isOpen &&
    html`<form method="post" action="${draftPath(reader, draft, '/history')}" data-form="undo" class="govuk-button-group"><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="seen" value="${draft.head}">${draft.canUndo && press('undo')}${draft.canRedo && press('redo')}</form>`
  )
}

function menu(reader: StaffReader, draft: DraftFrame, here: DraftPage): Html {
  const { words } = reader
  const item = (page: DraftPage) => {
    const current = attributes({ 'aria-current': page === here ? 'page' : undefined })
    const count = page === 'check' && draft.errors > 0 ? ` (${draft.errors})` : ''
    const path = page === 'outline' ? '' : `/${page}`
    return html`<li><a class="govuk-link" href="${draftPath(reader, draft, path)}"${current}>${words.draft.pages[page]}${count}</a></li>`
  }
  return html`<nav class="polku-staff-nav" aria-label="${words.draft.parts}"><ul class="govuk-list">${DRAFT_PAGES.map(item)}</ul></nav>`
}
