import type { Marked } from '#src/journey/word-marks.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'

/** Crossed out and underlined, and said to those who hear the page. */
export function markedText({ words, language }: StaffReader, marks: readonly Marked[]): Html {
  const text = words.studioVersions
  const hidden = (word: string) => html`<span class="govuk-visually-hidden" lang="${language}">(${word}: </span>`
  const end = html`<span class="govuk-visually-hidden">)</span>`
  return html`${marks.map(({ is, text: own }) => {
    if (is === 'same') return own
    return is === 'added'
      ? html`<ins>${hidden(text.added)}${own}${end}</ins>`
      : html`<del>${hidden(text.removed)}${own}${end}</del>`
  })}`
}
