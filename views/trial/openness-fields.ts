import type { StepKey, Words } from '#src/journey/definition.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { details } from '../components/details.ts'
import { fieldset } from '../components/fieldset.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import type { PlanForm } from './plan-form.ts'

const LEVELS = ['open', 'partly', 'fixed'] as const

/** What can change at every step, strand by strand. The first one that lacks something stands open: a link leads there. */
export function opennessFields(reader: StaffReader, form: PlanForm): Html {
  const text = reader.words.trialPlan.form
  const { tracks, places } = form.published.journey
  const first = [...places.values()].find(({ key, step }) => step.kind !== 'question' && isLacking(form, key))?.track
  const strands = [...tracks.keys()].map((track) => strand(reader, form, track, track === first))
  return fieldset({
    legend: { text: text.openness, classes: 'govuk-fieldset__legend--m' },
    html: html`<p class="govuk-hint">${text.opennessHint}</p>
<p class="govuk-hint">${text.suggestHint}</p>${button({ text: text.suggest, name: 'go', value: 'suggest', classes: 'govuk-button--secondary' })}
${strands}`,
  })
}

function isLacking({ fields }: PlanForm, key: StepKey): boolean {
  const level = fields[`openness:${key}`]
  return !level || (level === 'fixed' && !fields[`law:${key}`])
}

function strand(reader: StaffReader, form: PlanForm, track: string, isFirst: boolean): Html | false {
  const { published, fields } = form
  const steps = (published.journey.tracks.get(track) ?? []).filter(({ step }) => step.kind !== 'question')
  const said = steps.filter(({ key }) => fields[`openness:${key}`])
  const isWrong = steps.some(({ key }) => form.errors[`law:${key}`])
  const title = plainIn(reader.language, published.version.definition.tracks[track]?.title)
  return (
    steps.length > 0 &&
    details({
      summaryText: reader.words.trialPlan.form.strand(title, said.length, steps.length),
      open: isWrong || isFirst,
      text: html`${steps.map(({ key, step }) => stepFields(reader, form, key, step.title))}`,
    })
  )
}

function stepFields(reader: StaffReader, { fields, errors }: PlanForm, key: StepKey, title: Words): Html {
  const text = reader.words.trialPlan.form
  const levels = reader.words.trial.openness
  const name = plainIn(reader.language, title)
  const hidden = html`<span class="govuk-visually-hidden">, ${name}</span>`
  const error = errors[`law:${key}`]
  return html`<div class="polku-plan-step">${radios({
    name: `openness:${key}`,
    value: fields[`openness:${key}`],
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: name, classes: 'govuk-fieldset__legend--s' } },
    items: LEVELS.map((level) => ({ value: level, text: levels[level] })),
  })}
${input({
  name: `law:${key}`,
  label: { text: html`${text.law}${hidden}` },
  value: fields[`law:${key}`],
  errorMessage: error === undefined ? undefined : { text: error, visuallyHiddenText: reader.words.site.errorPrefix },
})}
${checkboxes({
  name: `weight:${key}`,
  values: fields[`weight:${key}`] ? ['on'] : [],
  items: [{ value: 'on', text: html`${text.matters}${hidden}` }],
})}</div>`
}
