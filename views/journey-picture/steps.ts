import type { Published } from '#src/journey/library.ts'
import type { Drawing } from '#src/journey/picture/drawing.ts'
import type { DrawnStep, Strand } from '#src/journey/picture/strands.ts'
import type { Layout } from '#src/journey/picture/swimlanes.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { drawn } from './drawing.ts'
import { pictureFrame } from './frame.ts'
import { stepFold } from './step-fold.ts'

export type StepsPicture = {
  readonly published: Published
  readonly as: string | undefined
  readonly strands: readonly Strand[]
  readonly drawing: Drawing<Layout>
  /** for whom a step is, in words; undefined where it is for everyone */
  readonly concerns: (step: DrawnStep) => string | undefined
  /** whether a question may stand on a page that everybody can open */
  readonly mayTell: (fact: string) => boolean
}

/** The journey as swimlanes, and as a nested list whose steps unfold. */
export function stepsPicture(reader: Reader, picture: StepsPicture): Html {
  const text = reader.words.picture
  const { published, strands } = picture
  const all = published.journey.places.size
  return pictureFrame(reader, {
    published,
    view: 'steps',
    as: picture.as,
    title: text.title,
    lead: text.lead,
    shown:
      picture.as === undefined ? text.steps(all) : text.someSteps(strands.flatMap(({ steps }) => steps).length, all),
    body: stepsDrawn(reader, picture),
  })
}

/** The drawing of the strands, how it is read, and the same as a list. */
export function stepsDrawn(reader: Reader, picture: StepsPicture): Html {
  const text = reader.words.picture
  const { strands, drawing } = picture
  const steps = new Map(strands.flatMap((strand) => strand.steps.map((step) => [step.place.key as string, step])))
  return html`${drawn({
    drawing,
    name: text.drawing,
    look: (key) => {
      const step = steps.get(key)
      return { isRound: step?.place.step.kind === 'automatic', line: step?.isForSome ? 'dashed' : undefined }
    },
    lines: ({ flows, needs }) =>
      html`<path class="polku-flow" d="${flows.join('')}"/>${needs.map(({ path }) => html`<path class="polku-need" marker-end="url(#needed)" d="${path}"/>`)}`,
  })}
<h2 class="govuk-heading-s">${text.legend}</h2>
<ul class="govuk-list govuk-list--bullet"><li>${text.legendFirst}</li><li>${text.legendAutomatic}</li><li>${text.legendSome}</li><li>${text.legendNeeds}</li></ul>
<h2 class="govuk-heading-m" id="twin">${text.list}</h2>
<ol class="polku-twin" data-twin="steps">${strands.map((strand) => strandItem(reader, picture, strand, steps))}</ol>`
}

function strandItem(
  reader: Reader,
  picture: StepsPicture,
  { number, title, steps }: Strand,
  all: ReadonlyMap<string, DrawnStep>,
): Html {
  return html`<li><h3 class="govuk-heading-s">${number} ${saidIn(reader.language, title)}</h3><ol>
${steps.map((step) => {
  const { key, step: own } = step.place
  return html`<li><details data-drawn="${key}"><summary>${step.number} ${saidIn(reader.language, own.title)}</summary>${stepFold(reader, picture, step, all)}</details></li>
`
})}</ol></li>`
}
