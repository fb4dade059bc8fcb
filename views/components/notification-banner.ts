import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type NotificationBanner = {
  titleText: string
  /** a plain sentence is set as a heading, markup as it is */
  text: Content
  /** `success` is read out at once: only for what the person just did */
  type?: 'success' | undefined
  titleId?: string | undefined
  titleHeadingLevel?: 2 | 3 | undefined
  role?: string | undefined
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function notificationBanner(b: NotificationBanner): Html {
  const heading = `h${b.titleHeadingLevel ?? 2}`
  const own = attributes({
    class: classList('govuk-notification-banner', b.type && `govuk-notification-banner--${b.type}`, b.classes),
    role: b.role ?? (b.type ? 'alert' : 'region'),
    'aria-labelledby': titleId(b),
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': b.disableAutoFocus?.toString(),
  })
  return html`<div${own}${attributes(b.attributes)}>
<div class="govuk-notification-banner__header">
<${heading} class="govuk-notification-banner__title" id="${titleId(b)}">${b.titleText}</${heading}>
</div>
<div class="govuk-notification-banner__content">
${typeof b.text === 'string' ? html`<p class="govuk-notification-banner__heading">${b.text}</p>` : b.text}
</div>
</div>`
}

function titleId({ titleId: own }: NotificationBanner): string {
  return own ?? 'govuk-notification-banner-title'
}
