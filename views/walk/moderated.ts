import type { Decided } from '#src/walk/moderation-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { formFields, type Reader, walkUrl } from './frame.ts'

export const MODERATED_NOTES = ['sent', 'same', 'empty', 'too-long', 'appealed', 'gone'] as const
export type ModeratedNote = (typeof MODERATED_NOTES)[number]

type Own = { readonly said: Contribution; readonly decided: Decided | undefined; readonly newKey: () => string }

/** What a person decided on somebody's own words, and what the author can do about it. */
export function decidedOnMine(reader: Reader, { said, decided, newKey }: Own): Html | undefined {
  const text = reader.words.moderation
  if (said.state === 'visible' && decided?.appeal?.outcome === 'shown')
    return html`<p class="govuk-body">${text.mine.shown}</p>`
  if (said.state !== 'hidden' || !decided) return undefined
  const { rule, appeal } = decided
  return html`${rule !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/house-rules">${text.rule.by(rule)}</a></p>`}
${appeal && html`<p class="govuk-body">${appeal.outcome ? text.mine.upheld : text.mine.waiting}</p>`}
${mendForm(reader, { said, decided, newKey })}
${decided.act === 'hide' && !appeal && appealForm(reader, said, newKey())}`
}

/** What stands for the state: sent back is not the same as hidden, though others see neither. */
export function stateOfMine({ words }: Reader, said: Contribution, decided: Decided | undefined): string {
  const isReturned = said.state === 'hidden' && decided?.act === 'return'
  return isReturned ? words.moderation.mine.returned : words.walk.mine.state[said.state]
}

function mendForm(reader: Reader, { said, decided, newKey }: Own): Html {
  const text = reader.words.moderation.mine
  const { wording, original } = decided ?? {}
  const id = `mend-${said.id}`
  return details({
    open: decided?.act === 'return',
    summaryText: text.mend,
    text: html`<form method="post" action="${walkUrl(reader, said.walk, `words/${said.id}/resend`)}" data-form="resend">${formFields(reader, newKey())}
${wording !== undefined && details({ summaryText: text.original, text: html`<blockquote lang="${said.language}">${original}</blockquote>` })}
${textarea({
  ...{ name: 'text', id, rows: 4, value: wording ?? said.text, label: { text: text.mendLabel } },
  ...{ attributes: { lang: said.language }, hint: wording === undefined ? undefined : { text: text.suggested } },
})}
${button({ text: text.send, classes: 'govuk-button--secondary' })}</form>`,
  })
}

function appealForm(reader: Reader, said: Contribution, key: string): Html {
  const text = reader.words.moderation.mine
  return details({
    summaryText: text.appeal,
    text: html`<form method="post" action="${walkUrl(reader, said.walk, `words/${said.id}/appeal`)}" data-form="appeal">${formFields(reader, key)}
${textarea({ name: 'text', id: `appeal-${said.id}`, rows: 3, label: { text: text.appealLabel }, hint: { text: text.appealHint } })}
${button({ text: text.appealSend, classes: 'govuk-button--secondary' })}</form>`,
  })
}
