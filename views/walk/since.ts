import { fieldName } from '#feedback/read-answer.ts'
import type { Since } from '#src/review/since-spoken.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { answerLine } from './changed.ts'
import { formFields, type Reader, walkUrl } from './frame.ts'
import { type ConditionOf, oldAndNew, titleOf } from './old-and-new.ts'

export type SincePage = {
  readonly walk: string
  readonly conditionOf: ConditionOf
  readonly newKey: () => string
  /** what was typed at one of the questions and needs another look */
  readonly broken: BrokenAnswer | undefined
}
export type BrokenAnswer = {
  readonly step: string
  readonly values: Readonly<Record<string, string>>
  /** by field name, in the reader's language */
  readonly errors: Readonly<Record<string, string>>
}

/** Beside somebody's words: what has changed at the step since they spoke, the answer if there is one, and a question to them. */
export function sinceSection(reader: Reader, page: SincePage, since: Since): Html {
  const text = reader.words.walk.changed
  const { version, before, after } = since
  return html`<section class="govuk-inset-text" data-since="${version}/${before.key}"><h3 class="govuk-heading-s">${text.sinceTitle}<span class="govuk-visually-hidden">: ${titleOf(reader, before)}</span></h3>
<p class="govuk-body">${after ? text.since(version) : text.gone(version)}</p>
${since.responses.map((response) => answerLine(reader, since, response))}
${after && details({ summaryText: html`${text.oldAndNew}<span class="govuk-visually-hidden">: ${titleOf(reader, before)}</span>`, text: oldAndNew(reader, since, page.conditionOf) })}
${since.prompt && after && questionForm(reader, page, since, { id: since.prompt.id, step: after.key })}</section>`
}

type Asked = { readonly id: string; readonly step: string }

/** The fields bear the names of the prompt, and ids of their own: several steps may ask about the same version. */
function questionForm(reader: Reader, page: SincePage, since: Since, { id, step }: Asked): Html {
  const text = reader.words.walk.prompts.answersThis
  const { said } = since
  const typed = page.broken?.step === step ? page.broken : undefined
  const [answer, missing] = [fieldName(id, 'answer'), fieldName(id, 'text')]
  const errorAt = (name: string) => {
    const error = typed?.errors[name]
    return error === undefined
      ? undefined
      : { text: error, visuallyHiddenText: reader.words.site.errorPrefix.replace(/:$/, '') }
  }
  return html`<form method="post" action="${walkUrl(reader, page.walk, 'answers-this')}" data-form="contribution" novalidate>${formFields(reader, page.newKey())}<input type="hidden" name="step" value="${step}">
<fieldset class="govuk-fieldset polku-prompt" data-prompt="${id}" data-kind="answers-this"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${text.ask}<span class="govuk-visually-hidden"> ${titleOf(reader, since.before)}</span></legend>
${radios({
  name: answer,
  idPrefix: idAt(answer, step),
  value: typed ? typed.values[answer] : said?.option,
  items: (['yes', 'partly', 'no'] as const).map((value) => ({ value, text: text[value] })),
  classes: 'govuk-radios--small',
  errorMessage: errorAt(answer),
})}
${textarea({ name: missing, id: idAt(missing, step), label: { text: text.missing }, rows: 2, value: typed ? typed.values[missing] : said?.text, errorMessage: errorAt(missing) })}</fieldset>
${button({ text: reader.words.walk.changed.answer, classes: 'govuk-button--secondary' })}</form>
${said && html`<p class="govuk-hint">${reader.words.walk.mine.state[said.state]}${said.reason && html`. ${reader.words.walk.mine.reason(said.reason)}`}</p>${withdrawForm(reader, page, said.id)}`}`
}

export function idAt(name: string, step: string): string {
  return `${name}-${step.replace('/', '-')}`
}

function withdrawForm(reader: Reader, { walk, newKey }: SincePage, contribution: string): Html {
  return html`<form method="post" action="${walkUrl(reader, walk, 'withdraw')}" data-form="withdraw">${formFields(reader, newKey())}<input type="hidden" name="contribution" value="${contribution}">${button({ text: reader.words.walk.changed.withdraw, classes: 'govuk-button--secondary' })}</form>`
}
