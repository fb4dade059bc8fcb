import type { Definition } from '#src/journey/definition.ts'
import type { Response } from '#src/review/response.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { dated } from './day.ts'
import { bodyName } from './names.ts'

/** Beside somebody's own words: what has been answered to them, in short, and the way to all answers. */
export function answersToMine(reader: Reader, definition: Definition, answers: readonly Response[]): Html | undefined {
  const { language, words } = reader
  const text = words.response
  const one = ({
    id,
    body,
    state,
    whose,
    said,
    reason,
    dueOn,
    decidedOn,
    publishedOn,
    evidence,
    journey,
  }: Response) => html`<div class="govuk-inset-text" data-response="${id}" data-state="${state}"><p class="govuk-body"><strong>${text.mine}. ${bodyName(reader, definition, body)}: ${text.states[state]}</strong>${whose && html`. ${text.whose(whose)}`}</p>
<p class="govuk-body">${saidIn(language, said)}</p>
${Object.keys(reason).length > 0 && html`<p class="govuk-body">${saidIn(language, reason)}</p>`}
<p class="govuk-hint">${decidedOn ? html`${text.answeredOn} ${dated(language, publishedOn ?? decidedOn)}.` : html`${text.dueOn} ${dated(language, dueOn)}.`}</p>
<p class="govuk-body">${evidence && html`<a class="govuk-link" href="${evidence}" rel="noreferrer">${text.evidence}</a>. `}<a class="govuk-link" href="/${language}/journeys/${journey}/answers">${text.all}</a></p></div>`
  return answers.length > 0 ? html`${answers.map(one)}` : undefined
}
