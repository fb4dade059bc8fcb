import type { SheetPlan } from '#src/studio/from-spreadsheet.ts'
import type { StaffReader } from '../../account/frame.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { type Html, html } from '../../html.ts'

export type SheetQuestions = {
  readonly plan: SheetPlan
  /** the rows again, for the next request: nothing is stored meanwhile */
  readonly rows: string
  readonly sectors: readonly string[]
}

/** Whatever a spreadsheet leaves open, and nothing it tells. */
export function sheetQuestions(
  { words }: StaffReader,
  { plan, rows, sectors }: SheetQuestions,
  values: Readonly<Record<string, string>>,
): Html {
  const text = words.studioFiles
  const { options } = words.draftFields
  const names: Readonly<Record<string, string>> = options
  const unused = plan.columns.filter(({ field, heading }) => field === undefined && heading !== '')
  const columns = plan.columns.map(({ index, heading }) => ({
    value: String(index),
    text: heading || String(index + 1),
  }))
  return html`<input type="hidden" name="rows" value="${rows}">
${!plan.asksTitle && unused.length > 0 && html`<p class="govuk-body">${text.sheet.unused}: ${unused.map(({ heading }) => heading).join(', ')}</p>`}
${plan.asksTitle ? select({ name: 'title-column', label: { text: text.sheet.titleColumn }, items: columns }) : html`<input type="hidden" name="title-column" value="${values['title-column'] ?? ''}">`}
${plan.asksLanguage && select({ name: 'language', label: { text: text.sheet.language }, value: values.language ?? 'fi', items: (['fi', 'sv', 'en'] as const).map((value) => ({ value, text: options[value] })) })}
${plan.asksTrack && input({ name: 'track', label: { text: text.sheet.track }, value: values.track })}
${plan.sectorless.length > 0 && html`<h2 class="govuk-heading-m">${text.sheet.sectors}</h2>${plan.sectorless.map((name, index) => select({ name: `sector-${index}`, label: { text: name }, value: values[`sector-${index}`], items: sectors.map((value) => ({ value, text: names[value] ?? value })) }))}`}
${plan.untitled.length > 0 && html`<h2 class="govuk-heading-m">${text.sheet.untitled}</h2><p class="govuk-hint">${text.sheet.untitledHint}</p>${plan.untitled.map((number) => input({ name: `row-${number}`, label: { text: text.rowNumber(number) }, value: values[`row-${number}`] }))}`}`
}
