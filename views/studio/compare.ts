import type { Words } from '#src/journey/definition.ts'
import type { Drawing, DrawnStrand } from '#src/journey/picture/drawing.ts'
import type { Layout } from '#src/journey/picture/swimlanes.ts'
import type { StepDifference } from '#src/journey/step-differences.ts'
import type { Hunk } from '#src/journey/text-difference.ts'
import type { Marked } from '#src/journey/word-marks.ts'
import type { Side } from '#src/studio/comparable.ts'
import type { OtherChange } from '#src/studio/other-changes.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { type Choice, chooseSides, sideLine } from './compare-names.ts'
import { comparedPicture } from './compare-picture.ts'
import { changedSteps } from './compare-steps.ts'
import { otherChangeList } from './other-changes.ts'

export type ShownSide = Pick<Side, 'ref' | 'name' | 'by' | 'at' | 'note'> & {
  /** of its draft, or of the journey */
  readonly title: string
}
/** A field of a step with its words marked, or with what it was and is where marks would say nothing. */
export type ShownField = {
  readonly label: string
  readonly lang: string | undefined
  readonly marks: readonly Marked[]
}
export type ShownStep = Pick<StepDifference, 'step' | 'kind' | 'was'> & {
  readonly title: Words
  /** where it stood before it moved */
  readonly movedFrom: string | undefined
  readonly fields: readonly ShownField[]
}
export type Differences = {
  readonly steps: readonly ShownStep[]
  readonly others: readonly OtherChange[]
  readonly strands: readonly DrawnStrand[]
  readonly marks: ReadonlyMap<string, StepDifference>
  readonly drawing: Drawing<Layout>
}
export type ComparePage = {
  readonly journey: string
  readonly title: Words
  readonly back: string
  readonly from: ShownSide
  readonly to: ShownSide
  readonly choices: readonly Choice[]
  /** undefined where one of the texts cannot be read as a journey */
  readonly differences: Differences | undefined
  /** undefined where the texts have too little in common */
  readonly hunks: readonly Hunk[] | undefined
  readonly isSame: 'all' | 'content' | undefined
}

/** Any two of a journey's versions and drafts beside each other: step by step, in the picture, and as text. */
export function comparePage(reader: StaffReader, page: ComparePage): Html {
  const { language, words } = reader
  const text = words.studioVersions
  const { from, to, differences } = page
  return staffPage(reader, {
    title: text.title,
    page: 'studio-compare',
    here: 'studio',
    data: { journey: page.journey, from: from.ref, to: to.ref },
    back: backLink({ href: page.back, text: words.studio.title }),
    body: html`<span class="govuk-caption-l">${saidIn(language, page.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.lead}</p>
<form method="get" action="/${language}/studio/journeys/${page.journey}/compare" data-form="compare">${chooseSides(reader, page.choices, { from: from.ref, to: to.ref })}
${button({ text: text.show, classes: 'govuk-button--secondary' })}</form>
<p class="govuk-body">${text.from}: ${sideLine(reader, from)}<br>${text.to}: ${sideLine(reader, to)}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/studio/journeys/${page.journey}/compare?from=${to.ref}&amp;to=${from.ref}">${text.swap}</a></p>
${page.isSame ? html`<p class="govuk-body-l" data-same="${page.isSame}">${page.isSame === 'all' ? text.same : text.sameButComments}</p>` : summary(reader, page)}
${differences && page.isSame === undefined && told(reader, differences)}
${page.isSame !== 'all' && asText(reader, page.hunks)}`,
  })
}

function summary({ words }: StaffReader, { differences }: ComparePage): Html {
  const text = words.studioVersions
  if (!differences) return html`<p class="govuk-body-l">${text.unreadable}</p>`
  const count = differences.steps.length
  return html`<p class="govuk-body-l" data-differing="${count}">${count === 0 ? text.noSteps : text.counts(count)}</p>`
}

function told(reader: StaffReader, differences: Differences): Html {
  const text = reader.words.studioVersions
  const { steps, others } = differences
  return html`${steps.length > 0 && html`<h2 class="govuk-heading-m">${text.steps}</h2>${changedSteps(reader, steps)}`}
${otherChangeList(reader, others)}
${steps.length > 0 && comparedPicture(reader, differences)}`
}

/** Folded: the same again in more lines than anybody reads who looks for the steps. */
function asText({ words }: StaffReader, hunks: ComparePage['hunks']): Html {
  const text = words.studioVersions
  if (!hunks) return html`<p class="govuk-body">${text.tooDifferent}</p>`
  const lines = html`<p class="govuk-body">${text.textLead}</p><div class="polku-scroll" role="region" aria-label="${text.text}" tabindex="0">${hunks.map((hunk) => hunkPart(text.lines(hunk.from, hunk.to), hunk))}</div>`
  return details({ summaryText: text.text, text: lines, id: 'as-text' })
}

const SIGNS = { same: ' ', added: '+', removed: '−' }

function hunkPart(title: string, { lines }: Hunk): Html {
  return html`<p class="govuk-hint">${title}</p><pre class="polku-lines">${lines.map(
    ({ is, text }) => html`<code class="polku-line--${is}">${SIGNS[is]} ${text}
</code>`,
  )}</pre>`
}
