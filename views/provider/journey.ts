import type { Definition, Share, Step, StepKey } from '#src/journey/definition.ts'
import type { Standing } from '#src/review/confirmations.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { Registered } from '#src/review/responses-of.ts'
import type { SaidWords } from '#src/review/said-words.ts'
import type { StepRow } from '#src/review/step-report.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { responsesTable } from '../response/register.ts'
import { promptTable } from '../review/prompt-table.ts'
import { columnHeads, figureCells } from '../review/step-table.ts'
import { wordsOf } from '../review/words.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { confirmForm } from './confirm.ts'
import { describedStep } from './description.ts'

export type DeskStep = {
  readonly key: StepKey
  readonly step: Step
  /** its own step; otherwise only hand-overs from or to it concern it */
  readonly isOwn: boolean
  readonly shares: readonly Share[]
  /** figures of the whole step, for its own ones */
  readonly row: StepRow | undefined
  readonly prompts: readonly PromptRow[]
  /** approved words only */
  readonly words: readonly SaidWords[]
  readonly standing: Standing | undefined
}
export type DeskPage = {
  readonly journey: string
  readonly version: number
  readonly definition: Definition
  readonly provider: string
  readonly steps: readonly DeskStep[]
  readonly answers: readonly (Registered & { readonly step: Step | undefined })[]
  /** whoever only looks confirms nothing */
  readonly isLooking: boolean
  /** what was typed at one step and needs another look */
  readonly typed:
    | {
        readonly key: StepKey
        readonly fields: Readonly<Record<string, string>>
        readonly errors: Readonly<Record<string, string>>
      }
    | undefined
  readonly notice: Html | undefined
}

/** A provider's own steps and hand-overs in order: how each is told, what was said there, and whether that is so. */
export function deskPage(reader: StaffReader, page: DeskPage): Html {
  const { language, words } = reader
  const { definition, typed, journey } = page
  const text = words.provider.journey
  const errors = Object.entries(typed?.errors ?? {})
  return staffPage(reader, {
    title: `${plainIn(language, definition.title)}: ${plainIn(language, definition.providers[page.provider]?.name)}`,
    page: 'provider-journey',
    here: 'provider',
    data: { journey, version: String(page.version), provider: page.provider },
    back: backLink({ href: `/${language}/provider`, text: text.back }),
    notice: page.notice,
    hasErrors: errors.length > 0,
    body: html`${errors.length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: errors.map(([field, error]) => ({ text: error, href: `#${field}-${idOf(typed?.key ?? '')}` })) })}
<span class="govuk-caption-l">${saidIn(language, definition.providers[page.provider]?.name)}</span>
<h1 class="govuk-heading-l">${saidIn(language, definition.title)}</h1>
<p class="govuk-body-l">${page.isLooking ? text.onlyLook : text.lead}</p>
<h2 class="govuk-heading-m">${text.answers}</h2>
${page.answers.length === 0 ? html`<p class="govuk-body">${text.noAnswers}</p>` : responsesTable(reader, { definition, rows: page.answers }, page.isLooking ? undefined : `/${language}/provider/journeys/${journey}/answers`)}
<h2 class="govuk-heading-m">${text.steps}</h2>
${page.steps.map((one) => stepSection(reader, page, one))}`,
  })
}

function stepSection(reader: StaffReader, page: DeskPage, one: DeskStep): Html {
  const text = reader.words.provider.journey
  const id = idOf(one.key)
  return html`<section data-desk-step="${one.key}" aria-labelledby="step-${id}"><h3 class="govuk-heading-m" id="step-${id}">${saidIn(reader.language, one.step.title)}</h3>
${!one.isOwn && insetText({ text: text.handOver })}
${describedStep(reader, page.definition, one)}
${heard(reader, page, one)}
${confirmForm(reader, page, one, id)}</section>`
}

/** Words stand open, since there are few; figures are folded, and questions that nobody was asked are left out. */
function heard(reader: StaffReader, { definition }: DeskPage, { row, prompts, words }: DeskStep): Html {
  const text = reader.words.provider.journey
  const asked = prompts.filter(({ of }) => of !== 0)
  const figures =
    row &&
    scrollableTable({
      caption: reader.words.review.step.figures,
      captionClasses: 'govuk-visually-hidden',
      head: columnHeads(reader),
      rows: [figureCells(reader, row)],
    })
  return html`<h4 class="govuk-heading-s">${text.heard}</h4>
${words.length === 0 ? html`<p class="govuk-body">${text.wordsNone}</p>` : words.map((said) => wordsOf(reader, said, undefined))}
${(figures || asked.length > 0) && details({ summaryText: text.figures, text: html`${figures}${asked.map((prompt) => promptTable(reader, definition, prompt))}` })}`
}

function idOf(key: string): string {
  return key.replace('/', '-')
}
