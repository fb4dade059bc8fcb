import { HOUSE_RULES, type HouseRule } from '#feedback/house-rules.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import type { Deciding } from './words.ts'

/** What a form of hiding holds when it comes back with what it lacks. */
export type Refused = {
  readonly value: string
  readonly error: string | undefined
  readonly rule?: { readonly chosen: HouseRule | undefined; readonly error: string | undefined } | undefined
}

/** Sends words back to their author: what to mend, and perhaps how they could be put. */
export function returnForm(
  reader: StaffReader,
  { id, text: said, language }: Pick<Contribution, 'id' | 'text' | 'language'>,
  deciding: Deciding,
  { value, wording, error }: { readonly value: string; readonly wording: string; readonly error: string | undefined },
): Html {
  const text = reader.words.moderation.back
  return html`<form method="post" action="/${reader.language}/review/words/${id}/return" data-form="return">${decidingFields(reader, deciding)}
${textarea({
  ...{ name: 'reason', id: `mend-${id}`, rows: 2, value, label: { text: text.label }, hint: { text: text.hint } },
  errorMessage: error === undefined ? undefined : { text: error, visuallyHiddenText: reader.words.site.errorPrefix },
})}
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${text.wording}</span></summary><div class="govuk-details__text">
<blockquote class="govuk-inset-text" lang="${language}">${said}</blockquote>
${textarea({ name: 'wording', id: `wording-${id}`, rows: 3, value: wording, label: { text: text.wording }, hint: { text: text.wordingHint } })}</div></details>
${button({ text: html`${text.button}<span class="govuk-visually-hidden"> ${deciding.name}</span>`, classes: 'govuk-button--secondary' })}</form>`
}

/** By which of the published rules words are hidden. Nothing is chosen beforehand: the author is told it. */
export function ruleField(reader: StaffReader, id: string, rule: Refused['rule']): Html {
  const text = reader.words.moderation
  const items = HOUSE_RULES.map((n) => ({ value: String(n), text: text.rule.name(n, text.rules[n]) }))
  return select({
    ...{ name: 'rule', id: `rule-${id}`, label: { text: text.rule.label } },
    value: rule?.chosen === undefined ? '' : String(rule.chosen),
    items: [{ value: '', text: text.rule.choose }, ...items],
    hint: { text: html`<a class="govuk-link" href="/${reader.language}/house-rules">${text.rule.link}</a>` },
    errorMessage:
      rule?.error === undefined ? undefined : { text: rule.error, visuallyHiddenText: reader.words.site.errorPrefix },
  })
}

export function decidingFields({ formToken }: StaffReader, { seen, back }: Deciding): Html {
  return html`<input type="hidden" name="token" value="${formToken}"><input type="hidden" name="seen" value="${seen}"><input type="hidden" name="back" value="${back}">`
}
