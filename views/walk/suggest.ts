import type { Prompt } from '#feedback/prompt.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../html.ts'
import { type Filled, promptForm } from '../prompts/index.ts'
import { plainIn } from '../said-in.ts'
import { formFields, goodToKnow, type Reader, stepUrl, walkPage } from './frame.ts'
import { namesIn } from './names.ts'
import { frameOf } from './overview.ts'

export type SuggestPage = {
  readonly here: Here
  readonly step: StepProgress
  readonly prompt: Prompt | undefined
  readonly filled: Filled
  readonly isSaved: boolean
  readonly key: string
}

/** Other words for a step, on a page of their own. */
export function suggestPage(reader: Reader, page: SuggestPage): Html {
  const { here, step, prompt, filled } = page
  const { words } = reader
  const text = words.suggestedEdits
  const at = stepUrl(reader, here.walk.id, step.place.key)
  const errors = Object.entries(filled.errors)
  const context = { ...reader, filled, nameOf: namesIn(reader, here.journey.definition), asksOwn: false }
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.fold,
    page: 'suggest',
    data: { track: step.place.track, step: step.place.step.id },
    back: backLink({ href: at, text: words.weighing.others.toStep }),
    notice: page.isSaved ? goodToKnow(reader, text.saved) : undefined,
    hasErrors: errors.length > 0,
    body: html`${errors.length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: errors.map(([field, error]) => ({ text: error, href: `#${field}` })) })}
<span class="govuk-caption-l">${plainIn(reader.language, step.place.step.title)}</span>
<h1 class="govuk-heading-l">${text.fold}</h1>
${prompt && html`<form method="post" action="${at}/suggest" data-form="contribution" novalidate>${formFields(reader, page.key)}${promptForm(prompt, context)}${button({ text: text.send })}</form>`}`,
  })
}

/** Other words for a step have a page of their own: every step's page would be longer by them. */
export function suggestLink(reader: Reader, walk: string, step: StepKey): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${stepUrl(reader, walk, step)}/suggest">${reader.words.suggestedEdits.fold}</a></p>`
}
