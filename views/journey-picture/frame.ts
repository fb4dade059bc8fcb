import type { Published } from '#src/journey/library.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { attributes } from '../components/content.ts'
import { label } from '../components/label.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'

export const PICTURES = ['steps', 'sharing'] as const
export type PictureView = (typeof PICTURES)[number]

export type Framed = {
  readonly published: Published
  readonly view: PictureView
  /** the example person whose situation is shown; undefined for all situations */
  readonly as: string | undefined
  readonly title: string
  readonly lead: string
  /** what is shown, in one line */
  readonly shown: string
  readonly body: Html
}

/** A picture of a journey: the way to the other one, whose situation it shows, and the picture with its twin. */
export function pictureFrame(reader: Reader, framed: Framed): Html {
  const { language, words } = reader
  const { version } = framed.published
  const { definition } = version
  return page({
    ...readerHere(reader, definition),
    title: framed.title,
    page: 'picture',
    data: { journey: version.journey, version: String(version.number), picture: framed.view },
    isTrial: true,
    isWide: true,
    quickExit: definition.quick_exit,
    help: { phone: definition.help?.find(({ phone }) => phone)?.phone },
    back: backLink({ href: `/${language}/journeys/${version.journey}`, text: words.picture.toJourney }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}. ${words.walk.journey.version(version.number)}</span>
<h1 class="govuk-heading-l">${framed.title}</h1>
<p class="govuk-body">${framed.lead}</p>
${views(reader, framed)}
${situationForm(reader, framed)}
<p class="govuk-body" data-shown>${framed.shown}</p>
${framed.body}`,
  })
}

export function picturePath({ language }: Pick<Reader, 'language'>, journey: string, view: PictureView): string {
  return `/${language}/journeys/${journey}/picture${view === 'sharing' ? '/sharing' : ''}`
}

function views(reader: Reader, { published, view, as }: Framed): Html {
  const { picture } = reader.words
  const titles = { steps: picture.title, sharing: picture.sharingTitle }
  const link = (each: PictureView) => {
    const href = picturePath(reader, published.version.journey, each) + (as === undefined ? '' : `?as=${as}`)
    const current = attributes({ 'aria-current': each === view ? 'page' : undefined })
    return html`<li><a class="govuk-link" href="${href}"${current}>${titles[each]}</a></li>`
  }
  return html`<nav class="polku-staff-nav" aria-label="${picture.views}"><ul class="govuk-list">${PICTURES.map(link)}</ul></nav>`
}

/** A form that only asks (GET), so that every picture has an address of its own. */
function situationForm(reader: Reader, { published: { version }, view, as }: Framed): Html {
  const { picture } = reader.words
  const option = (value: string, text: string) =>
    html`<option value="${value}"${value === (as ?? '') && html` selected`}>${text}</option>`
  return html`<form method="get" action="${picturePath(reader, version.journey, view)}" data-form="picture"><div class="govuk-form-group">${label({ text: picture.whose, for: 'as' })}
<select class="govuk-select" id="as" name="as">${option('', picture.all)}${version.personas.map(({ id, name }) => option(id, name))}</select></div>
${button({ text: picture.show, classes: 'govuk-button--secondary' })}</form>`
}
