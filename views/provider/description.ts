import { durationWords } from '#src/i18n/dates.ts'
import type { Definition, Step } from '#src/journey/definition.ts'
import type { StaffReader } from '../account/frame.ts'
import { type SummaryRow, summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { listed, namesIn } from '../walk/names.ts'
import type { DeskStep } from './journey.ts'

/** How a step is told to those who walk: today, the proposal, the data, the wait and the reply, in the journey's own words. */
export function describedStep(reader: StaffReader, definition: Definition, one: DeskStep): Html {
  const text = reader.words.provider.journey
  const rows = [...(one.isOwn ? ownRows(reader, definition, one.step) : []), ...shareRows(reader, definition, one)]
  return html`<h4 class="govuk-heading-s">${text.described}</h4>${summaryList({ rows })}`
}

function ownRows(reader: StaffReader, definition: Definition, step: Step): readonly SummaryRow[] {
  const { language, words } = reader
  const text = words.provider.journey
  const { today, proposed } = step
  const names = namesIn(reader, definition)
  const said: (SummaryRow | undefined)[] = [
    today && { key: text.today, value: saidIn(language, today.what) },
    today?.evidence && { key: words.walk.step.evidence, value: saidIn(language, today.evidence) },
    today?.asks_for?.length
      ? { key: words.walk.step.asksFor, value: listed(today.asks_for.map(names.data)) }
      : undefined,
    today?.moves && { key: words.walk.step.moves, value: saidIn(language, today.moves) },
    today?.wait && { key: text.delay, value: waitWords(reader, today.wait) },
    today?.fee && { key: words.walk.step.fee, value: words.walk.step.euros(today.fee.from, today.fee.to) },
    proposed && {
      key: text.proposed,
      value: html`${saidIn(language, proposed.what)}<br><span class="govuk-hint">${words.walk.step.feasibility[proposed.feasibility]}</span>`,
    },
    proposed?.wait && { key: text.proposedDelay, value: waitWords(reader, proposed.wait) },
    step.do && { key: words.walk.step.youDo, value: saidIn(language, step.do) },
    step.deadline?.rule && { key: words.walk.step.byWhen, value: saidIn(language, step.deadline.rule) },
    ...replyRows(reader, step),
  ]
  return said.filter((row) => row !== undefined)
}

function replyRows({ language, words }: StaffReader, step: Step): readonly SummaryRow[] {
  const text = words.provider.journey
  if (!('replies' in step)) return []
  return step.replies.map(({ after, text: reply }) => ({
    key: html`${text.replies}, ${text.after(durationWords(language, after))}`,
    value: saidIn(language, reply),
  }))
}

function shareRows(reader: StaffReader, definition: Definition, { shares }: DeskStep): readonly SummaryRow[] {
  const text = reader.words.walk.step
  const names = namesIn(reader, definition)
  return shares.map(({ data, from, to, basis }) => ({
    key: reader.words.provider.journey.data,
    value: html`${listed(data.map(names.data))}<br>${text.from}: ${names.party(from)}<br>${text.to}: ${names.party(to)}<br>${text.basis}: ${text.basisName[basis]}`,
  }))
}

function waitWords({ language }: StaffReader, { from, to }: { readonly from: string; readonly to: string }): string {
  const [least, most] = [durationWords(language, from), durationWords(language, to)]
  return from === to ? least : `${least} – ${most}`
}
