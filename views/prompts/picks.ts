import { type Html, html } from '../html.ts'

export type Pick = {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly value: string
  readonly text: Html | string
  readonly isChosen: boolean
  /** where an error leads */
  readonly id?: string | undefined
}

/** One choice of many on a page that must stay light: the label holds its button, which needs no id of its own. */
export function pick({ type, name, value, text, isChosen, id }: Pick): Html {
  return html`<label class="govuk-label polku-pick"><input type="${type}" name="${name}" value="${value}"${id && html` id="${id}"`}${isChosen && html` checked`}><span>${text}</span></label>`
}
