import type { BorrowPlan } from '#src/studio/borrow-track.ts'
import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { label } from '../../components/label.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type BorrowPage = {
  /** journeys with their tracks; a track is chosen as `journey/track` */
  readonly sources: readonly {
    readonly title: string
    readonly tracks: readonly { readonly value: string; readonly text: string }[]
  }[]
  readonly chosen: string | undefined
  readonly plan: BorrowPlan | undefined
  /** words of what comes along, by kind and id */
  readonly nameOf: (kind: string, id: string) => string
}

/** First which track, then what comes along with it, and only then the borrowing itself. */
export function borrowPage(reader: StaffReader, frame: DraftFrame, page: BorrowPage): Html {
  const text = reader.words.studioFiles.borrow
  const { sources, chosen, plan } = page
  const option = ({ value, text: own }: { value: string; text: string }) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${own}</option>`
  return draftFrame(reader, frame, {
    page: 'borrow',
    title: reader.words.draft.pages.borrow,
    body: html`<p class="govuk-body-l">${text.lead}</p>
${
  sources.length === 0
    ? html`<p class="govuk-body">${text.none}</p>`
    : html`<form method="get" action="${draftPath(reader, frame, '/borrow')}" data-form="choose-track"><div class="govuk-form-group">${label({ text: text.which, for: 'track' })}
<select class="govuk-select" id="track" name="track">${sources.map(({ title, tracks }) => html`<optgroup label="${title}">${tracks.map(option)}</optgroup>`)}</select></div>${button({ text: text.look, classes: 'govuk-button--secondary' })}</form>`
}
${plan && chosen !== undefined && planned(reader, frame, page, plan, chosen)}`,
  })
}

function planned(
  reader: StaffReader,
  frame: DraftFrame,
  { nameOf }: BorrowPage,
  plan: BorrowPlan,
  chosen: string,
): Html {
  const { studioFiles, draft } = reader.words
  const text = studioFiles.borrow
  const kinds: Readonly<Record<string, string>> = text.kinds
  const list = (title: string, items: readonly (string | Html)[]) =>
    items.length > 0 &&
    html`<h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
  const named = (kind: string, id: string) => `${kinds[kind] ?? kind}: ${nameOf(kind, id)}`
  return html`<section data-plan="${chosen}">${
    plan.brought.length === 0
      ? html`<p class="govuk-body">${text.nothing}</p>`
      : list(
          text.brought,
          plan.brought.map(({ kind, id }) => named(kind, id)),
        )
  }
${plan.people > 0 && html`<p class="govuk-body">${studioFiles.people(plan.people)}</p>`}
${list(
  text.renamed,
  plan.renamed.map(({ kind, from, to }) => `${kinds[kind] ?? kind}: ${from} → ${to}`),
)}
${list(
  text.left,
  plan.leftOut.map(({ step, names }) => `${step}: ${names}`),
)}
${list(
  text.asked,
  plan.asked.map((id) => nameOf('facts', id)),
)}
${frame.state === 'archived' ? html`<p class="govuk-body">${draft.publish.archived}</p>` : html`<form method="post" action="${draftPath(reader, frame, '/borrow')}" data-form="borrow"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="track" value="${chosen}">${button({ text: text.button, preventDoubleClick: true })}</form>`}</section>`
}
