import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'

export type SummaryList = {
  rows: readonly SummaryRow[]
  card?: { title: Content; headingLevel?: 2 | 3 | 4 | undefined; classes?: string | undefined } | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type SummaryRow = {
  key: Content
  value: Content
  /** "Change", each with what it changes in `visuallyHiddenText`, so that the links differ for those who hear them */
  actions?: readonly SummaryAction[] | undefined
  classes?: string | undefined
}

export type SummaryAction = {
  href: string
  text: Content
  visuallyHiddenText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export function summaryList(s: SummaryList): Html {
  const hasActions = s.rows.some((row) => row.actions?.length)
  const list = html`<dl class="${classList('govuk-summary-list', s.classes)}"${attributes(s.attributes)}>
${s.rows.map((row) => rowOf(row, { hasActions, cardTitle: s.card?.title }))}
</dl>`
  return s.card ? card(s.card, list) : list
}

type Surroundings = { hasActions: boolean; cardTitle: Content | undefined }

function rowOf({ key, value, actions = [], classes }: SummaryRow, around: Surroundings): Html {
  const isBare = around.hasActions && actions.length === 0
  return html`<div class="${classList('govuk-summary-list__row', isBare && 'govuk-summary-list__row--no-actions', classes)}"><dt class="govuk-summary-list__key">${key}</dt><dd class="govuk-summary-list__value">${value}</dd>${actions.length > 0 && html`<dd class="govuk-summary-list__actions">${oneOrList(actions, around)}</dd>`}</div>`
}

function oneOrList(actions: readonly SummaryAction[], { cardTitle }: Surroundings): Html {
  const links = actions.map((action) => actionLink(action, cardTitle))
  if (links.length === 1) return html`${links}`
  const items = links.map((link) => html`<li class="govuk-summary-list__actions-list-item">${link}</li>`)
  return html`<ul class="govuk-summary-list__actions-list">${items}</ul>`
}

function actionLink(a: SummaryAction, cardTitle: Content | undefined): Html {
  const hidden = html`<span class="govuk-visually-hidden">${a.visuallyHiddenText && html` ${a.visuallyHiddenText}`}${cardTitle && html` (${cardTitle})`}</span>`
  const classes = classList('govuk-link', a.classes)
  return html`<a class="${classes}" href="${a.href}"${attributes(a.attributes)}>${a.text}${(a.visuallyHiddenText || cardTitle) && hidden}</a>`
}

function card({ title, headingLevel = 2, classes }: NonNullable<SummaryList['card']>, list: Html): Html {
  const name = `h${headingLevel}`
  return html`<div class="${classList('govuk-summary-card', classes)}">
<div class="govuk-summary-card__title-wrapper"><${name} class="govuk-summary-card__title">${title}</${name}></div>
<div class="govuk-summary-card__content">${list}</div>
</div>`
}
