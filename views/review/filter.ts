import type { Definition } from '#src/journey/definition.ts'
import type { ReportMode, ReportRequest } from '#src/review/report-request.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { label } from '../components/label.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'

export type Filter = {
  readonly request: ReportRequest
  readonly modes: readonly ReportMode[]
  readonly versions: readonly number[]
  /** of the newest version in the report: its tracks and providers can be chosen */
  readonly definition: Definition
}

/** What the figures count: a form that only asks (GET), so that each answer has an address of its own. */
export function filterForm({ language, words }: StaffReader, filter: Filter): Html {
  const { request, modes, versions, definition } = filter
  const text = words.review.filter
  const named = ([id, { title }]: readonly [string, Definition['tracks'][string]]) => ({
    value: id,
    text: plainIn(language, title),
  })
  const providers = Object.entries(definition.providers).map(([id, { name }]) => ({
    value: id,
    text: plainIn(language, name),
  }))
  const isNarrowed = request.track !== undefined || request.provider !== undefined || request.mode !== 'own'
  return details({
    summaryText: text.title,
    open: isNarrowed || request.version !== undefined,
    text: html`<form method="get" action="/${language}/review/journeys/${request.journey}" data-form="filter">
${select('version', text.version, String(request.version ?? ''), [{ value: '', text: text.allVersions }, ...versions.map((n) => ({ value: String(n), text: String(n) }))])}
${select(
  'mode',
  text.mode,
  request.mode,
  modes.map((mode) => ({ value: mode, text: text.modes[mode] })),
)}
${select('track', text.track, request.track ?? '', [{ value: '', text: text.all }, ...Object.entries(definition.tracks).map(named)])}
${select('provider', text.provider, request.provider ?? '', [{ value: '', text: text.all }, ...providers])}
${(request.where ?? []).map(({ dimension, value }) => html`<input type="hidden" name="${dimension}" value="${value}">`)}
${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>`,
  })
}

type Option = { readonly value: string; readonly text: string }

function select(name: string, title: string, chosen: string, options: readonly Option[]): Html {
  const id = `filter-${name}`
  return html`<div class="govuk-form-group">${label({ text: title, for: id })}
<select class="govuk-select" id="${id}" name="${name}">${options.map(
    ({ value, text }) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  )}</select></div>`
}
