import type { Definition, Step, Words } from '#src/journey/definition.ts'
import type { PublicAnswer } from '#src/review/published.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { dated } from './day.ts'
import { aboutShare, bodyName } from './names.ts'

export type AnswerPlace = { readonly definition: Definition; readonly step: Step | undefined }

// A step page must fit the first packets of a connection: the whole of every answer stands on the page of all answers.
const MOST_AT_STEP = 2
const MOST_LETTERS_AT_STEP = 280

/** "You said, we answer" at a step: its newest answers, and the way to all of them. Nothing where nothing is answered. */
export function answersFold(
  reader: Reader,
  place: AnswerPlace,
  answers: readonly PublicAnswer[],
  all: string,
): Html | undefined {
  if (answers.length === 0) return undefined
  const text = reader.words.response
  return details({
    id: 'answers',
    summaryText: `${text.fold} (${answers.length})`,
    text: html`${answers.slice(0, MOST_AT_STEP).map((answer) => publicAnswer(reader, place, { ...answer, reason: shortened(answer.reason) }))}<p class="govuk-body"><a class="govuk-link" href="${all}">${text.all}</a></p>`,
  })
}

/** One body's answer: what was said, what happens with it and why, when, and where it can be checked. */
export function publicAnswer(reader: Reader, { definition, step }: AnswerPlace, answer: PublicAnswer): Html {
  const { language, words } = reader
  const text = words.response
  const about = aboutShare(reader, definition, step, answer.share)
  return html`<div class="polku-said" data-response="${answer.id}" data-state="${answer.state}">
<p class="govuk-body"><strong>${bodyName(reader, definition, answer.body)}: ${text.states[answer.state]}</strong>${answer.whose && html`. ${text.whose(answer.whose)}`}</p>
${about && html`<p class="govuk-body">${about}</p>`}
<p class="govuk-body">${text.said}: ${saidIn(language, answer.said)}</p>
${Object.keys(answer.reason).length > 0 && html`<p class="govuk-body">${text.answer}: ${saidIn(language, answer.reason)}</p>`}
<p class="govuk-hint">${datesOf(reader, answer)} ${text.fromVersion(answer.fromVersion)}${answer.toVersion !== undefined && ` ${text.toVersion(answer.toVersion)}`}${answer.people !== undefined && answer.people > 0 && ` ${text.people(answer.people)}`}</p>
${answer.evidence && html`<p class="govuk-body"><a class="govuk-link" href="${answer.evidence}" rel="noreferrer">${text.evidence}</a></p>`}</div>`
}

/** Cut between words where it is long. */
function shortened(words: Words): Words {
  const short = (text: string) =>
    text.length <= MOST_LETTERS_AT_STEP ? text : `${text.slice(0, text.lastIndexOf(' ', MOST_LETTERS_AT_STEP))} …`
  return Object.fromEntries(Object.entries(words).map(([language, text = '']) => [language, short(text)]))
}

function datesOf({ language, words }: Reader, { isOverdue, decidedOn, dueOn, publishedOn }: PublicAnswer): Html {
  const text = words.response
  if (isOverdue) return html`<strong>${text.overdue}.</strong> ${text.overdueSince} ${dated(language, dueOn)}.`
  if (decidedOn !== undefined) return html`${text.answeredOn} ${dated(language, publishedOn ?? decidedOn)}.`
  return html`${text.dueOn} ${dated(language, dueOn)}.`
}
