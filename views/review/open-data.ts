import type { Definition } from '#src/journey/definition.ts'
import type { Release } from '#src/review/release-store.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'

export type OpenData = {
  readonly journey: string
  readonly definition: Definition
  /** the fewest people a number may name */
  readonly threshold: number
  /** newest first, each with the names of its files */
  readonly releases: readonly (Release & { readonly files: readonly string[] })[]
}

/** What has been released of a journey, for everyone: every release with its files, the newest first. */
export function openDataPage(reader: Reader, data: OpenData): Html {
  const { language, words } = reader
  return page({
    ...readerHere(reader, data.definition),
    title: words.release.title(plainIn(language, data.definition.title)),
    page: 'open-data',
    data: { journey: data.journey },
    quickExit: data.definition.quick_exit,
    back: backLink({ href: `/${language}/journeys/${data.journey}`, text: plainIn(language, data.definition.title) }),
    body: told(reader, data),
  })
}

/** The same for those who release: with the form of a new one. */
export function releasesPage(reader: StaffReader, data: OpenData & { readonly notice: Html | undefined }): Html {
  const { language, words, formToken } = reader
  const text = words.release.publish
  return staffPage(reader, {
    title: words.release.title(plainIn(language, data.definition.title)),
    page: 'releases',
    here: 'review',
    data: { journey: data.journey },
    notice: data.notice,
    back: backLink({
      href: `/${language}/review/journeys/${data.journey}`,
      text: plainIn(language, data.definition.title),
    }),
    body: html`${told(reader, data)}
<h2 class="govuk-heading-m">${text.title}</h2>
<p class="govuk-body">${text.lead}</p>
<form method="post" action="/${language}/review/journeys/${data.journey}/releases" data-form="release">
<input type="hidden" name="token" value="${formToken}">
<input type="hidden" name="seen" value="${data.releases[0]?.number ?? 0}">
${button({ text: text.button })}</form>`,
  })
}

function told({ language, words }: Reader, { definition, releases, threshold, journey }: OpenData): Html {
  const text = words.release
  const newest = releases[0]
  return html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.link}</h1>
<p class="govuk-body-l">${text.lead}</p>
${!newest && html`<p class="govuk-body" data-releases="0">${text.none}</p>`}
${newest && html`<p class="govuk-body">${text.newest}</p>${fileList(newest.files, `/data/journeys/${journey}`)}`}
${releases.map(
  ({ number, at, files }) => html`<h2 class="govuk-heading-m" data-release="${number}">${text.number(number)}</h2>
<p class="govuk-body">${text.released(day(language, at))}</p>
${fileList(files, `/data/journeys/${journey}/releases/${number}`)}`,
)}
<p class="govuk-body">${text.licence} ${text.withheld(threshold)}</p>`
}

function fileList(files: readonly string[], address: string): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${files.map(
    (name) => html`<li><a class="govuk-link" href="${address}/${name}">${name}</a></li>`,
  )}</ul>`
}
