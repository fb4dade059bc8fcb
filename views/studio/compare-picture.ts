import type { DrawnStrand } from '#src/journey/picture/drawing.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { type BoxLook, drawn } from '../journey-picture/drawing.ts'
import { saidIn } from '../said-in.ts'
import type { Differences } from './compare.ts'

/** The strands with what changed drawn in its place, and the same as a list. */
export function comparedPicture(reader: StaffReader, { strands, marks, drawing }: Differences): Html {
  const text = reader.words.studioVersions
  const line = (key: string): BoxLook['line'] => {
    const kind = marks.get(key)?.kind
    if (kind === undefined) return undefined
    return kind === 'removed' ? 'dashed' : 'heavy'
  }
  return html`<h2 class="govuk-heading-m">${text.picture}</h2>
<p class="govuk-body">${text.legend}</p>
${drawn({
  drawing,
  name: text.drawing,
  look: (key) => ({ line: line(key) }),
  lines: ({ flows, needs }) =>
    html`<path class="polku-flow" d="${flows.join('')}"/>${needs.map(({ path }) => html`<path class="polku-need" marker-end="url(#needed)" d="${path}"/>`)}`,
})}
<h3 class="govuk-heading-s">${text.list}</h3>
<ol class="polku-twin" data-twin="compared">${strands.map((strand) => strandItem(reader, strand, marks))}</ol>`
}

function strandItem(
  { words, language }: StaffReader,
  { number, title, steps }: DrawnStrand,
  marks: Differences['marks'],
) {
  const text = words.studioVersions
  const item = ({ place, number: own }: DrawnStrand['steps'][number]) => {
    const kind = marks.get(place.key)?.kind
    return html`<li data-drawn="${place.key}"${kind && html` data-kind="${kind}"`}>${own} ${saidIn(language, place.step.title)}${kind ? html` <strong>${text.marks[kind]}</strong>` : html` <span class="govuk-hint polku-mark">${text.unchanged}</span>`}</li>`
  }
  return html`<li><h4 class="govuk-heading-s">${number} ${saidIn(language, title)}</h4><ol>${steps.map(item)}</ol></li>`
}
