import { longDate } from '#src/i18n/dates.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Consequence, MovedDate } from '#src/walk/changes.ts'
import type { Here } from '#src/walk/here.ts'
import type { WalkEvent } from '#src/walk/walk.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { goodToKnow, type Reader, stepUrl } from './frame.ts'
import { type ConditionOf, titleOf } from './old-and-new.ts'
import { questionOf, valueText } from './told.ts'

export type LastChange = {
  readonly event: Extract<WalkEvent, { kind: 'changed' }>
  /** nothing has happened in the walk since */
  readonly isFresh: boolean
  readonly conditionOf: ConditionOf
}
type Told = { readonly reader: Reader; readonly here: Here; readonly change: LastChange }

/** Right after an answer was changed: what that did elsewhere, and why. */
export function changeNotice(reader: Reader, here: Here, change: LastChange | undefined): Html | undefined {
  if (!change?.isFresh) return undefined
  const { title, lead } = reader.words.changes
  return goodToKnow(
    reader,
    html`<p class="govuk-notification-banner__heading">${title}</p><p class="govuk-body">${lead}</p>${effect({ reader, here, change })}`,
  )
}

/** Later, the same to open. */
export function lastChangeFold(reader: Reader, here: Here, change: LastChange | undefined): Html | false {
  if (!change || change.isFresh) return false
  return details({ summaryText: reader.words.changes.last, text: effect({ reader, here, change }) })
}

function effect(told: Told): Html {
  const { reader, here, change } = told
  const text = reader.words.changes
  const { came, gone, opened, held, dates } = change.event.effect
  return html`<div data-change="${change.event.step}">${part(told, 'came', came)}${part(told, 'opened', opened)}${part(told, 'held', held)}${part(told, 'gone', gone)}${
    dates.length > 0 &&
    html`<h3 class="govuk-heading-s">${text.dates}</h3><ul class="govuk-list govuk-list--bullet" data-consequence="dates">${dates.map((date) => dateItem(told, date))}</ul>`
  }<p class="govuk-body"><a class="govuk-link" href="${stepUrl(reader, here.walk.id, change.event.step)}?return=check">${text.again}</a></p></div>`
}

function part(told: Told, kind: 'came' | 'opened' | 'held' | 'gone', all: readonly Consequence[]): Html | false {
  const text = told.reader.words.changes
  return (
    all.length > 0 &&
    html`<h3 class="govuk-heading-s">${text[kind]}</h3>${kind === 'gone' && html`<p class="govuk-body">${text.goneHint}</p>`}
<ul class="govuk-list govuk-list--bullet" data-consequence="${kind}">${all.map((one) => html`<li data-step="${one.step}">${name(told, one.step)}${state(told, kind, one.step)}${why(told, kind, one)}</li>`)}</ul>`
  )
}

/** A link where there is a page to open. */
function name({ reader, here }: Told, step: StepKey): Html {
  const title = titleOf(reader, { definition: here.journey.definition, key: step })
  const standing = here.steps.find(({ place }) => place.key === step)
  if (!standing || standing.status === 'blocked') return html`${title}.`
  return html`<a class="govuk-link" href="${stepUrl(reader, here.walk.id, step)}">${title}</a>.`
}

function state({ reader, here }: Told, kind: string, step: StepKey): Html | false {
  const standing = here.steps.find(({ place }) => place.key === step)
  if (kind !== 'came' || !standing) return false
  const { kept, perhaps } = reader.words.changes
  if (standing.status === 'done') return html` ${kept}`
  return standing.perhaps && html` ${perhaps}`
}

function why(told: Told, kind: 'came' | 'opened' | 'held' | 'gone', { step, facts, steps }: Consequence): Html {
  const { reader, here, change } = told
  const text = reader.words.changes
  const { definition } = here.journey
  const concerns = change.conditionOf({ definition, number: here.walk.version, key: step })
  const before = kind === 'held' ? text.first : text.noLonger
  return html`${because(told, facts)}${
    steps.length > 0 &&
    html` <br>${before} ${steps.map((key, i) => html`${i > 0 && ', '}${titleOf(reader, { definition, key })}`)}.`
  }${facts.length > 0 && concerns && html` <br>${reader.words.walk.changed.parts.when}: ${concerns}.`}`
}

function because({ reader, here }: Told, facts: readonly string[]): Html | false {
  return (
    facts.length > 0 &&
    html` <br>${reader.words.changes.because} ${facts.map(
      (fact, i) =>
        html`${i > 0 && '; '}${questionOf(reader, here, fact)} – ${valueText(reader, here, fact, here.told[fact] ?? null)}`,
    )}.`
  )
}

function dateItem(told: Told, date: MovedDate): Html {
  const { reader, here, change } = told
  const { step, fact } = date
  const isTheirs = fact !== null && change.event.names.includes(fact)
  return html`<li data-step="${step}" data-date="${date.what}" data-before="${date.before ?? ''}" data-after="${date.after ?? ''}">${titleOf(reader, { definition: here.journey.definition, key: step })}. ${dateText(reader, date)}${isTheirs && because(told, [fact])}</li>`
}

function dateText({ language, words }: Reader, { what, before, after }: MovedDate): string {
  const text = words.changes
  const was = before === null ? '' : longDate(language, before)
  if (after === null) return what === 'due' ? text.dueGone(was) : text.untilGone
  const now = longDate(language, after)
  if (what === 'until') return text.until(was, now)
  return before === null ? text.dueNew(now) : text.due(was, now)
}
