import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import type { Reader } from '../walk/frame.ts'

/** An invitation that nobody made, or was typed wrong. */
export function unknownInvitationPage(reader: Reader): Html {
  const text = reader.words.trial.join
  return page({
    ...reader,
    title: text.title,
    page: 'error',
    data: { status: '404' },
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.text}</p>
<p class="govuk-body"><a class="govuk-link" href="/${reader.language}">${text.link}</a></p>`,
  })
}
