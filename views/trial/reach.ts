import type { TraitReach } from '#src/trial/reach.ts'
import type { StaffReader } from '../account/frame.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { figureCell, figureIn } from '../review/figure-cell.ts'
import type { StudioTrial } from './studio.ts'
import { traitWords } from './trait-words.ts'

/** Who has been reached against whom we wanted, cell by cell, with those who did not tell. */
export function reachSection(reader: StaffReader, { reach, total }: StudioTrial): Html {
  const text = reader.words.trialPlan.reach
  return html`<h2 class="govuk-heading-m" id="reach">${text.title}</h2>
<p class="govuk-body">${text.lead} ${reader.words.review.withheldNote}</p>
<p class="govuk-body">${text.started}: ${figureIn(reader, 'trial/started', total.started)}. ${text.finished}: ${figureIn(reader, 'trial/finished', total.finished)}.</p>
${reach.map((one) => traitTable(reader, one))}`
}

function traitTable(reader: StaffReader, { trait, cells, untold }: TraitReach): Html {
  const text = reader.words.trialPlan.reach
  // The counties are many: those that nobody is from and nobody is wanted from say nothing.
  const told = cells.filter(({ n, wanted }) => n !== 0 || wanted !== undefined)
  const rows = told.map(({ value, n, wanted }) => [
    { text: traitWords(reader, trait, value) },
    figureCell(reader, `reach/${trait}/${value}`, n),
    { text: wanted ?? '', format: 'numeric' as const },
  ])
  const rest = [{ text: text.untold }, figureCell(reader, `reach/${trait}/untold`, untold), { text: '' }]
  return scrollableTable({
    caption: reader.words.trial.background.traits[trait],
    captionClasses: 'govuk-table__caption--s',
    head: [{ text: text.cell }, { text: text.n, format: 'numeric' }, { text: text.wanted, format: 'numeric' }],
    rows: [...rows, rest],
    firstCellIsHeader: true,
  })
}
