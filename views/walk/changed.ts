import type { ChangedStep } from '#src/review/changed-step.ts'
import type { Response } from '#src/review/response.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from './frame.ts'
import { type ConditionOf, oldAndNew } from './old-and-new.ts'

export type ChangedHere = { readonly changed: ChangedStep; readonly conditionOf: ConditionOf }

/** At a step that was changed because of what was said: whose words and answer led to it, and what was there before. */
export function changedSection(reader: Reader, { changed, conditionOf }: ChangedHere): Html {
  const text = reader.words.walk.changed
  const { after, before } = changed
  const { number, key } = after ?? before
  return html`<section class="govuk-inset-text" data-changed="${number}/${key}" aria-labelledby="changed"><h2 class="govuk-heading-s" id="changed">${text.title}</h2>
<p class="govuk-body">${creditLine(reader, changed, `${number}/${key}/credited`)}</p>
${changed.responses.map((response) => answerLine(reader, changed, response))}
${details({ summaryText: text.oldAndNew, text: oldAndNew(reader, changed, conditionOf) })}</section>`
}

/** How many contributions led to a change, as it may be told, and why the number may have become smaller. */
export function creditLine(
  { words }: Reader,
  { credited, areSomeWithdrawn }: Pick<ChangedStep, 'credited' | 'areSomeWithdrawn'>,
  figure: string,
): Html {
  const text = words.walk.changed
  if (credited === undefined)
    return html`<span data-figure="${figure}" data-withheld="true">${text.few}</span>${areSomeWithdrawn && ` ${text.someWithdrawn}`}`
  if (credited === 0 && areSomeWithdrawn) return html`${text.allWithdrawn}`
  const [start = '', end = ''] = text.count(credited).split(String(credited))
  return html`${start}<span data-figure="${figure}">${credited}</span>${end}${areSomeWithdrawn && ` ${text.someWithdrawn}`}`
}

/** The answer that promised a change: who gave it, when, and what it says. */
export function answerLine(reader: Reader, { before }: Pick<ChangedStep, 'before'>, response: Response): Html {
  const { language, words } = reader
  const { id, body, state, reason, said, publishedOn, decidedOn } = response
  const on = publishedOn ?? decidedOn
  return html`<div data-response="${id}" data-state="${state}"><p class="govuk-body"><strong>${bodyName(reader, before.definition, body)}: ${words.response.states[state]}</strong>${on && html`, ${dated(language, on)}`}</p>
<p class="govuk-body">${words.response.said}: ${saidIn(language, said)}</p>
${Object.keys(reason).length > 0 && html`<p class="govuk-body">${words.response.answer}: ${saidIn(language, reason)}</p>`}</div>`
}
