import type { DraftLink } from '#src/studio/draft-store.ts'
import type { StaffReader } from '../../account/frame.ts'
import { day } from '../../account/moment.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { type Html, html } from '../../html.ts'
import { page } from '../../layout.ts'
import type { Reader } from '../../walk/frame.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type TryForm = {
  readonly action: string
  readonly personas: readonly { readonly id: string; readonly name: string }[]
  readonly steps: readonly { readonly key: string; readonly title: string }[]
  /** why it cannot be walked */
  readonly hindrances: readonly { readonly text: string; readonly lang: string }[]
}
export type SharePage = {
  readonly trying: TryForm
  readonly links: readonly DraftLink[]
  /** shown this once */
  readonly made: string | undefined
  readonly days: number
}

/** Walks a draft oneself, as anybody and from anywhere, and lets others walk it without an account. */
export function sharePage(reader: StaffReader, frame: DraftFrame, { trying, links, made, days }: SharePage): Html {
  const { words, formToken, language } = reader
  const text = words.draft.share
  const action = draftPath(reader, frame, '/share')
  const link = ({ tokenHash, expiresAt, createdBy }: DraftLink) =>
    html`<li data-link>${text.until(day(language, expiresAt), createdBy)} <form method="post" action="${action}" data-form="cancel-link"><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="link" value="${tokenHash}"><button type="submit" name="go" value="cancel" class="polku-link-button">${text.cancel}</button></form></li>`
  return draftFrame(reader, frame, {
    page: 'share',
    title: words.draft.pages.share,
    body: html`${made && insetText({ text: html`<p class="govuk-body">${text.made}</p><code data-draft-address>${made}</code>` })}
<h2 class="govuk-heading-m">${text.tryTitle}</h2><p class="govuk-body">${text.tryLead}</p>
${tryForm(reader, trying)}
<h2 class="govuk-heading-m">${text.linkTitle}</h2><p class="govuk-body">${text.linkLead}</p>
<form method="post" action="${action}" data-form="share" novalidate><input type="hidden" name="token" value="${formToken}">
${input({ name: 'days', label: { text: text.days }, value: days, inputmode: 'numeric', classes: 'govuk-input--width-3' })}
${button({ text: text.make, name: 'go', value: 'make', classes: 'govuk-button--secondary' })}</form>
${links.length > 0 && html`<h3 class="govuk-heading-s">${text.links}</h3><ul class="govuk-list govuk-list--spaced">${links.map(link)}</ul>`}`,
  })
}

/** As whom and from where the draft is walked; without example people or steps there is nothing to choose. */
export function tryForm({ words, formToken }: Reader, { action, personas, steps, hindrances }: TryForm): Html {
  const text = words.draft.share
  if (hindrances.length > 0)
    return html`<p class="govuk-body">${text.notYet}</p><ul class="govuk-list govuk-list--bullet">${hindrances.slice(0, 10).map((one) => html`<li lang="${one.lang}">${one.text}</li>`)}</ul>`
  const people = [{ value: '', text: text.own }, ...personas.map(({ id, name }) => ({ value: id, text: name }))]
  const places = [{ value: '', text: text.start }, ...steps.map(({ key, title }) => ({ value: key, text: title }))]
  return html`<form method="post" action="${action}" data-form="try" novalidate><input type="hidden" name="token" value="${formToken}">
${personas.length > 0 && select({ name: 'as', label: { text: text.as }, items: people })}
${steps.length > 0 && select({ name: 'step', label: { text: text.from }, items: places })}
${button({ text: text.button, preventDoubleClick: true })}</form>`
}

/** What somebody with a link meets before they begin. */
export function sharedDraftPage(
  reader: Reader,
  { title, trying }: { readonly title: string; readonly trying: TryForm },
): Html {
  const text = reader.words.draft.share
  const isBroken = trying.hindrances.length > 0
  return page({
    ...reader,
    title: text.openTitle(title),
    page: 'draft',
    isTrial: true,
    body: html`<h1 class="govuk-heading-l">${text.openTitle(title)}</h1>
<p class="govuk-body-l">${text.openLead}</p>
${isBroken ? html`<p class="govuk-body">${text.openBroken}</p>` : html`<p class="govuk-body">${text.openNote}</p>${tryForm(reader, trying)}`}`,
  })
}
