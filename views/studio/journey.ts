import type { Definition, Words } from '#src/journey/definition.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Correction, corrections } from './corrections.ts'
import { type PublishForm, publishForm } from './publish-form.ts'
import { type VersionLine, versionList } from './versions.ts'

export type StudioJourneyPage = {
  readonly id: string
  readonly title: Words
  readonly newest: number
  readonly definition: Definition
  readonly versions: readonly VersionLine[]
  /** what providers want told otherwise, the newest first */
  readonly corrections: readonly Correction[]
  /** undefined for those who may look and not publish */
  readonly form: PublishForm | undefined
  readonly notice: Html | undefined
}

/** A journey in the studio: its next version to be published, and every version so far. */
export function studioJourneyPage(reader: StaffReader, page: StudioJourneyPage): Html {
  const { language, words } = reader
  return staffPage(reader, {
    title: `${plainIn(language, page.title)}, ${words.studio.title}`,
    page: 'studio',
    here: 'studio',
    data: { journey: page.id, version: String(page.newest) },
    back: backLink({ href: `/${language}/studio`, text: words.account.studio.title }),
    notice: page.notice,
    hasErrors: page.form?.problem !== undefined,
    body: html`<span class="govuk-caption-l">${words.studio.title}</span>
<h1 class="govuk-heading-l">${saidIn(language, page.title)}</h1>
${corrections(reader, page)}
${page.form && publishForm(reader, page.form)}
${versionList(reader, page.versions)}`,
  })
}
