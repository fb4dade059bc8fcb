import type { QueueItem } from '#src/review/queue.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { decidingFields } from './return-form.ts'
import type { Deciding } from './words.ts'

/** Why words are in the queue besides being new. Only moderators ever see this. */
export function whyHere({ words }: StaffReader, { holds, flags, isAppeal, isMended, decided }: QueueItem): Html {
  const text = words.moderation
  const named = [...new Set(flags.flatMap(({ rule }) => (rule === undefined ? [] : [text.rule.by(rule)])))]
  const whys = [
    ...(isAppeal ? [text.why.appeal] : []),
    ...holds.map((hold) => text.why[hold]),
    ...(flags.length > 0 ? [[text.why.flags(flags.length), ...named].join('. ')] : []),
    ...(isMended ? [text.why.mended] : []),
  ]
  return html`${whys.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${whys.map((why) => html`<li>${why}</li>`)}</ul>`}${
    decided?.original !== undefined &&
    details({
      summaryText: text.original,
      text: html`<blockquote class="govuk-inset-text">${decided.original}</blockquote>`,
    })
  }`
}

export type AppealRefused = { readonly value: string; readonly error: string }

/** Another person than the one who hid the words decides, with a reason the author is told. */
export function appealForm(
  reader: StaffReader,
  { said, decided }: Pick<QueueItem, 'said' | 'decided'>,
  deciding: Deciding,
  refused: AppealRefused | undefined,
): Html {
  const text = reader.words.moderation.appeals
  const rule = decided?.rule
  return html`${rule !== undefined && html`<p class="govuk-body">${reader.words.moderation.rule.by(rule)}</p>`}
<h3 class="govuk-heading-s">${text.title}</h3>${insetText({ text: html`<span lang="${said.language}">${decided?.appeal?.text}</span>` })}
${
  decided?.by === reader.staff.account
    ? html`<p class="govuk-body">${text['same-person']}</p>`
    : html`<form method="post" action="/${reader.language}/review/words/${said.id}/appeal" data-form="decide-appeal">${decidingFields(reader, deciding)}
${textarea({
  ...{ name: 'reason', id: `appeal-${said.id}`, rows: 2, value: refused?.value ?? '', label: { text: text.label } },
  errorMessage: refused && { text: refused.error, visuallyHiddenText: reader.words.site.errorPrefix },
})}
<div class="govuk-button-group">${button({ text: html`${text.show}<span class="govuk-visually-hidden"> ${deciding.name}</span>`, name: 'outcome', value: 'shown' })}
${button({ text: html`${text.uphold}<span class="govuk-visually-hidden"> ${deciding.name}</span>`, name: 'outcome', value: 'upheld', classes: 'govuk-button--secondary' })}</div></form>`
}`
}

/** The form of an appeal again, with what it still lacks. */
export function appealPage(
  reader: StaffReader,
  item: Pick<QueueItem, 'said' | 'decided'>,
  deciding: Deciding,
  refused: AppealRefused,
): Html {
  const title = reader.words.moderation.appeals.decideTitle
  return staffPage(reader, {
    ...{ title, page: 'review-appeal', here: 'queue', hasErrors: true },
    back: backLink({ href: deciding.back, text: reader.words.site.back }),
    body: html`${errorSummary({ titleText: reader.words.site.errorSummary, errorList: [{ text: refused.error, href: `#appeal-${item.said.id}` }] })}
<h1 class="govuk-heading-l">${title}</h1>
<blockquote class="govuk-inset-text" lang="${item.said.language}">${item.said.text}</blockquote>
${appealForm(reader, item, deciding, refused)}`,
  })
}
