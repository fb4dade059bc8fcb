import type { Published } from '#src/journey/library.ts'
import type { Trait, Trial } from '#src/trial/trial.ts'
import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { dateInput } from '../components/date-input.ts'
import { details } from '../components/details.ts'
import { fieldset } from '../components/fieldset.ts'
import { input } from '../components/input.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { opennessFields } from './openness-fields.ts'
import { moderationFields } from './statement-plan.ts'
import { traitWords } from './trait-words.ts'

export type PlanForm = {
  readonly trial: Trial
  readonly published: Published
  /** as stored, or as typed where it could not be saved */
  readonly fields: Readonly<Record<string, string>>
  /** by field, in the reader's language */
  readonly errors: Readonly<Record<string, string>>
  /** the revision that saving replaces */
  readonly rev: number
  readonly values: { readonly [T in Trait]: readonly string[] }
}

const LANGUAGES = ['fi', 'sv', 'en'] as const
/** Empty rows to write the next readers into. */
const SPARE_ROWS = 2

/** The whole plan in one form: whatever is written is kept by one press. */
export function planForm(reader: StaffReader, form: PlanForm): Html {
  const text = reader.words.trialPlan.form
  return html`<form method="post" action="/${reader.language}/studio/trials/${form.trial.id}" data-form="plan" novalidate><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="rev" value="${form.rev}">
${mandate(reader, form)}
${section(text.owner, text.ownerHint, html`${line(reader, form, 'owner-name', text.ownerName)}${line(reader, form, 'owner-body', text.ownerBody)}`)}
${section(text.dates, undefined, html`${(['opens-on', 'closes-on', 'answers-due-on'] as const).map((name) => date(reader, form, name))}`)}
${section(text.rota, text.rotaHint, rota(reader, form))}
${section(reader.words.statements.plan.title, undefined, html`${date(reader, form, 'adding-ends-on')}${moderationFields(reader, form)}`)}
${languages(reader, form)}
${opennessFields(reader, form)}
${number(reader, form, { name: 'walkers', label: text.walkers, hint: text.walkersHint })}
${section(text.wanted, text.wantedHint, wanted(reader, form))}
${button({ text: text.save, name: 'go', value: 'save' })}</form>`
}

function section(legend: string, hint: string | undefined, fields: Html): Html {
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--m' },
    html: html`${hint !== undefined && html`<p class="govuk-hint">${hint}</p>`}${fields}`,
  })
}

function mandate(reader: StaffReader, form: PlanForm): Html {
  const text = reader.words.trialPlan.form
  const fields = LANGUAGES.map((language) =>
    textarea({
      name: `mandate-${language}`,
      value: form.fields[`mandate-${language}`],
      label: { text: text.inLanguage[language] },
      attributes: { lang: language },
      errorMessage: errorAt(reader, form, `mandate-${language}`),
    }),
  )
  return section(text.mandate, text.mandateHint, html`${fields}`)
}

function line(reader: StaffReader, form: PlanForm, name: string, label: string): Html {
  return input({ name, label: { text: label }, value: form.fields[name], errorMessage: errorAt(reader, form, name) })
}

type Number = { readonly name: string; readonly label: string; readonly hint?: string }

function number(reader: StaffReader, form: PlanForm, { name, label, hint }: Number): Html {
  return input({
    name,
    label: { text: label, classes: hint === undefined ? undefined : 'govuk-label--m' },
    hint: hint === undefined ? undefined : { text: hint },
    value: form.fields[name],
    inputmode: 'numeric',
    classes: 'govuk-input--width-4',
    errorMessage: errorAt(reader, form, name),
  })
}

const DATE_LABELS = { 'opens-on': 'opensOn', 'closes-on': 'closesOn', 'answers-due-on': 'answersDueOn' } as const
type DateName = keyof typeof DATE_LABELS | 'adding-ends-on'

function date(reader: StaffReader, form: PlanForm, name: DateName): Html {
  const { words } = reader
  const isAdding = name === 'adding-ends-on'
  const legend = isAdding ? words.statements.plan.addingEndsOn : words.trialPlan.form[DATE_LABELS[name]]
  return dateInput({
    id: name,
    labels: { day: words.site.day, month: words.site.month, year: words.site.year },
    values: {
      day: form.fields[`${name}-day`],
      month: form.fields[`${name}-month`],
      year: form.fields[`${name}-year`],
    },
    fieldset: {
      legend: { text: legend, classes: 'govuk-fieldset__legend--s' },
    },
    hint: isAdding ? { text: words.statements.plan.addingHint } : undefined,
    errorMessage: errorAt(reader, form, name),
  })
}

function rota(reader: StaffReader, form: PlanForm): Html {
  const text = reader.words.trialPlan.form
  const written = Object.keys(form.fields).flatMap((name) =>
    form.fields[name] ? (/^rota-\w+-(\d+)$/.exec(name)?.[1] ?? []) : [],
  )
  const rows = Math.max(0, ...written.map(Number)) + SPARE_ROWS
  return html`${Array.from({ length: rows }, (_, i) => i + 1).map(
    (n) =>
      html`${line(reader, form, `rota-name-${n}`, text.rotaName(n))}${line(reader, form, `rota-hours-${n}`, text.rotaHours(n))}`,
  )}`
}

function languages(reader: StaffReader, { fields, published }: PlanForm): Html {
  const { words } = reader
  return checkboxes({
    name: 'language',
    fieldset: { legend: { text: words.trialPlan.form.languages, classes: 'govuk-fieldset__legend--m' } },
    hint: { text: words.trialPlan.form.languagesHint },
    items: published.version.definition.languages.map((language) => ({
      value: 'on',
      name: `language-${language}`,
      id: `language-${language}`,
      text: words.trial.page.languageNames[language],
      checked: Boolean(fields[`language-${language}`]),
    })),
  })
}

function wanted(reader: StaffReader, form: PlanForm): Html {
  const traits = Object.keys(form.values) as Trait[]
  const group = (trait: Trait) => {
    const names = form.values[trait].map((value) => ({ value, name: `wanted:${trait}/${value}` }))
    return details({
      summaryText: reader.words.trial.background.traits[trait],
      open: names.some(({ name }) => form.fields[name] || form.errors[name]),
      text: html`${names.map(({ value, name }) => number(reader, form, { name, label: traitWords(reader, trait, value) }))}`,
    })
  }
  return html`${traits.map(group)}`
}

function errorAt({ words }: StaffReader, { errors }: PlanForm, name: string) {
  const text = errors[name]
  return text === undefined ? undefined : { text, visuallyHiddenText: words.site.errorPrefix }
}
