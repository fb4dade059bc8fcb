import type { Forecast } from '#src/trial/forecast.ts'
import type { Missing } from '#src/trial/missing.ts'
import type { ChannelFigures, TraitReach } from '#src/trial/reach.ts'
import type { PlanPart } from '#src/trial/save-plan.ts'
import type { TrialEvent } from '#src/trial/stages.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import { channelsSection } from './channels.ts'
import { forecastSection } from './forecast.ts'
import { missingList } from './missing.ts'
import { type PlanForm, planForm } from './plan-form.ts'
import { reachSection } from './reach.ts'

export type StudioTrial = {
  readonly form: PlanForm
  readonly missing: readonly Missing[]
  /** what the trial may do now; `open` is always offered to a draft, and refused with what is missing */
  readonly events: readonly TrialEvent[]
  readonly forecast: readonly Forecast[]
  readonly channels: readonly ChannelFigures[]
  readonly channelError: { readonly text: string; readonly typed: string } | undefined
  readonly reach: readonly TraitReach[]
  readonly total: { readonly started: number | undefined; readonly finished: number | undefined }
  /** why the form before was refused */
  readonly refused: { readonly text: string; readonly differs: readonly PlanPart[] } | undefined
  readonly notice: Html | undefined
}

/** One trial for its designer: what is missing first, then the plan, then what may be expected and what has come. */
export function studioTrialPage(reader: StaffReader, page: StudioTrial): Html {
  const { language, words } = reader
  const text = words.trialPlan
  const { trial, published } = page.form
  const title = text.page.title(plainIn(language, published.version.definition.title))
  const isWrong = page.refused !== undefined || Object.keys(page.form.errors).length > 0
  return staffPage(reader, {
    title,
    page: 'studio-trial',
    here: 'trials',
    data: { journey: trial.journey, stage: trial.stage },
    back: backLink({ href: `/${language}/studio/trials`, text: text.list.title }),
    notice: page.notice,
    hasErrors: isWrong || page.channelError !== undefined,
    body: html`${refusal(reader, page)}
<h1 class="govuk-heading-l">${title}</h1>
${trial.isExample && insetText({ text: text.page.example })}
<ul class="govuk-list"><li><a class="govuk-link" href="/${language}/journeys/${trial.journey}/trial">${text.page.seeAsWalker}</a></li>
<li><a class="govuk-link" href="/${language}/journeys/${trial.journey}/assist">${text.page.assist}</a></li></ul>
${stageSection(reader, page)}
<h2 class="govuk-heading-m" id="plan">${text.page.plan}</h2>
${trial.stage === 'closed' ? html`<p class="govuk-body">${text.page.closed}</p>` : planForm(reader, page.form)}
${forecastSection(reader, page)}
${channelsSection(reader, page)}
${reachSection(reader, page)}
${contactsSection(reader, page)}`,
  })
}

function refusal(reader: StaffReader, { refused, form, channelError }: StudioTrial): Html | false {
  const { words, language } = reader
  const text = words.trialPlan.stale
  const differs = refused?.differs ?? []
  if (differs.length > 0)
    return html`<div class="govuk-error-summary" data-module="govuk-error-summary" data-stale><div role="alert"><h2 class="govuk-error-summary__title">${text.title}</h2><div class="govuk-error-summary__body"><p>${text.text}</p><p>${text.differs}</p><ul class="govuk-list govuk-list--bullet">${differs.map((part) => html`<li>${text.parts[part]}</li>`)}</ul><p><a class="govuk-link" href="/${language}/studio/trials/${form.trial.id}">${text.theirs}</a></p></div></div></div>`
  const errors = [
    ...(refused ? [{ text: refused.text }] : []),
    ...Object.entries(form.errors).map(([field, error]) => ({ text: error, href: `#${field}` })),
    ...(channelError ? [{ text: channelError.text, href: '#name' }] : []),
  ]
  return errors.length > 0 && errorSummary({ titleText: words.site.errorSummary, errorList: errors })
}

function stageSection(reader: StaffReader, { form, missing, events }: StudioTrial): Html {
  const { words } = reader
  const text = words.trialPlan
  const { stage } = form.trial
  const later = events.filter((event) => event !== 'open')
  return html`<h2 class="govuk-heading-m">${text.events.title}</h2>
<p class="govuk-body">${text.events.now}: <strong data-stage-now="${stage}">${text.stages[stage]}</strong></p>
${missing.length > 0 && html`<h3 class="govuk-heading-s">${text.page.missingTitle}</h3><p class="govuk-body">${text.page.missingLead}</p>${missingList(reader, missing)}`}
${stage === 'draft' && missing.length === 0 && html`<p class="govuk-body">${text.page.complete}</p>`}
${stage === 'draft' && html`<p class="govuk-hint">${text.events.openHint}</p>${stageForm(reader, form, 'open')}`}
${later.map((event) => stageForm(reader, form, event))}`
}

function stageForm(reader: StaffReader, { trial }: PlanForm, event: TrialEvent): Html {
  const classes = event === 'open' ? undefined : 'govuk-button--secondary'
  return html`<form method="post" action="/${reader.language}/studio/trials/${trial.id}/stage" data-form="${event === 'open' ? 'open-trial' : 'move-trial'}" data-event="${event}"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="rev" value="${trial.rev}"><input type="hidden" name="event" value="${event}">${button({ text: reader.words.trialPlan.events[event], classes })}</form>`
}

function contactsSection(reader: StaffReader, { form }: StudioTrial): Html {
  const text = reader.words.trialPlan.contacts
  const action = `/${reader.language}/studio/trials/${form.trial.id}/contacts`
  const token = html`<input type="hidden" name="token" value="${reader.formToken}">`
  return html`<h2 class="govuk-heading-m" id="contacts">${text.title}</h2>
<p class="govuk-body">${text.lead}</p>
<form method="post" action="${action}" data-form="contacts">${token}${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>
<p class="govuk-body">${text.eraseHint}</p>
<form method="post" action="${action}/erase" data-form="erase-contacts">${token}${button({ text: text.erase, classes: 'govuk-button--secondary' })}</form>`
}
