import { shortDate } from '#src/i18n/dates.ts'
import type { Definition } from '#src/journey/definition.ts'
import { notificationBanner } from '../components/notification-banner.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, walkUrl } from './frame.ts'

export type OwnWalk = {
  readonly id: string
  readonly definition: Definition
  readonly openedOn: string
  readonly isFinished: boolean
}

export type HomePage = {
  readonly journeys: readonly Definition[]
  readonly walks: readonly OwnWalk[]
  /** they come from erasing a walk */
  readonly isErased: boolean
}

export function homePage(reader: Reader, input: HomePage): Html {
  const text = reader.words.walk.home
  const { language } = reader
  return page({
    ...reader,
    title: text.title,
    page: 'home',
    isTrial: true,
    notice: input.isErased ? erasedNotice(reader) : undefined,
    body: html`<h1 class="govuk-heading-xl">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${ownWalks(reader, input.walks)}
<h2 class="govuk-heading-m">${text.journeys}</h2>
<ul class="govuk-list govuk-list--spaced">${input.journeys.map(
      (journey) =>
        html`<li><a class="govuk-link govuk-!-font-weight-bold" href="/${language}/journeys/${journey.id}">${saidIn(language, journey.title)}</a>${journey.summary && html`<br>${saidIn(language, journey.summary)}`}</li>`,
    )}</ul>
<p class="govuk-body"><a class="govuk-link" href="/${language}/resume">${text.resume}</a></p>`,
  })
}

function erasedNotice({ words }: Reader): Html {
  const text = html`<p class="govuk-body" data-receipt="erased">${words.erasing.erased}</p>`
  return notificationBanner({ titleText: words.site.important, text, type: 'success' })
}

export function ownWalks(reader: Reader, walks: readonly OwnWalk[]): Html | false {
  const text = reader.words.walk.home
  return (
    walks.length > 0 &&
    html`<h2 class="govuk-heading-m">${text.continueTitle}</h2><ul class="govuk-list">${walks.map(
      ({ id, definition, openedOn, isFinished }) =>
        html`<li><a class="govuk-link" href="${walkUrl(reader, id)}">${text.continueLink(plainIn(reader.language, definition.title), shortDate(reader.language, openedOn))}</a>${isFinished && html` (${reader.words.walk.resume.finished})`}</li>`,
    )}</ul>`
  )
}
