import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import { type Tag, tag } from './tag.ts'

export type PhaseBanner = {
  tag: Omit<Tag, 'attributes'>
  text: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function phaseBanner(b: PhaseBanner): Html {
  const classes = classList('govuk-phase-banner govuk-width-container', b.classes)
  return html`<div class="${classes}"${attributes(b.attributes)}>
<p class="govuk-phase-banner__content">
${tag({ text: b.tag.text, classes: classList('govuk-phase-banner__content__tag', b.tag.classes) })}
<span class="govuk-phase-banner__text">${b.text}</span>
</p>
</div>`
}
