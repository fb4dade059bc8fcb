import type { Definition, Words } from '#src/journey/definition.ts'
import type { Figure } from '#src/review/figure.ts'
import type { Condition } from '#src/review/filter-rule.ts'
import type { FilterChoice } from '#src/review/read-filtered.ts'
import type { StaffReader } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { label } from '../components/label.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import { figureIn } from './figure-cell.ts'

/** Whose walks are counted, and what else could be chosen. */
export type Who = {
  readonly where: readonly Condition[]
  readonly choices: readonly FilterChoice[]
  /** false: only a link leads to the form */
  readonly isOpen: boolean
  readonly definition: Definition
  /** names of the ways in, by their ids */
  readonly channels: ReadonlyMap<string, string>
  /** walks that meet the conditions; undefined when it is not told */
  readonly n: Figure
  /** this page, and what else is asked of it */
  readonly action: string
  readonly rest: Readonly<Record<string, string>>
}

/** The conditions as a form that only asks (GET): each choice has an address of its own, to be kept and sent on. */
export function whoForm(reader: StaffReader, who: Who): Html {
  const text = reader.words.filters.who
  const { where, choices, action, rest } = who
  const clear = `${action}${Object.keys(rest).length > 0 ? `?${new URLSearchParams(rest)}` : ''}`
  if (!who.isOpen) {
    const query = new URLSearchParams({ ...rest, narrow: '1' })
    return html`<p class="govuk-body"><a class="govuk-link" href="${action}?${query}#narrow">${text.title}</a></p>`
  }
  const shown = [...choices, ...where.filter((one) => !isOffered(choices, one)).map(asChoice)]
  const form = html`<form method="get" action="${action}" data-form="who">
<p class="govuk-body">${text.lead}</p>
${Object.entries(rest).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${[...Map.groupBy(shown, ({ dimension }) => dimension)].map(([dimension, same]) =>
  whoSelect(
    reader,
    who,
    dimension,
    same.flatMap(({ values }) => values),
  ),
)}
${button({ text: text.button, classes: 'govuk-button--secondary' })}</form>
<p class="govuk-hint">${text.offered}</p>`
  return html`<div id="narrow">${where.length > 0 && chosenLine(reader, who, clear)}${details({
    summaryText: text.title,
    open: where.length === 0,
    text: shown.length > 0 ? form : html`<p class="govuk-body">${text.none}</p>`,
  })}</div>`
}

function isOffered(choices: readonly FilterChoice[], { dimension, value }: Condition): boolean {
  return choices.some((one) => one.dimension === dimension && one.values.some((each) => each.value === value))
}

function asChoice({ dimension, value }: Condition): FilterChoice {
  return { dimension, values: [{ value, n: undefined }] }
}

function whoSelect(reader: StaffReader, who: Who, dimension: string, values: FilterChoice['values']): Html {
  const text = reader.words.filters.who
  const id = `who-${dimension.replaceAll('.', '-')}`
  const chosen = who.where.find((one) => one.dimension === dimension)?.value
  return html`<div class="govuk-form-group">${label({ text: dimensionName(reader, who, dimension), for: id })}
<select class="govuk-select" id="${id}" name="${dimension}"><option value="">${text.any}</option>${values.map(
    ({ value, n }) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${n === undefined ? valueName(reader, who, dimension, value) : text.choice(valueName(reader, who, dimension, value), n)}</option>`,
  )}</select></div>`
}

/** What the figures on the page count now, or why they are not shown. */
function chosenLine(reader: StaffReader, who: Who, clear: string): Html {
  const text = reader.words.filters.who
  const said = who.where.map(
    ({ dimension, value }) => `${dimensionName(reader, who, dimension)}: ${valueName(reader, who, dimension, value)}`,
  )
  return html`<div class="govuk-inset-text" data-filtered="${who.n === undefined ? 'refused' : 'answered'}"><p class="govuk-body">${text.chosen}: ${said.join('; ')}.</p>
<p class="govuk-body">${who.n === undefined ? text.refused : html`${text.counted}: ${figureIn(reader, 'filtered/started', who.n)}.`}</p>
<p class="govuk-body"><a class="govuk-link" href="${clear}">${text.clear}</a></p></div>`
}

function dimensionName({ words, language }: StaffReader, { definition }: Who, dimension: string): string {
  const text = words.filters.who
  const [kind, id = ''] = dimension.split('.')
  if (kind === 'fact') return plainIn(language, definition.facts[id]?.ask) || id
  if (kind === 'about') return nameIn(words.trial.background.traits, id)
  return nameIn({ group: text.group, language: text.language, channel: text.channel, week: text.week }, dimension)
}

function valueName({ words, language }: StaffReader, who: Who, dimension: string, value: string): string {
  const text = words.filters.who
  const [kind, id = ''] = dimension.split('.')
  if (kind === 'fact') return factName(who.definition.facts[id], text, language, value)
  if (kind === 'about') return nameIn(valuesOf(words.trial.background.values, id), value)
  if (dimension === 'group') return words.results.group(value)
  if (dimension === 'language') return nameIn(words.trial.page.languageNames, value)
  if (dimension === 'channel') return who.channels.get(value) ?? value
  return /^\d{4}-\d\d-\d\d$/.test(value) ? text.weekOf(day(language, Date.parse(`${value}T12:00:00Z`))) : value
}

function factName(
  fact: Definition['facts'][string] | undefined,
  text: { readonly yes: string; readonly no: string; readonly unknown: string },
  language: StaffReader['language'],
  value: string,
): string {
  if (value === 'unknown') return text.unknown
  if (fact?.type === 'choice') return optionName(fact.options, language, value)
  return nameIn({ true: text.yes, false: text.no }, value)
}

function optionName(options: Readonly<Record<string, Words>>, language: StaffReader['language'], value: string) {
  return Object.hasOwn(options, value) ? plainIn(language, options[value]) : value
}

function valuesOf(values: Readonly<Record<string, Readonly<Record<string, string>>>>, trait: string) {
  return Object.hasOwn(values, trait) ? (values[trait] ?? {}) : {}
}

/** Addresses may name what there is no word for. */
function nameIn(names: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}
