import type { Definition, Words } from '#src/journey/definition.ts'
import type { Confirmation } from '#src/review/response.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'
import { saidIn } from '../said-in.ts'

export type Correction = Pick<Confirmation, 'step' | 'provider' | 'verdict' | 'text' | 'version' | 'on'> & {
  /** undefined where the newest version has the step no more */
  readonly title: Words | undefined
}
type Corrected = {
  readonly id: string
  readonly definition: Definition
  readonly corrections: readonly Correction[]
}

/** What providers say should be told otherwise, each with the way to its step. Nothing where nobody has said so. */
export function corrections(reader: StaffReader, { id, definition, corrections: all }: Corrected): Html | false {
  const { language, words } = reader
  const text = words.studio.corrections
  const item = ({ step, provider, verdict, text: own, version, on, title }: Correction) =>
    html`<li data-correction="${step}" data-provider="${provider}"><a class="govuk-link" href="/${language}/review/journeys/${id}/steps/${step}">${saidIn(language, title) || step}</a>, ${bodyName(reader, definition, provider)}, ${dated(language, on)}: ${words.provider.confirm[verdict]}. ${own} <span class="govuk-hint">${words.provider.review.version(version)}</span></li>`
  return (
    all.length > 0 &&
    html`<h2 class="govuk-heading-m">${text.title}</h2>
<ul class="govuk-list govuk-list--spaced">${all.map(item)}</ul>`
  )
}
