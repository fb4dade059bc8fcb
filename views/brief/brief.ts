import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import type { Figure } from '#src/review/figure.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { publicAnswer } from '../response/answer.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { questionText } from '../walk/prompt-words.ts'
import { type Brief, type BriefLine, THRESHOLDS_SHOWN } from './lists.ts'

export type BriefPage = {
  readonly brief: Brief
  readonly definition: Definition
  readonly version: number
  /** of every version: what was said at a step stays in the brief when the step is renamed or gone */
  readonly steps: ReadonlyMap<StepKey, Step>
  readonly isStaff: boolean
}
type Steps = BriefPage['steps']

/** One printable page for a minister; after the close for everyone. */
export function briefPage(reader: Reader, page_: BriefPage): Html {
  const { brief, definition, version, isStaff } = page_
  const text = reader.words.brief
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${plainIn(reader.language, definition.title)}`,
    page: 'brief',
    data: { journey: definition.id, version: String(version) },
    isTrial: true,
    body: html`<span class="govuk-caption-l">${saidIn(reader.language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${!brief.isOpenToAll && html`<p class="govuk-body">${isStaff ? text.staffOnly : text.before}</p>`}
${briefBody(reader, page_)}
${(isStaff || brief.isOpenToAll) && html`<p class="govuk-body polku-screen"><a class="govuk-link" href="/${reader.language}/journeys/${definition.id}/report">${reader.words.trialReport.summary.whole}</a></p>`}`,
  })
}

/** The sections of the brief, which a report begins with. */
export function briefBody(reader: Reader, page_: BriefPage): Html {
  const { brief, isStaff } = page_
  const isWhole = isStaff || brief.isOpenToAll
  return html`${mandate(reader, brief)}
${counts(reader, brief)}
${isWhole && lists(reader, page_)}
${answers(reader, page_)}
${isWhole && measures(reader, brief)}`
}

function mandate(reader: Reader, { trial }: Brief): Html {
  const text = reader.words.brief
  const { owner, answersDueOn, mandate: words } = trial.plan
  return html`<section><h2 class="govuk-heading-m">${text.mandate}</h2><p class="govuk-body">${saidIn(reader.language, words)}</p>
${owner && html`<p class="govuk-body">${text.owner(owner.name, owner.body)}</p>`}${answersDueOn && html`<p class="govuk-body">${text.due} ${dated(reader.language, answersDueOn)}</p>`}</section>`
}

function counts({ words }: Reader, { walks }: Brief): Html {
  const text = words.brief
  const why = html`<p class="govuk-hint">${text.withheldNote}</p>`
  const row = (name: 'started' | 'finished' | 'spoke') => ({
    key: text[name],
    value: figure(`brief/${name}`, walks[name], text.withheld),
  })
  return html`<section><h2 class="govuk-heading-m">${text.took}</h2>${summaryList({ rows: [row('started'), row('finished'), row('spoke')] })}${isAnyWithheld(Object.values(walks)) && why}</section>`
}

function isAnyWithheld(figures: readonly Figure[]): boolean {
  return figures.includes(undefined)
}

function figure(name: string, n: Figure, withheld: string): Html {
  return n === undefined
    ? html`<span data-figure="${name}" data-withheld="true">${withheld}</span>`
    : html`<span data-figure="${name}">${n}</span>`
}

function lists(reader: Reader, { brief, definition, steps }: BriefPage): Html {
  const text = reader.words.brief
  const { n, holds, side } = THRESHOLDS_SHOWN
  return html`<section><h2 class="govuk-heading-m">${text.holds}</h2><p class="govuk-hint">${text.holdsRule(n, holds)}</p>${linesOf(reader, steps, brief.holds)}</section>
<section><h2 class="govuk-heading-m">${text.divides}</h2><p class="govuk-hint">${text.dividesRule(n, side)}</p>${linesOf(reader, steps, brief.divides)}</section>
<section><h2 class="govuk-heading-m">${text.decide}</h2>${decisions(reader, { definition, brief, steps })}</section>`
}

const MOST_LINES = 7

function linesOf(reader: Reader, steps: Steps, lines: readonly BriefLine[]): Html {
  const text = reader.words.brief
  if (lines.length === 0) return html`<p class="govuk-body">${text.none}</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${lines
    .slice(0, MOST_LINES)
    .map(
      (line) =>
        html`<li data-thread="${line.version}/${line.step}/${line.prompt.id}"><strong>${questionText(reader, line.prompt)}</strong> ${titleOf(reader, steps, line.step)}: ${text.counts(line.for, line.against, line.of)}</li>`,
    )}</ul>`
}

function titleOf({ language }: Reader, steps: Steps, key: StepKey): Html | string {
  return saidIn(language, steps.get(key)?.title)
}

function decisions(reader: Reader, page_: Pick<BriefPage, 'brief' | 'definition' | 'steps'>): Html {
  const { brief, definition } = page_
  const text = reader.words.brief
  const { steps, undecided } = brief.decide
  if (steps.length === 0 && undecided.length === 0) return html`<p class="govuk-body">${text.none}</p>`
  return html`${steps.length > 0 && html`<p class="govuk-body">${text.decideSteps}</p><ul class="govuk-list govuk-list--bullet">${steps.map((key) => html`<li data-step="${key}">${titleOf(reader, page_.steps, key)}</li>`)}</ul>`}
${undecided.length > 0 && html`<p class="govuk-body">${text.undecided}</p><ul class="govuk-list govuk-list--bullet">${undecided.map((answer) => html`<li data-response="${answer.id}">${bodyName(reader, definition, answer.body)}: ${saidIn(reader.language, answer.said)}</li>`)}</ul>`}`
}

function answers(reader: Reader, { brief, definition, steps }: BriefPage): Html {
  const text = reader.words.brief
  return html`<section><h2 class="govuk-heading-m">${text.answers}</h2>
${brief.answers.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : brief.answers.map((answer) => html`<h3 class="govuk-heading-s">${titleOf(reader, steps, answer.step)}</h3>${publicAnswer(reader, { definition, step: steps.get(answer.step) }, answer)}`)}
${brief.late.length > 0 && html`<h3 class="govuk-heading-s">${text.late}</h3><ul class="govuk-list govuk-list--bullet">${brief.late.map((late) => html`<li data-overdue="${late.id}">${bodyName(reader, definition, late.body)}: ${titleOf(reader, steps, late.step)}, ${dated(reader.language, late.dueOn)}</li>`)}</ul>`}</section>`
}

function measures(reader: Reader, { measures: m }: Brief): Html {
  const text = reader.words.brief
  const shown = (n: Figure) => (n === undefined ? text.withheld : String(n))
  const why = isAnyWithheld([m.spoke, m.started, ...m.missing.map(({ n }) => n)])
  return html`<section><h2 class="govuk-heading-m">${text.oecd}</h2><p class="govuk-hint">${text.oecdNote}</p>${summaryList(
    {
      rows: [
        { key: text.little, value: text.littleLine(shown(m.spoke), shown(m.started)) },
        { key: text.narrow, value: html`${text.narrowLine(m.missing.length)}${missing(reader, m.missing)}` },
        { key: text.late3, value: lateText(reader, m) },
      ],
    },
  )}${why && html`<p class="govuk-hint">${text.withheldNote}</p>`}</section>`
}

function lateText({ words }: Reader, { days, isDecided }: Brief['measures']): string {
  if (days === undefined) return words.brief.silent
  return isDecided ? words.brief.days(days) : words.brief.waiting(days)
}

function missing({ words }: Reader, cells: Brief['measures']['missing']): Html | false {
  const text = words.brief
  const values = words.trial.background.values as Readonly<Record<string, Readonly<Record<string, string>>>>
  return (
    cells.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${cells.map(({ trait, value, wanted, n }) => html`<li>${text.traits[trait as keyof typeof text.traits]}: ${values[trait]?.[value] ?? value}, ${text.missingLine(wanted, n ?? text.withheld)}</li>`)}</ul>`
  )
}
