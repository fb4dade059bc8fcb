import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { tag } from '../../components/tag.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type OutlineStep = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly errors: number
  readonly remarks: number
  readonly comments: number
}
export type OutlineTrack = {
  readonly id: string
  readonly title: string
  readonly steps: readonly OutlineStep[]
}
export type OutlinePage = {
  readonly tracks: readonly OutlineTrack[]
  readonly languages: readonly string[]
  readonly kinds: readonly string[]
  /** typed into the form of a track (or of a new one) and not accepted */
  readonly refused:
    | { readonly track: string; readonly text: string; readonly values: Readonly<Record<string, string>> }
    | undefined
}

/** Strands and steps in their order, each with what the check says of it; steps are added, moved and taken out here. */
export function outlinePage(reader: StaffReader, frame: DraftFrame, page: OutlinePage): Html {
  const { words } = reader
  const { refused } = page
  return draftFrame(reader, frame, {
    page: 'outline',
    title: words.draft.pages.outline,
    hasErrors: refused !== undefined,
    body: html`${refused && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: refused.text, href: `#${refused.track}-title-${page.languages[0] ?? 'fi'}` }] })}
${page.tracks.map((track, index) => trackSection(reader, frame, page, track, index))}
${addTrack(reader, frame, page)}`,
  })
}

function trackSection(
  reader: StaffReader,
  frame: DraftFrame,
  page: OutlinePage,
  track: OutlineTrack,
  index: number,
): Html {
  const text = reader.words.draft.outline
  const { id, title, steps } = track
  return html`<section aria-labelledby="${id}" data-track="${id}"><h2 class="govuk-heading-m" id="${id}">${title}</h2>
<p class="govuk-body"><a class="govuk-link" href="${draftPath(reader, frame, `/tracks/${id}`)}">${text.editTrack}<span class="govuk-visually-hidden">: ${title}</span></a></p>
${steps.length === 0 ? html`<p class="govuk-body">${text.empty}</p>` : stepList(reader, frame, track)}
${details({ summaryText: html`${text.addStep}<span class="govuk-visually-hidden">: ${title}</span>`, open: page.refused?.track === id, text: addStep(reader, frame, page, track) })}
${details({ summaryText: html`${text.addSteps}<span class="govuk-visually-hidden">: ${title}</span>`, text: addSteps(reader, frame, page, track) })}
${page.tracks.length > 1 && order(reader, frame, { path: `tracks.${id}`, title, isFirst: index === 0, isLast: index === page.tracks.length - 1, removes: steps.length === 0 })}</section>`
}

function stepList(reader: StaffReader, frame: DraftFrame, { id, steps }: OutlineTrack): Html {
  const { words } = reader
  const kinds: Readonly<Record<string, string>> = words.draftFields.options
  const item = (step: OutlineStep, index: number) =>
    html`<li data-step="${id}/${step.id}" data-errors="${step.errors}"><a class="govuk-link" href="${draftPath(reader, frame, `/steps/${id}/${step.id}`)}">${step.title}</a> <span class="govuk-hint">${kinds[step.kind] ?? step.kind}</span> ${counts(reader, step)}
${order(reader, frame, { path: `tracks.${id}.steps.${step.id}`, title: step.title, isFirst: index === 0, isLast: index === steps.length - 1, removes: true })}</li>`
  return html`<ol class="govuk-list govuk-list--number polku-outline">${steps.map(item)}</ol>`
}

function counts({ words }: StaffReader, { errors, remarks, comments }: OutlineStep): Html {
  const { severities } = words.studio
  return html`${errors > 0 && tag({ text: `${severities.error}: ${errors}`, classes: 'govuk-tag--red' })} ${remarks > 0 && tag({ text: `${severities.note}: ${remarks}`, classes: 'govuk-tag--grey' })} ${comments > 0 && tag({ text: `${words.draft.comments.title}: ${comments}`, classes: 'govuk-tag--grey' })}`
}

type Placed = {
  readonly path: string
  readonly title: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly removes: boolean
}

function order(reader: StaffReader, frame: DraftFrame, { path, title, isFirst, isLast, removes }: Placed): Html {
  const { words, formToken } = reader
  const press = (go: 'up' | 'down' | 'remove') =>
    html`<button type="submit" name="go" value="${go}:${path}" class="polku-link-button">${words.draft[go]}<span class="govuk-visually-hidden">: ${title}</span></button>`
  return html`<form method="post" action="${draftPath(reader, frame)}" data-form="order" data-path="${path}" class="polku-row"><input type="hidden" name="token" value="${formToken}">${!isFirst && press('up')} ${!isLast && press('down')} ${removes && press('remove')}</form>`
}

function titles({ words }: StaffReader, { languages, refused }: OutlinePage, owner: string, label: string): Html {
  const names: Readonly<Record<string, string>> = words.draftFields.options
  const one = (language: string) =>
    input({
      ...{
        name: `title-${language}`,
        id: `${owner}-title-${language}`,
        label: { text: `${label} (${names[language] ?? language})` },
      },
      value: refused?.track === owner ? refused.values[`title-${language}`] : undefined,
      attributes: { lang: language },
    })
  return html`<div class="polku-sides">${languages.map(one)}</div>`
}

function begin(reader: StaffReader, frame: DraftFrame, name: string, track?: string): Html {
  const hidden = track === undefined ? '' : html`<input type="hidden" name="track" value="${track}">`
  return html`<form method="post" action="${draftPath(reader, frame)}" data-form="${name}"${track !== undefined && html` data-track="${track}"`} novalidate><input type="hidden" name="token" value="${reader.formToken}">${hidden}`
}

function kindField({ words }: StaffReader, { kinds }: OutlinePage, owner: string): Html {
  const names: Readonly<Record<string, string>> = words.draftFields.options
  const items = kinds.map((kind) => ({ value: kind, text: names[kind] ?? kind }))
  return select({
    name: 'kind',
    id: `${owner}-kind`,
    value: 'task',
    label: { text: words.draftFields.fields.kind },
    items,
  })
}

function addStep(reader: StaffReader, frame: DraftFrame, page: OutlinePage, { id }: OutlineTrack): Html {
  const text = reader.words.draft.outline
  return html`${begin(reader, frame, 'add-step', id)}${titles(reader, page, id, text.stepTitle)}${kindField(reader, page, id)}${button({ text: text.addStep, name: 'go', value: 'add-step', classes: 'govuk-button--secondary' })}</form>`
}

function addSteps(reader: StaffReader, frame: DraftFrame, page: OutlinePage, { id }: OutlineTrack): Html {
  const text = reader.words.draft.outline
  const hint = { text: text.linesHint(page.languages.join(' | ')) }
  return html`${begin(reader, frame, 'add-steps', id)}${textarea({ name: 'lines', id: `${id}-lines`, label: { text: text.lines }, hint, rows: 6 })}${kindField(reader, page, `${id}-many`)}${button({ text: text.addSteps, name: 'go', value: 'add-steps', classes: 'govuk-button--secondary' })}</form>`
}

function addTrack(reader: StaffReader, frame: DraftFrame, page: OutlinePage): Html {
  const text = reader.words.draft.outline
  return html`<h2 class="govuk-heading-m">${text.addTrack}</h2>${begin(reader, frame, 'add-track')}${titles(reader, page, 'new-track', text.trackTitle)}${button({ text: text.addTrack, name: 'go', value: 'add-track', classes: 'govuk-button--secondary' })}</form>`
}
