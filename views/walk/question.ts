import type { Fact, Step } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import { dateInput } from '../components/date-input.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { toldByProvider } from './told-by.ts'

/** What the step itself asks, filled with what was typed now or told before. */
export type AskedFields = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

export function askedFields(reader: Reader, here: Here, step: Step, filled: AskedFields): Html {
  switch (step.kind) {
    case 'question':
      return html`${step.asks.map((name) => factField(reader, here, name, filled))}`
    case 'decision':
      return factField(reader, here, step.sets, filled)
    case 'consent':
      return html`${step.consents.map((share, index) => consentField(reader, here, { share, index }, filled))}`
    case 'mandate':
      return mandateField(reader, here, step, filled)
    default:
      return html``
  }
}

/** Whoever says nothing does it themselves; once it is done, or a reply has come, there is nothing to choose. */
function mandateField(
  reader: Reader,
  { walk, journey }: Here,
  step: Extract<Step, { kind: 'mandate' }>,
  { values }: AskedFields,
): Html {
  const { done, replied } = walk.progress.record
  const place = [...journey.places.values()].find((place) => place.step === step)
  if (!place || place.key in done || place.key in replied) return html``
  const text = reader.words.reply.mandate
  return radios({
    name: `mandate-${step.id}`,
    fieldset: { legend: { text: text.ask, classes: 'govuk-fieldset__legend--m' } },
    value: values[`mandate-${step.id}`] ?? 'self',
    items: [
      { value: 'self', text: text.self },
      ...Object.entries(step.roles).map(([value, { name, basis }]) => ({
        value,
        text: saidIn(reader.language, name),
        hint: { text: text.basis[basis] },
      })),
    ],
  })
}

function factField(reader: Reader, here: Here, name: string, filled: AskedFields): Html {
  const fact = here.journey.definition.facts[name]
  if (!fact) throw new Error(`${name} is asked but not declared`)
  const told = toldByProvider(reader, here, name)
  const hints = [fact.hint && saidIn(reader.language, fact.hint), told && reader.words.reply.toldBy(told.who)]
  const hint = hints.filter((line) => line !== undefined)
  const common = {
    hint: hint.length > 0 ? { text: html`${hint.map((line, i) => html`${i > 0 && ' '}${line}`)}` } : undefined,
    errorMessage: errorOf(
      reader,
      filled.errors[fact.type === 'date' ? `${name}-day` : name] ?? filled.errors[`${name}-year`],
    ),
  }
  const fieldset = { legend: { text: saidIn(reader.language, fact.ask), classes: 'govuk-fieldset__legend--m' } }
  if (fact.type === 'date') return dateField(reader, name, fieldset, common, filled)
  if (fact.type === 'number')
    return input({
      ...common,
      name,
      label: { text: saidIn(reader.language, fact.ask), classes: 'govuk-label--m' },
      inputmode: 'decimal',
      classes: 'govuk-input--width-5',
      value: filled.values[name],
    })
  return radios({ ...common, name, fieldset, value: filled.values[name], items: optionsOf(reader, fact) })
}

type Common = { hint: { text: Html | string } | undefined; errorMessage: ReturnType<typeof errorOf> }

function dateField(
  { words }: Reader,
  name: string,
  fieldset: object,
  common: Common,
  { values, errors }: AskedFields,
): Html {
  return dateInput({
    ...common,
    id: name,
    fieldset,
    hint: common.hint ?? { text: words.walk.step.dateHint },
    labels: { day: words.site.day, month: words.site.month, year: words.site.year },
    wrong: wrongParts(name, errors),
    values: { day: values[`${name}-day`], month: values[`${name}-month`], year: values[`${name}-year`] },
  })
}

/** An error about the year marks the year alone, any other error the whole date. */
function wrongParts(name: string, errors: AskedFields['errors']) {
  if (errors[`${name}-year`]) return ['year'] as const
  return errors[`${name}-day`] ? (['day', 'month', 'year'] as const) : undefined
}

function optionsOf({ language, words }: Reader, fact: Extract<Fact, { type: 'choice' | 'boolean' }>) {
  const own =
    fact.type === 'choice'
      ? Object.entries(fact.options).map(([value, text]) => ({ value, text: saidIn(language, text) }))
      : [
          { value: 'true', text: words.walk.step.yes },
          { value: 'false', text: words.walk.step.no },
        ]
  return fact.unknown_allowed ? [...own, { value: 'unknown', text: words.walk.step.unknown }] : own
}

function consentField(
  reader: Reader,
  here: Here,
  { share: id, index }: { share: string; index: number },
  filled: AskedFields,
): Html {
  const share = [...here.journey.places.values()]
    .flatMap(({ step }) => step.shares ?? [])
    .find((candidate) => candidate.id === id)
  if (!share) throw new Error(`${id} is asked but no step shares it`)
  const names = namesIn(reader, here.journey.definition)
  const text = reader.words.walk.step
  const error = filled.errors[`share-${id}`]
  return radios({
    name: `share-${id}`,
    fieldset: {
      legend: {
        text: html`${share.ask ? saidIn(reader.language, share.ask) : text.share} <br><span class="govuk-hint">${listed(share.data.map(names.data))}. ${text.from}: ${names.party(share.from)}. ${text.to}: ${names.party(share.to)}.</span>`,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    classes: 'govuk-radios--inline',
    errorMessage: errorOf(reader, error),
    value: filled.values[`share-${id}`],
    items: [
      // Ids are short, since a consent may ask for many; an error leads to the field by its name.
      { value: 'yes', text: text.yes, id: error === undefined ? `yes-${index + 1}` : undefined },
      { value: 'no', text: text.no, id: `no-${index + 1}` },
    ],
  })
}

function errorOf({ words }: Reader, text: string | undefined) {
  return text === undefined ? undefined : { text, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
}
