import { type Html, html } from '../html.ts'
import { type Content, classList } from './content.ts'

type SkipLink = { text: Content; href?: string | undefined; classes?: string | undefined }

export function skipLink({ text, href = '#content', classes }: SkipLink): Html {
  return html`<a href="${href}" class="${classList('govuk-skip-link', classes)}" data-module="govuk-skip-link">${text}</a>`
}
