import type { Definition } from '#src/journey/definition.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'

export type FollowPage = {
  readonly definition: Definition
  readonly values: { readonly email: string; readonly hasConsent: boolean }
  readonly errors: readonly ('email' | 'consent')[]
}

/** Asks for an address and nothing else; it is no page of a walk. */
export function followPage(reader: Reader, { definition, values, errors }: FollowPage): Html {
  const { words, language } = reader
  const text = words.trial.follow
  const errorAt = (field: 'email' | 'consent') =>
    errors.includes(field) ? { text: text.error[field], visuallyHiddenText: words.site.errorPrefix } : undefined
  return page({
    ...readerHere(reader, definition),
    title: text.title,
    page: 'follow',
    data: { journey: definition.id },
    hasErrors: errors.length > 0,
    body: html`${errors.length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: errors.map((field) => ({ text: text.error[field], href: `#${field}` })) })}
<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body">${text.apart}</p>
<p class="govuk-body">${text.until}</p>
<form method="post" action="/${language}/journeys/${definition.id}/follow" data-form="follow" novalidate><input type="hidden" name="token" value="${reader.formToken}">
${input({ name: 'email', type: 'email', label: { text: text.email }, value: values.email, autocomplete: 'email', spellcheck: false, errorMessage: errorAt('email') })}
${checkboxes({ name: 'consent', values: values.hasConsent ? ['yes'] : [], items: [{ value: 'yes', text: text.consent }], errorMessage: errorAt('consent') })}
${button({ text: text.button })}</form>`,
  })
}

/** The link is shown once: nothing else ties the address to this person. */
export function followedPage(reader: Reader, { definition, link }: { definition: Definition; link: string }): Html {
  const text = reader.words.trial.follow
  return page({
    ...readerHere(reader, definition),
    title: text.doneTitle,
    page: 'followed',
    data: { journey: definition.id },
    alternates: followAlternates(definition.id),
    body: html`<h1 class="govuk-heading-l">${text.doneTitle}</h1>
<p class="govuk-body">${text.done}</p>
${insetText({ text: html`<a class="govuk-link" href="${link}" data-unsubscribe>${link}</a>` })}`,
  })
}

/** A page that answered a form cannot be fetched again: another language leads to the form. */
function followAlternates(journey: string) {
  return {
    fi: `/fi/journeys/${journey}/follow`,
    sv: `/sv/journeys/${journey}/follow`,
    en: `/en/journeys/${journey}/follow`,
  }
}

export function unsubscribePage(reader: Reader, contact: string): Html {
  const text = reader.words.trial.follow
  return page({
    ...reader,
    title: text.unsubscribeTitle,
    page: 'unsubscribe',
    body: html`<h1 class="govuk-heading-l">${text.unsubscribeTitle}</h1>
<p class="govuk-body">${text.unsubscribeText}</p>
<form method="post" action="/${reader.language}/unsubscribe/${contact}" data-form="unsubscribe"><input type="hidden" name="token" value="${reader.formToken}">${button({ text: text.unsubscribe })}</form>`,
  })
}

export function unsubscribedPage(reader: Reader): Html {
  const text = reader.words.trial.follow
  return page({
    ...reader,
    title: text.goneTitle,
    page: 'unsubscribed',
    body: html`<h1 class="govuk-heading-l">${text.goneTitle}</h1>
<p class="govuk-body">${text.gone}</p>`,
  })
}
