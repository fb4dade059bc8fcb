import { shortDate } from '#src/i18n/dates.ts'
import type { Words } from '#src/journey/definition.ts'
import type { Trial } from '#src/trial/trial.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'

export type ListedTrial = { readonly trial: Trial; readonly title: Words }
export type TrialList = {
  readonly trials: readonly ListedTrial[]
  readonly journeys: readonly { readonly id: string; readonly title: Words }[]
}

/** All trials a designer may see, and a way to begin another. */
export function trialListPage(reader: StaffReader, { trials, journeys }: TrialList): Html {
  const text = reader.words.trialPlan.list
  return staffPage(reader, {
    title: text.title,
    page: 'studio-trials',
    here: 'trials',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${trials.length > 0 ? trialTable(reader, trials) : html`<p class="govuk-body">${text.none}</p>`}
<h2 class="govuk-heading-m">${text.createTitle}</h2>
${journeys.map(({ id, title }) => createForm(reader, id, title))}`,
  })
}

function trialTable(reader: StaffReader, trials: readonly ListedTrial[]): Html {
  const text = reader.words.trialPlan.list
  return scrollableTable({
    caption: text.caption,
    head: [text.journey, text.stage, text.owner, text.closes, text.due].map((name) => ({ text: name })),
    rows: trials.map((one) => row(reader, one)),
    firstCellIsHeader: true,
  })
}

function row({ language, words }: StaffReader, { trial, title }: ListedTrial) {
  const { owner, closesOn, answersDueOn } = trial.plan
  const text = words.trialPlan
  return [
    {
      text: html`<a class="govuk-link" href="/${language}/studio/trials/${trial.id}">${saidIn(language, title)}</a>${trial.isExample && html` (${text.list.example})`}`,
    },
    { text: text.stages[trial.stage], attributes: { 'data-stage': trial.stage } },
    { text: owner ? `${owner.name}, ${owner.body}` : '' },
    { text: closesOn ? shortDate(language, closesOn) : '' },
    { text: answersDueOn ? shortDate(language, answersDueOn) : '' },
  ]
}

function createForm(reader: StaffReader, journey: string, title: Words): Html {
  const text = reader.words.trialPlan.list
  return html`<form method="post" action="/${reader.language}/studio/trials" data-form="create-trial" data-journey="${journey}"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="journey" value="${journey}">${button({ text: text.create(plainIn(reader.language, title)), classes: 'govuk-button--secondary' })}</form>`
}
