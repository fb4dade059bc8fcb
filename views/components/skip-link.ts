import { type Html, html } from '../html.ts'

export function skipLink({ text, href = '#content' }: { text: string; href?: string | undefined }): Html {
  return html`<a href="${href}" class="govuk-skip-link" data-module="govuk-skip-link">${text}</a>`
}
