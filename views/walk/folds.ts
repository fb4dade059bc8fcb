import { durationWords } from '#src/i18n/dates.ts'
import type { Citation, Definition, Step } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { details } from '../components/details.ts'
import type { SummaryRow } from '../components/summary-list.ts'
import { termList } from '../components/term-list.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type Reader, walkUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'

type Served = Exclude<Step, { kind: 'question' }>

/** What a step keeps folded: how it is today, what data moves, the rule and its source, documents. */
export function folds(
  reader: Reader,
  here: Here,
  { place, notes: holding }: StepProgress,
  showsDocument: boolean,
): Html {
  const { step } = place
  if (step.kind === 'question') return html``
  const notes = (step.notes ?? []).filter(({ id }) => holding.includes(id))
  const cited = citedOnce([
    ...(step.today.source ?? []),
    ...(step.proposed.source ?? []),
    ...notes.flatMap(({ source }) => source ?? []),
  ])
  return html`${todayFold(reader, here, step, cited)}${movesFold(reader, here, step)}${ruleFold(reader, here, { step, notes, cited })}${!showsDocument && documentsFold(reader, here, step)}`
}

/** A page names each of its sources once; what is claimed refers to them by number. */
function citedOnce(all: readonly Citation[]): readonly Citation[] {
  return [...new Map(all.map((citation) => [keyOf(citation), citation])).values()]
}

function keyOf({ cite, checked, confidence }: Citation): string {
  return `${cite} ${checked} ${confidence}`
}

function referring({ words }: Reader, cited: readonly Citation[], to: readonly Citation[] | undefined): string | false {
  const numbers = (to ?? []).map((one) => cited.findIndex((citation) => keyOf(citation) === keyOf(one)) + 1)
  return numbers.length > 0 && `${words.walk.step.source} ${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}`
}

function todayFold(reader: Reader, { journey }: Here, { today }: Served, cited: readonly Citation[]): Html {
  const text = reader.words.walk.step
  const names = namesIn(reader, journey.definition)
  const from = referring(reader, cited, today.source)
  const rows: (SummaryRow | false)[] = [
    today.contacts !== undefined && { key: text.contacts, value: String(today.contacts) },
    today.evidence !== undefined && { key: text.evidence, value: saidIn(reader.language, today.evidence) },
    today.asks_for !== undefined &&
      today.asks_for.length > 0 && { key: text.asksFor, value: listed(today.asks_for.map(names.data)) },
    today.wait !== undefined && { key: text.wait, value: waitWords(reader, today.wait) },
    today.fee !== undefined && { key: text.fee, value: text.euros(today.fee.from, today.fee.to) },
    today.moves !== undefined && { key: text.moves, value: saidIn(reader.language, today.moves) },
  ]
  return details({
    summaryText: text.today,
    text: html`<p class="govuk-body">${today.title && html`<strong>${saidIn(reader.language, today.title)}.</strong> `}${saidIn(reader.language, today.what)}${from && html` (<a class="govuk-link" href="#sources">${from}</a>)`}</p>${termList(rows.filter((row) => row !== false))}`,
  })
}

function waitWords({ language }: Reader, { from, to }: { from: string; to: string }): string {
  return from === to
    ? durationWords(language, from)
    : `${durationWords(language, from)} – ${durationWords(language, to)}`
}

function movesFold(reader: Reader, { journey, walk }: Here, { shares }: Served): Html | undefined {
  if (!shares || shares.length === 0) return undefined
  const text = reader.words.walk.step
  const names = namesIn(reader, journey.definition)
  return details({
    summaryText: text.dataMoves,
    text: html`${termList(
      shares.map(({ data, from, to, basis }) => ({
        key: listed(data.map(names.data)),
        value: html`${text.from}: ${names.party(from)}<br>${text.to}: ${names.party(to)}<br>${text.basis}: ${text.basisName[basis]}`,
      })),
    )}<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id, 'ledger')}">${reader.words.paper.ledger.link}</a></p>`,
  })
}

function ruleFold(
  reader: Reader,
  { journey }: Here,
  { step, notes, cited }: { step: Served; notes: NonNullable<Served['notes']>; cited: readonly Citation[] },
): Html {
  const { deadline } = step
  return details({
    summaryText: reader.words.walk.step.rule,
    text: html`${deadline?.rule && html`<p class="govuk-body">${saidIn(reader.language, deadline.rule)}</p>`}${deadline?.law && html`<p class="govuk-body" lang="fi">${deadline.law}</p>`}
${notes.map(({ text, source }) => html`<p class="govuk-body">${saidIn(reader.language, text)}${source?.length ? ` (${referring(reader, cited, source)})` : ''}</p>`)}
${numbered(reader, journey.definition, cited)}`,
  })
}

function documentsFold(reader: Reader, { journey }: Here, { uses, produces }: Served): Html | undefined {
  const text = reader.words.walk.step
  const names = namesIn(reader, journey.definition)
  const rows = [
    uses && { key: text.uses, value: listed(uses.map(names.document)) },
    produces && { key: text.produces, value: listed(produces.map(names.document)) },
  ].filter((row) => row !== undefined)
  return rows.length > 0 ? details({ summaryText: text.documents, text: termList(rows) }) : undefined
}

/** The sources of one page by number, and always: check the official source. */
function numbered(reader: Reader, definition: Definition, cited: readonly Citation[]): Html | false {
  return (
    cited.length > 0 &&
    html`<ol class="govuk-list govuk-list--number" id="sources">${cited.map((citation) => html`<li>${sourceLine(reader, definition, citation)}</li>`)}</ol><p class="govuk-body">${reader.words.walk.step.checkOfficial}</p>`
  )
}

/** Where a fact was read, when, and how sure it is; and always: check the official source. */
export function sources(reader: Reader, definition: Definition, cited: readonly Citation[]): Html | undefined {
  const text = reader.words.walk.step
  if (cited.length === 0) return undefined
  return html`<p class="govuk-body-s">${cited.map(
    (citation) => html`${text.source}: ${sourceLine(reader, definition, citation)}<br>`,
  )}${text.checkOfficial}</p>`
}

function sourceLine({ words }: Reader, definition: Definition, { cite, checked, confidence }: Citation): Html {
  const text = words.walk.step
  const source = definition.sources?.[cite]
  const title = source?.url
    ? html`<a class="govuk-link" href="${source.url}" rel="noreferrer">${source.title}</a>`
    : (source?.title ?? cite)
  const doubt = confidence !== 'V' && html`; ${text.confidence[confidence]}`
  return html`${title} (${text.checked(checked)}${doubt})`
}
