import type { Measure, Range } from '#src/walk/burden.ts'
import type { StaffReader } from '../../account/frame.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import { select } from '../../components/select.ts'
import { table } from '../../components/table.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftPath } from './frame.ts'
import type { ShownFinding } from './text.ts'

/** What can stand beside the form of a step, in its order. */
export const PANES = ['preview', 'findings', 'burden', 'picture', 'sharing'] as const
export type Pane = (typeof PANES)[number]
export type Beside = {
  readonly shown: readonly Pane[]
  /** the example person and the language of the preview */
  readonly as: string
  readonly in: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly languages: readonly { readonly value: string; readonly text: string; readonly lang: string }[]
  readonly panes: readonly FilledPane[]
}
/** `stamp` tells whether the page has this content already. */
export type FilledPane = { readonly pane: Pane; readonly stamp: string; readonly body: Html }

/** Large pictures wait folded; what changes with every word stands open. */
const OPEN: ReadonlySet<Pane> = new Set(['preview', 'findings', 'burden'])
/** A drawing is wider than its pane and moves in it, by the arrow keys too. */
const DRAWN: ReadonlySet<Pane> = new Set(['picture', 'sharing'])

/** The form with everything that is to be seen beside it: three columns where there is room, else one below the other. */
export function withBeside(reader: StaffReader, beside: Beside | undefined, form: Html): Html {
  if (!beside) return form
  const folds = (panes: readonly Pane[]) =>
    html`<div class="polku-beside__panes">${panes.map((pane) => paneFold(reader, beside, pane))}</div>`
  return html`<div class="polku-beside"><div class="polku-beside__form">${form}</div>
${folds(['preview'])}
${folds(['findings', 'burden', 'picture', 'sharing'])}</div>`
}

/** A pane that is switched off keeps its place, empty and unseen: the next save may fill it. */
function paneFold({ words }: StaffReader, { panes }: Beside, pane: Pane): Html {
  const filled = panes.find((one) => one.pane === pane)
  return html`<details class="polku-pane" data-pane="${pane}"${OPEN.has(pane) && html` open`}><summary><h2 class="govuk-heading-s" id="pane-${pane}-title">${words.studioPanes.panes[pane]}</h2></summary>
${filled ? paneBody(filled) : emptyPane(pane)}</details>`
}

function emptyPane(pane: Pane, isNews = false): Html {
  return html`<div id="pane-${pane}" data-off${isNews && html` hx-swap-oob="true"`}></div>`
}

function paneBody({ pane, stamp, body }: FilledPane, isNews = false): Html {
  return html`<div id="pane-${pane}" data-stamp="${stamp}"${DRAWN.has(pane) && html` role="region" aria-labelledby="pane-${pane}-title" tabindex="0"`}${isNews && html` hx-swap-oob="true"`}><input type="hidden" name="has" value="${pane}.${stamp}" form="draft-form">${body}</div>`
}

/** What a save changes beside the form: only what looks otherwise than the page has it. */
export function besideNews({ panes }: Pick<Beside, 'panes'>, has: readonly string[]): Html {
  const isOn = (pane: Pane) => panes.some((filled) => filled.pane === pane)
  const off = PANES.filter((pane) => !isOn(pane) && has.some((one) => one.startsWith(`${pane}.`)))
  return html`${panes.filter(({ pane, stamp }) => !has.includes(`${pane}.${stamp}`)).map((pane) => paneBody(pane, true))}${off.map((pane) => emptyPane(pane, true))}`
}

/** Part of the form itself: whatever is chosen is sent with the next save, with script or without. */
export function besideSettings({ words }: StaffReader, { shown, as, people, languages, ...beside }: Beside): Html {
  const text = words.studioPanes
  return details({
    summaryText: text.settings,
    classes: 'polku-beside__settings',
    text: html`<input type="hidden" name="beside" value="">${checkboxes({
      name: 'beside',
      idPrefix: 'beside',
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: text.choose, classes: 'govuk-fieldset__legend--s' } },
      items: PANES.map((pane) => ({ value: pane, text: text.panes[pane] })),
      values: shown,
    })}
${select({ name: 'beside-as', label: { text: text.as }, value: as, items: [{ value: '', text: text.nobody }, ...people.map(({ id, name }) => ({ value: id, text: name }))] })}
${select({ name: 'beside-in', label: { text: text.in }, value: beside.in, items: languages })}`,
  })
}

/** A step as it is met, in the width of a phone. */
export function previewPane(
  { words }: StaffReader,
  { body, lang, notOf }: { readonly body: Html; readonly lang: string; readonly notOf: string | undefined },
): Html {
  const text = words.studioPanes
  return html`<p class="govuk-hint">${notOf && html`${text.notTheirs(notOf)} `}${text.previewOnly}</p>
<div class="polku-phone" lang="${lang}" data-preview>${body}</div>`
}

export function notNow({ words }: StaffReader): Html {
  return html`<p class="govuk-body">${words.studioPanes.notNow}</p>`
}

const MOST_FINDINGS = 30

/** What the check says of this step, each remark with the way to its field, and how much it says elsewhere. */
export function findingsPane(
  reader: StaffReader,
  frame: DraftFrame,
  { page, findings }: { readonly page: string; readonly findings: readonly ShownFinding[] },
): Html {
  const { words } = reader
  const text = words.studioPanes
  const own = findings.filter((found) => found.page === page)
  const others = findings.length - own.length
  const item = ({ severity, text: said, lang, field }: ShownFinding) =>
    html`<li data-finding="${severity}"><a class="govuk-link" href="#${field || 'main'}"><span lang="${lang}">${said}</span></a> <span class="govuk-hint">${words.studio.severities[severity]}</span></li>`
  return html`${
    own.length === 0
      ? html`<p class="govuk-body">${text.clean}</p>`
      : html`<ul class="govuk-list govuk-list--spaced">${own.slice(0, MOST_FINDINGS).map(item)}</ul>`
  }
${others > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${draftPath(reader, frame, '/check')}">${text.elsewhere(others)}</a></p>`}`
}

export type BurdenLine = {
  readonly measure: Measure
  readonly now: Range | undefined
  readonly proposed: Range | undefined
  readonly published: Range | undefined
}

/** Today against the proposal, and whether the proposal costs otherwise than the one that is published. */
export function burdenPane(
  { words }: StaffReader,
  {
    lines,
    person,
    isPublished,
  }: { readonly lines: readonly BurdenLine[]; readonly person: string | undefined; readonly isPublished: boolean },
): Html {
  const text = words.studioPanes.burden
  if (lines.length === 0) return html`<p class="govuk-body">${text.nobody}</p>`
  const since = ({ proposed, published }: BurdenLine) => {
    if (!isPublished) return text.unpublished
    return said(proposed) === said(published) ? text.same : text.changed(said(published))
  }
  return html`<p class="govuk-hint">${person === undefined ? text.ofAll : text.ofPerson(person)}</p>
${table({
  caption: words.studioPanes.panes.burden,
  captionClasses: 'govuk-visually-hidden',
  classes: 'polku-pane__table',
  firstCellIsHeader: true,
  head: [text.measure, text.now, text.proposed, text.published].map((name) => ({ text: name })),
  rows: lines.map((line) => [
    { text: words.picture.burden.measures[line.measure] },
    { text: said(line.now) },
    { text: said(line.proposed), attributes: { 'data-burden': `draft/${line.measure}` } },
    { text: since(line) },
  ]),
})}`
}

function said(range: Range | undefined): string {
  if (!range) return '–'
  return range.from === range.to ? String(range.from) : `${range.from}–${range.to}`
}
