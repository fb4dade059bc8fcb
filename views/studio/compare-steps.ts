import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { ShownField, ShownStep } from './compare.ts'
import { markedText } from './marked.ts'

/** Every step that differs, with what of it is different. */
export function changedSteps(reader: StaffReader, steps: readonly ShownStep[]): Html {
  return html`${steps.map((step) => changedStep(reader, step))}`
}

function changedStep(reader: StaffReader, { step, kind, was, title, movedFrom, fields }: ShownStep): Html {
  const text = reader.words.studioVersions
  const renamed = was !== undefined && was !== step && kind !== 'removed'
  return html`<section data-difference="${step}" data-kind="${kind}" aria-labelledby="${idOf(step, kind)}"><h3 class="govuk-heading-s" id="${idOf(step, kind)}">${saidIn(reader.language, title)} <span class="govuk-hint polku-mark">${text.marks[kind]}</span></h3>
<p class="govuk-hint">${step}${renamed && html`, ${text.was(was)}`}${movedFrom && html`. ${text.movedFrom(movedFrom)}`}${kind === 'moved' && fields.length === 0 && html`. ${text.isMoved}`}</p>
${fields.length > 0 && html`<dl class="govuk-summary-list">${fields.map((field) => fieldRow(reader, field))}</dl>`}</section>`
}

function idOf(step: string, kind: string): string {
  return `${kind === 'removed' ? 'gone' : 'step'}-${step.replace('/', '--')}`
}

function fieldRow(reader: StaffReader, { label, lang, marks }: ShownField): Html {
  const value =
    lang === undefined
      ? html`${markedText(reader, marks)}`
      : html`<span lang="${lang}">${markedText(reader, marks)}</span>`
  return html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${label}</dt><dd class="govuk-summary-list__value">${value}</dd></div>`
}
