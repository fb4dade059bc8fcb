import type { TrialReport } from '#src/review/report-trial.ts'
import type { TraitReach } from '#src/trial/reach.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { traitWords } from '../trial/trait-words.ts'
import type { Reader } from '../walk/frame.ts'
import { cellOf } from './figure.ts'

/** Who took part by what they told of themselves, against whom we hoped for; and who was not reached. */
export function whoTookPart(reader: Reader, report: TrialReport): Html {
  const text = reader.words.trialReport.who
  const { missing } = report.brief.measures
  const traits: Readonly<Record<string, string>> = reader.words.brief.traits
  return html`<p class="govuk-body">${text.empty}</p>
${report.brief.reach.map((one) => traitTable(reader, report, one))}
<h3 class="govuk-heading-s">${text.missing}</h3>
${
  missing.length === 0
    ? html`<p class="govuk-body">${text.noneMissing}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${missing.map(({ trait, value, wanted, n }) => html`<li>${traits[trait]}: ${valueWords(reader, trait, value)}, ${reader.words.brief.missingLine(wanted, n ?? reader.words.brief.withheld)}</li>`)}</ul>`
}`
}

function traitTable(reader: Reader, { figures }: TrialReport, { trait, cells }: TraitReach): Html {
  const text = reader.words.trialPlan.reach
  const told = cells.filter(({ n, wanted }) => n !== 0 || wanted !== undefined)
  const row = (value: string, title: string) => [
    { text: title },
    cellOf(reader, figures, `reach/${trait}/${value}`),
    figures.has(`wanted/${trait}/${value}`) ? cellOf(reader, figures, `wanted/${trait}/${value}`) : { text: '' },
  ]
  return scrollableTable({
    caption: reader.words.trial.background.traits[trait],
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: text.cell }, { text: text.n, format: 'numeric' }, { text: text.wanted, format: 'numeric' }],
    rows: [...told.map(({ value }) => row(value, traitWords(reader, trait, value))), row('untold', text.untold)],
    firstCellIsHeader: true,
  })
}

function valueWords({ words }: Reader, trait: string, value: string): string {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = words.trial.background.values
  return all[trait]?.[value] ?? value
}
