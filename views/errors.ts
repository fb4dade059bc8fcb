import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import { type Html, html } from './html.ts'
import { type AssetUrls, page } from './layout.ts'

export type ErrorStatus = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503

export type ErrorPage = {
  code: ErrorStatus
  language: Language
  words: Messages
  assets: AssetUrls
  /** in the middle of a walk: the answers saved before are still there, and the page says so */
  isWalking?: boolean | undefined
  /** a form was sent: what it held may still be in the browser */
  isSent?: boolean | undefined
}

export function errorPage({ code, language, words, assets, isWalking, isSent }: ErrorPage): Html {
  const { title, text } = words.errors[code]
  return page({
    language,
    title,
    page: 'error',
    data: { status: code.toString() },
    // The address of a failed form may not be one that can be opened; a language's own start always is.
    alternates: { fi: '/fi', sv: '/sv', en: '/en' },
    words,
    assets,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>
${isWalking && html`<p class="govuk-body">${words.errors.kept}</p>`}
${isSent && html`<p class="govuk-body">${words.errors.stillInForm}</p>`}
${wayOn({ language, words, isWalking })}`,
  })
}

function wayOn({ language, words, isWalking }: Pick<ErrorPage, 'language' | 'words' | 'isWalking'>): Html {
  const start = html`<a class="govuk-link" href="/${language}">${words.errors.toStart}</a>`
  const resume = html`<a class="govuk-link" href="/${language}/resume">${words.errors.resume}</a>`
  return html`<p class="govuk-body">${isWalking ? resume : start}</p>`
}
