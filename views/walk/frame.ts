import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import type { Definition } from '#src/journey/definition.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { type Html, html } from '../html.ts'
import { type AssetUrls, page, type Reading } from '../layout.ts'
import { saidIn } from '../said-in.ts'

/** The emergency number: every layout tells it in its own words, and nobody needs to check it. */
const EMERGENCY = '112'

/** What every page needs of the request. */
export type Reader = {
  readonly language: Language
  readonly words: Messages
  readonly assets: AssetUrls
  readonly alternates: Record<Language, string>
  /** the ways to plain Finnish and out of it; undefined on the staff's pages */
  readonly reading?: Reading | undefined
  /** stands in every form for browsers that say nothing of where a form came from */
  readonly formToken: string
}

/** The walk a page belongs to, as its links need it. */
export type WalkFrame = {
  readonly id: string
  readonly journey: string
  readonly version: number
  /** written down by staff for somebody else: every page says so */
  readonly isAssisted?: boolean | undefined
}

type Framed = {
  readonly title: string
  readonly page: string
  readonly body: Html
  readonly data?: Record<string, string> | undefined
  readonly back?: Html | undefined
  readonly notice?: Html | undefined
  readonly hasErrors?: boolean | undefined
}

/** A page of a walk: nothing is really sent, help is one line away, and it can be left for now. */
export function walkPage(reader: Reader, walk: WalkFrame, definition: Definition, framed: Framed): Html {
  const firstPhone = definition.help?.find(({ phone }) => phone)?.phone
  return page({
    ...framed,
    ...readerHere(reader, definition),
    data: {
      journey: walk.journey,
      version: String(walk.version),
      ...(walk.isAssisted && { mode: 'assisted' }),
      ...framed.data,
    },
    body: walk.isAssisted
      ? html`<p class="govuk-body" data-assisted>${reader.words.trial.assisted}</p>${framed.body}`
      : framed.body,
    isTrial: true,
    pause: walkUrl(reader, walk.id, 'pause'),
    quickExit: definition.quick_exit,
    help: { phone: firstPhone === EMERGENCY ? undefined : firstPhone },
  })
}

/** On a journey's own pages plain Finnish is offered where the journey has it; whoever reads it already finds the way out. */
export function readerHere(reader: Reader, { title }: Pick<Definition, 'title'>): Reader {
  const isOffered = title['fi-x-selko'] !== undefined || reader.reading?.isPlain
  return isOffered ? reader : { ...reader, reading: undefined }
}

export function walkUrl({ language }: Pick<Reader, 'language'>, walk: string, rest?: string): string {
  return `/${language}/walks/${walk}${rest ? `/${rest}` : ''}`
}

export function stepUrl(reader: Pick<Reader, 'language'>, walk: string, step: string): string {
  return walkUrl(reader, walk, `steps/${step}`)
}

/** The hidden fields of every form: the token, and the key by which a form that comes twice is known. */
export function formFields(reader: Pick<Reader, 'formToken'>, key: string): Html {
  return html`<input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="key" value="${key}">`
}

export function goodToKnow(reader: Reader, text: Html | string): Html {
  return notificationBanner({
    titleText: reader.words.site.important,
    text: typeof text === 'string' ? html`<p class="govuk-body">${text}</p>` : text,
  })
}

/** People to talk to, from the journey's own help list. */
export function helpList(reader: Reader, definition: Pick<Definition, 'help'>): Html {
  return html`<ul class="govuk-list">${(definition.help ?? []).map(
    (help) =>
      html`<li>${saidIn(reader.language, help.name)}${help.phone && html`: <a class="govuk-link" href="tel:${help.phone.replaceAll(' ', '')}">${help.phone}</a>`}${
        help.confidence === 'U' &&
        help.phone !== EMERGENCY &&
        html` (${help.url ? html`<a class="govuk-link" href="${help.url}" rel="noreferrer">${reader.words.walk.unverifiedPhone}</a>` : reader.words.walk.unverifiedPhone})`
      }${help.hours && html`, ${saidIn(reader.language, help.hours)}`}</li>`,
  )}</ul>`
}
