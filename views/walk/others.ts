import type { Prompt } from '#feedback/prompt.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { flagLink } from './flag.ts'
import type { Reader } from './frame.ts'
import { optionText, questionText } from './prompt-words.ts'

/** Counts that have passed the disclosure threshold; undefined = too few to show. */
export type OthersSaid = {
  readonly prompts: readonly {
    readonly prompt: Prompt
    readonly n: number
    readonly options: readonly { readonly option: string; readonly n: number | undefined }[] | undefined
  }[]
  readonly texts: readonly Contribution[]
  /** where the stances and more reasons are, for who has weighed a proposition here */
  readonly reasons?: string | undefined
}

/** What others said here, with n. Open only to those who have said something at this step. */
export function othersFold(reader: Reader, { prompts, texts, reasons }: OthersSaid, walk: string): Html {
  const text = reader.words.walk.step
  const isEmpty = prompts.length === 0 && texts.length === 0 && !reasons
  return details({
    id: 'others',
    open: true,
    summaryText: text.others,
    text: html`${isEmpty && html`<p class="govuk-body">${text.othersNone}</p>`}${prompts.map((one) => onePrompt(reader, one))}
${reasons && html`<p class="govuk-body"><a class="govuk-link" href="${reasons}">${reader.words.weighing.others.link}</a></p>`}
${texts.length > 0 && html`<h3 class="govuk-heading-s">${text.othersTexts}</h3><ul class="govuk-list govuk-list--bullet">${texts.map((said) => html`<li><span lang="${said.language}">${said.text}</span> ${said.walk !== walk && flagLink(reader, walk, said)}</li>`)}</ul>`}`,
  })
}

function onePrompt(reader: Reader, { prompt, n, options }: OthersSaid['prompts'][number]): Html {
  const text = reader.words.walk.step
  return html`<p class="govuk-body"><strong>${questionText(reader, prompt)}</strong></p>${
    options
      ? html`<ul class="govuk-list">${options.map((one) => html`<li>${optionText(reader, prompt, one.option)}: ${one.n ?? '–'}</li>`)}</ul><p class="govuk-hint">${text.othersCount(n)}</p>`
      : html`<p class="govuk-body">${n > 0 && html`${text.othersCount(n)}. `}${text.othersFew}</p>`
  }`
}
