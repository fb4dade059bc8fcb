import type { Definition } from '#src/journey/definition.ts'
import type { OldAndNew } from '#src/review/changed-step.ts'
import type { Standing } from '#src/review/confirmations.ts'
import type { Response } from '#src/review/response.ts'
import type { PlannedChange } from '#src/studio/changes.ts'
import type { StaffReader } from '../account/frame.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { standingLines } from '../provider/standing.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'
import { plainIn } from '../said-in.ts'
import { type ConditionOf, oldAndNew, titleOf } from '../walk/old-and-new.ts'
import { whatChanged } from './versions.ts'

export type PreviewedChange = PlannedChange & {
  /** undefined for a step that is new */
  readonly sides: OldAndNew | undefined
  readonly definition: Definition
  /** what providers have said of the step as it is published now */
  readonly standings: readonly Standing[]
  readonly conditionOf: ConditionOf
  /** whether the answers are to be marked as carried out */
  readonly closes: (response: string) => boolean
}

/** What a version would change, step by step, and which answers it would carry out. */
export function preview(reader: StaffReader, changes: readonly PreviewedChange[]): Html {
  const text = reader.words.studio.preview
  if (changes.length === 0) return html`<p class="govuk-body">${text.nothing}</p>`
  const promised = changes.flatMap((change) => change.responses.map((response) => ({ change, response })))
  return html`<ul class="govuk-list govuk-list--spaced">${changes.map((change) => changeItem(reader, change))}</ul>
${promised.length === 0 ? html`<p class="govuk-body">${text.noAnswers}</p>` : answers(reader, promised)}`
}

function changeItem(reader: StaffReader, change: PreviewedChange): Html {
  const { step, kind, sides, definition, standings, conditionOf } = change
  const title = titleOf(reader, sides?.after ?? sides?.before ?? { definition, key: step })
  return html`<li data-change="${step}" data-kind="${kind}"><strong>${title}</strong>: ${whatChanged(reader, change)}
${standings.some(({ confirmation }) => confirmation) && standingLines(reader, definition, standings)}
${sides && kind !== 'removed' && details({ summaryText: html`${reader.words.walk.changed.oldAndNew}<span class="govuk-visually-hidden">: ${title}</span>`, text: oldAndNew(reader, sides, conditionOf) })}</li>`
}

type Promised = { readonly change: PreviewedChange; readonly response: Response }

function answers(reader: StaffReader, promised: readonly Promised[]): Html {
  const { language, words } = reader
  const text = words.studio.preview
  const closing = promised
    .filter(({ change, response }) => change.closes(response.id))
    .map(({ response }) => response.id)
  return checkboxes({
    name: 'closes',
    fieldset: { legend: { text: text.answers, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: text.answersHint },
    values: closing,
    items: promised.map(({ change, response }) => ({
      value: response.id,
      text: html`${titleOf(reader, change.sides?.after ?? change.sides?.before ?? { definition: change.definition, key: change.step })}. ${bodyName(reader, change.definition, response.body)}: ${words.response.states[response.state]}`,
      hint: {
        text: html`${plainIn(language, response.said)}${response.publishedOn && html` (${dated(language, response.publishedOn)})`}`,
      },
    })),
  })
}
