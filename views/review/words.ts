import { SIDES } from '#feedback/weighing/reasons.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { tag } from '../components/tag.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { optionText, questionText } from '../walk/prompt-words.ts'
import { decidingFields, type Refused, returnForm, ruleField } from './return-form.ts'

/** What the forms under somebody's words need; without it there are none. */
export type Deciding = {
  /** the mark of the words as they are read here */
  readonly seen: string
  /** where the decision leads back to */
  readonly back: string
  /** how the words are called for those who hear the page: the buttons would else be all alike */
  readonly name: string
  /** others see the words already, and somebody asked for a look */
  readonly settles?: boolean
}

/** The walker's own statement is kept beside the vote on another one, under this id (src/walk/said.ts). */
const OWN = 'own'

/** Somebody's words as they wrote them, in their language, with the question and whether others may see them. */
export function wordsOf(reader: StaffReader, words: SaidWords, deciding: Deciding | undefined): Html {
  const { said } = words
  const text = reader.words.review.words
  return html`<div class="polku-said" data-contribution="${said.id}" data-state="${said.state}">
<p class="govuk-hint">${questionOf(reader, words)}</p>
${chosen(reader, words)}
<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>
<p class="govuk-body">${tag({ text: text.state[said.state], classes: said.state === 'visible' ? 'govuk-tag--green' : 'govuk-tag--grey' })}${said.reason && html` ${text.reason(said.reason)}`}</p>
${deciding && decisions(reader, words, deciding)}</div>`
}

function questionOf(reader: StaffReader, { said, prompt }: SaidWords): Html | string {
  if (said.prompt === OWN) return reader.words.review.words.own
  if (said.kind === 'weighing')
    return html`${prompt && questionText(reader, prompt)} ${ownReasonOf(reader, said.option)}`
  return prompt ? questionText(reader, prompt) : said.prompt
}

/** A walker's own reason at a proposition, and for which side. */
function ownReasonOf({ words }: StaffReader, option: string | undefined): string {
  const side = SIDES.find((one) => one === option)
  return side ? `${words.weighing.review.own}: ${words.weighing.side[side]}` : words.weighing.review.own
}

function chosen(reader: StaffReader, { said, prompt }: SaidWords): Html | undefined {
  if (said.option === undefined || !prompt || said.kind === 'weighing') return undefined
  return html`<p class="govuk-body">${reader.words.review.words.chose(optionText(reader, prompt, said.option))}</p>`
}

function decisions(reader: StaffReader, { said }: SaidWords, deciding: Deciding): Html {
  const text = reader.words.review.words
  const hidden = html`<span class="govuk-visually-hidden"> ${deciding.name}</span>`
  return html`<div class="polku-decisions">
${(said.state !== 'visible' || deciding.settles) && approveForm(reader, said.id, deciding)}
${said.state !== 'hidden' && details({ summaryText: html`${reader.words.moderation.back.open}${hidden}`, text: returnForm(reader, said, deciding, { value: '', wording: '', error: undefined }) })}
${said.state !== 'hidden' && details({ summaryText: html`${text.hideOpen}${hidden}`, text: hideForm(reader, said.id, deciding, { value: '', error: undefined }) })}</div>`
}

export function approveForm(reader: StaffReader, id: string, deciding: Deciding): Html {
  const hidden = html`<span class="govuk-visually-hidden"> ${deciding.name}</span>`
  return html`<form method="post" action="/${reader.language}/review/words/${id}/approve" data-form="approve">${decidingFields(reader, deciding)}${deciding.settles && html`<input type="hidden" name="settles" value="1">`}${button({ text: html`${deciding.settles ? reader.words.moderation.settle : reader.words.review.words.approve}${hidden}` })}</form>`
}

/** Hiding asks why: the author is told, and the next moderator can see how it was decided. */
export function hideForm(reader: StaffReader, id: string, deciding: Deciding, { value, error, rule }: Refused): Html {
  const text = reader.words.review.words
  return html`<form method="post" action="/${reader.language}/review/words/${id}/hide" data-form="hide">${decidingFields(reader, deciding)}
${ruleField(reader, id, rule)}
${textarea({
  name: 'reason',
  id: `reason-${id}`,
  rows: 2,
  value,
  label: { text: text.reasonLabel },
  hint: { text: text.reasonHint },
  errorMessage: error === undefined ? undefined : { text: error, visuallyHiddenText: reader.words.site.errorPrefix },
})}
${button({ text: html`${text.hide}<span class="govuk-visually-hidden"> ${deciding.name}</span>`, classes: 'govuk-button--secondary' })}</form>`
}
