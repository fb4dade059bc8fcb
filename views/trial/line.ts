import type { StepKey } from '#src/journey/definition.ts'
import type { Openness, Trial } from '#src/trial/trial.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'
import { onDay } from './on-day.ts'

/** The trial that asks about a journey now, as its walkers are told of it. */
export type Asking = {
  readonly trial: Trial
  /** what is said now still comes in time */
  readonly takesWords: boolean
}

/** Who asks and by when they answer, in a line or two, with the way to the whole. */
export function trialLine(
  reader: Reader,
  asking: Asking | undefined,
  { via }: { via?: string | undefined } = {},
): Html {
  if (!asking) return html``
  const { trial, takesWords } = asking
  const text = reader.words.trial
  const { owner, answersDueOn } = trial.plan
  return html`<p class="govuk-body" data-trial="${trial.id}">${trial.isExample && html`${text.example} `}${owner && html`${text.line.asks}: ${owner.name}, ${owner.body}. `}${
    answersDueOn && html`${text.line.answersBy} ${onDay(reader.language, answersDueOn)}. `
  }<a class="govuk-link" href="/${reader.language}/journeys/${trial.journey}/trial${via && `?via=${via}`}">${text.line.link}</a></p>
${!takesWords && html`<p class="govuk-body" data-late>${text.line.late}</p>`}`
}

/** What can change at a step. Nothing is said where the plan says nothing: at questions about the situation. */
export function opennessLine(reader: Reader, asking: Asking | undefined, step: StepKey): Html {
  if (!asking) return html``
  const said = asking.trial.plan.openness[step]
  const text = reader.words.trial
  return html`${said && html`<p class="govuk-hint" data-openness="${said.level}">${text.openness.label}: ${opennessWords(reader, asking.trial, said)}</p>`}${!asking.takesWords && html`<p class="govuk-hint" data-late>${text.line.late}</p>`}`
}

/** The law is named in one language, the trial's first. */
export function opennessWords(reader: Reader, { plan }: Pick<Trial, 'plan'>, { level, law }: Openness): Html {
  const text = reader.words.trial.openness
  const [own = 'fi'] = plan.languages
  const named = own === reader.language ? law : html`<span lang="${own}">${law}</span>`
  return html`${text[level].toLowerCase()}${law && html`. ${text.lawNamed}: ${named}`}`
}
