import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from './frame.ts'
import { listed, namesIn } from './names.ts'

/**
 * The document a step works on, filled in from what earlier steps produced, each line with where it came from.
 * All values are simulated and marked so.
 */
export function documentOf(reader: Reader, here: Here, { place }: StepProgress): Html | undefined {
  const { step } = place
  if (step.kind !== 'task' || !step.produces || !step.uses) return undefined
  const { definition } = here.journey
  const names = namesIn(reader, definition)
  const text = reader.words.walk.step
  const lines = step.uses.flatMap((document) => linesOf(reader, here, document))
  if (lines.length === 0) return undefined
  return html`<section aria-labelledby="document"><h2 class="govuk-heading-m" id="document">${listed(step.produces.map(names.document))}</h2>
<p class="govuk-body">${text.prefilled}. ${text.prefilledHint}</p>
${summaryList({ rows: lines })}</section>`
}

function linesOf(reader: Reader, here: Here, document: string): { key: Html | string; value: Html | string }[] {
  const { definition } = here.journey
  const names = namesIn(reader, definition)
  const maker = [...here.journey.places.values()].find(({ step }) => step.produces?.includes(document))
  const arrived = !maker || maker.key in here.walk.progress.record.done
  // Nobody is asked for real figures: whoever walks as themselves sees an example person's.
  const persona = here.version.personas.find(({ id }) => id === here.walk.persona) ?? here.version.personas[0]
  if (!arrived) return []
  return (definition.documents?.[document]?.holds ?? []).map((item) => {
    const known = persona?.data?.[item]
    const value = typeof known === 'string' ? known : known && saidIn(reader.language, known)
    const from = [maker?.step.provider ?? 'self'].flat().map(names.party)
    return {
      key: names.data(item),
      value: html`${value ?? '…'}<br><span class="govuk-hint">${reader.words.walk.step.source}: ${names.document(document)}, ${listed(from)}</span>`,
    }
  })
}
