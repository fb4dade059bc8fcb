import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from './frame.ts'

/** Calm help for whoever wrote of not wanting to live. Only they see it; their words are handled like all others. */
export function calmHelp({ words, language }: Pick<Reader, 'words' | 'language'>): Html {
  const text = words.moderation.distress
  return insetText({
    text: html`<p class="govuk-body"><strong>${text.title}</strong></p><p class="govuk-body">${text.text}</p><p class="govuk-body"><a class="govuk-link" href="/${language}/help" data-help="distress">${text.link}</a></p><p class="govuk-body">${words.help.emergency} <a class="govuk-link" href="tel:112">112</a></p>`,
  })
}
