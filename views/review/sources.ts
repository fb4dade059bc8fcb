import type { Contribution } from '#src/walk/walk.ts'
import type { StaffReader } from '../account/frame.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'

/** Every text behind a sentence, as it stands today. */
export function sourcesOf(
  reader: StaffReader,
  { texts }: { readonly texts: ReadonlyMap<string, Contribution> },
  ids: readonly string[],
): Html {
  const found = ids.flatMap((id) => texts.get(id) ?? [])
  return details({
    summaryText: reader.words.themes.synthesis.sources(found.length),
    text: html`${found.map((one) => html`<blockquote class="govuk-inset-text" lang="${one.language}" data-source="${one.id}">${one.text}</blockquote>`)}`,
  })
}

export function synthesisPath({ language }: StaffReader, journey: string): string {
  return `/${language}/review/journeys/${journey}/synthesis`
}
