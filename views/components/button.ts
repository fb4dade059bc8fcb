import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type Button = {
  text: Content
  id?: string | undefined
  /** `govuk-button--secondary` for every action but the main one of the page */
  classes?: string | undefined
  attributes?: Attributes | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  disabled?: boolean | undefined
  preventDoubleClick?: boolean | undefined
}

export function button(b: Button): Html {
  return html`<button type="${b.type ?? 'submit'}"${formAttributes(b)} class="${classList('govuk-button', b.classes)}" data-module="govuk-button"${attributes(b.attributes)}${attributes({ id: b.id })}>${b.text}</button>`
}

/** A link that looks like a button: it leads on, it does not send anything. */
export function buttonLink(
  b: Omit<Button, 'type' | 'name' | 'value' | 'disabled' | 'preventDoubleClick'> & { href: string },
): Html {
  return html`<a href="${b.href}" role="button" draggable="false" class="${classList('govuk-button', b.classes)}" data-module="govuk-button"${attributes(b.attributes)}${attributes({ id: b.id })}>${b.text}</a>`
}

function formAttributes({ name, value, disabled, preventDoubleClick }: Button): Html {
  const own = attributes({ value, name, 'data-prevent-double-click': preventDoubleClick?.toString() })
  return html`${own}${disabled && html` disabled aria-disabled="true"`}`
}
