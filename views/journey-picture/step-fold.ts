import { durationWords } from '#src/i18n/dates.ts'
import type { Deadline } from '#src/journey/definition.ts'
import type { DrawnStep } from '#src/journey/picture/strands.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import { listed, namesIn } from '../walk/names.ts'
import type { StepsPicture } from './steps.ts'

/** What a step of the list unfolds: what is proposed, who does it, by when, for whom, and what comes first. */
export function stepFold(
  reader: Reader,
  { published, concerns, mayTell }: Pick<StepsPicture, 'published' | 'concerns' | 'mayTell'>,
  drawnStep: DrawnStep,
  all: ReadonlyMap<string, DrawnStep>,
): Html {
  const { step } = drawnStep.place
  const { definition } = published.version
  const { changed, step: text } = reader.words.walk
  const asked = step.kind === 'question' ? step.asks.filter(mayTell) : []
  const forWhom = concerns(drawnStep)
  const first = drawnStep.needs.flatMap((need) => all.get(need) ?? [])
  return html`${step.proposed && html`<p>${saidIn(reader.language, step.proposed.what)}</p>`}
${asked.length > 0 && html`<p>${changed.parts.asks}:${asked.map((fact) => html` ${saidIn(reader.language, definition.facts[fact]?.ask)}`)}</p>`}
<p>${changed.kinds[step.kind]}.${step.provider && html` ${text.who}: ${listed([step.provider].flat().map(namesIn(reader, definition).party))}.`}</p>
${step.deadline && html`<p>${text.byWhen}: ${deadlineWords(reader, step.deadline)}</p>`}
${forWhom !== undefined && html`<p>${forWhom}</p>`}
${first.length > 0 && html`<p>${changed.parts.needs}: ${listed(first.map(({ number, place }) => html`${number} ${saidIn(reader.language, place.step.title)}`))}</p>`}`
}

function deadlineWords({ language }: Reader, { rule, add }: Deadline): Html | string {
  return rule ? saidIn(language, rule) : durationWords(language, add)
}
