import { discloseBins } from '#feedback/weighing/disclosed.ts'
import type { StanceCounts } from '#feedback/weighing/distribution.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import type { Met } from '#src/walk/weigh-page.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import type { Filled, PromptContext } from '../prompts/index.ts'
import { reasonText, weighingBySide } from '../prompts/weighing.ts'
import { figureCell } from '../review/figure-cell.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { flagLink } from './flag.ts'
import { formFields, goodToKnow, type Reader, stepUrl, walkPage } from './frame.ts'
import { namesIn } from './names.ts'
import { frameOf } from './overview.ts'
import { binWords } from './stance-words.ts'

export type ReasonsPage = {
  readonly here: Here
  readonly step: StepProgress
  readonly met: readonly Met[]
  readonly filled: Filled
  readonly key: string
  readonly isSaved: boolean
}

/** After answering: how the stances divide, and all reasons one has seen by side, to be taken or left. */
export function reasonsPage(reader: Reader, page: ReasonsPage): Html {
  const { here, step, met, filled } = page
  const text = reader.words.weighing.others
  const at = stepUrl(reader, here.walk.id, step.place.key)
  const errors = Object.entries(filled.errors)
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'reasons',
    data: { track: step.place.track, step: step.place.step.id },
    back: backLink({ href: at, text: text.toStep }),
    notice: page.isSaved ? goodToKnow(reader, text.saved) : undefined,
    hasErrors: errors.length > 0,
    body: html`${
      errors.length > 0 &&
      errorSummary({
        titleText: reader.words.site.errorSummary,
        errorList: errors.map(([field, error]) => ({ text: error, href: `#${field}` })),
      })
    }<span class="govuk-caption-l">${plainIn(reader.language, step.place.step.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${met.length > 0 ? text.lead : text.nothing}</p>
${met.map((one) => proposition(reader, page, one, `${at}/reasons`))}`,
  })
}

function proposition(reader: Reader, { here, filled, key }: ReasonsPage, met: Met, action: string): Html {
  const { prompt, stances, crossing, hasMore } = met
  const text = reader.words.weighing.others
  const context: PromptContext = { ...reader, filled, nameOf: namesIn(reader, here.journey.definition), asksOwn: false }
  return html`<form method="post" action="${action}" data-form="contribution" novalidate>${formFields(reader, `${key}-${prompt.id}`)}<input type="hidden" name="prompt" value="${prompt.id}">
<fieldset class="govuk-fieldset polku-prompt" data-prompt="${prompt.id}" data-kind="weighing">${weighingBySide(prompt, context, crossing)}</fieldset>
${crossing.size > 0 && html`<p class="govuk-hint">${text.crossingHint}</p>`}
<div class="govuk-button-group">${button({ text: text.save, name: 'go', value: 'stay' })}
${hasMore ? button({ text: text.showMore, name: 'go', value: 'more', classes: 'govuk-button--secondary' }) : html`<p class="govuk-body">${text.allShown}</p>`}</div></form>
${flaggable(reader, here.walk.id, met)}
${distribution(reader, prompt.id, stances)}`
}

/** Reasons that other walkers wrote, each with a way to ask that a person looks at it. */
function flaggable(reader: Reader, walk: string, { prompt }: Met): Html | undefined {
  const written = prompt.reasons.filter(({ id, origin }) => origin === 'participant' && prompt.listed?.includes(id))
  if (written.length === 0) return undefined
  return details({
    summaryText: reader.words.moderation.flag.link,
    text: html`<ul class="govuk-list govuk-list--spaced">${written.map((reason) => html`<li>${reasonText(reader, reason)} ${flagLink(reader, walk, { id: reason.id, text: saidIn(reader.language, reason.text) })}</li>`)}</ul>`,
  })
}

/** The distribution as a table: its words say what a picture of it would. */
function distribution(reader: Reader, prompt: string, stances: StanceCounts | undefined): Html {
  const text = reader.words.weighing.others
  const heading = html`<h2 class="govuk-heading-m">${text.distribution}</h2>`
  if (!stances) return html`${heading}<p class="govuk-body">${text.answerFirst}</p>`
  const { n, bins } = discloseBins(stances)
  if (!n) return html`${heading}<p class="govuk-body">${text.few}</p>`
  const rows = bins.map(({ bin, n }): Cell[] => [
    { text: binWords(reader, bin) },
    figureCell(reader, `${prompt}/${bin}`, n),
  ])
  return html`${heading}${scrollableTable({ caption: text.n(n), head: [{ text: text.stance }, { text: text.people, format: 'numeric' }], rows, firstCellIsHeader: true })}<p class="govuk-hint">${text.withheld}</p>`
}
