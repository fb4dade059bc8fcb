import { durationWords, longDate } from '#src/i18n/dates.ts'
import type { Reply, Step, StepKey } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { insetText } from '../components/inset-text.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { formFields, type Reader, stepUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { questionOf, valueText } from './told.ts'

/** A step at which somebody else is asked, and what they reply or replied. */
type Asked = { readonly reply: Reply; readonly isHere: boolean; readonly on: string; readonly by: string | undefined }

/** Why a step is open again, and the reply that comes or came; nothing where nobody else is asked. */
export function replyStatus(reader: Reader, here: Here, { place }: StepProgress): Html {
  const asked = askedAt(here, place.key)
  return html`${backNote(reader, here, place.key)}${asked && replyInset(reader, here, place.key, asked)}`
}

function askedAt({ walk, journey }: Here, key: StepKey): Asked | undefined {
  const { asked, replied } = walk.progress.record
  const call = asked[key]
  const reply = repliesAt(journey.places.get(key)?.step).find(({ id }) => id === (replied[key]?.reply ?? call?.reply))
  if (!call || !reply) return undefined
  return { reply, isHere: key in replied, on: replied[key]?.on ?? call.due, by: call.by }
}

export function repliesAt(step: Step | undefined): readonly Reply[] {
  return step && 'replies' in step ? step.replies : []
}

function backNote(reader: Reader, { walk, journey }: Here, key: StepKey): Html | false {
  const back = walk.progress.record.sentBack?.[key]
  const reply = back && repliesAt(journey.places.get(back.by)?.step).find(({ id }) => id === back.reply)
  return (
    reply !== undefined &&
    insetText({ text: html`${reader.words.reply.sentBack} <em>${saidIn(reader.language, reply.text)}</em>` })
  )
}

function replyInset(reader: Reader, here: Here, key: StepKey, { reply, isHere, on, by }: Asked): Html {
  const { words, language } = reader
  const text = words.reply
  return html`<div class="govuk-inset-text" data-reply="${reply.id}" data-seen="${reply.seen}"><p class="govuk-body"><strong>${isHere ? text.came : text.title}:</strong> ${saidIn(language, reply.text)}</p>
<p class="govuk-body">${isHere ? words.walk.step.replyOn(longDate(language, on)) : text.after(durationWords(language, reply.after))} ${seenMark(reader, reply)}${isPlayer(by) && html` ${text.by[by]}`}</p>${isHere && consequences(reader, here, key, reply)}</div>`
}

/** Every reply is made up here; some like it have been given in reality. */
function seenMark({ words }: Reader, { seen }: Reply): string {
  return seen === 'reported' ? `${words.reply.seen.reported} ${words.walk.step.simulated}` : words.reply.seen.imagined
}

function isPlayer(by: string | undefined): by is 'walker' | 'provider' | 'facilitator' {
  return by === 'walker' || by === 'provider' || by === 'facilitator'
}

function consequences(reader: Reader, here: Here, key: StepKey, { asks_for: asks, back_to: back }: Reply): Html {
  const text = reader.words.reply
  const names = namesIn(reader, here.journey.definition)
  const sets = Object.entries(here.walk.progress.record.replied[key]?.sets ?? {})
  return html`${
    sets.length > 0 &&
    html`<p class="govuk-body">${text.told}:</p><ul class="govuk-list govuk-list--bullet">${sets.map(
      ([name, value]) => html`<li>${questionOf(reader, here, name)} ${valueText(reader, here, name, value)}</li>`,
    )}</ul>`
  }${asks && asks.length > 0 && html`<p class="govuk-body">${text.asksFor}: ${listed(asks.map((id) => nameOf(names, here, id)))}</p>`}${
    back !== undefined &&
    html`<p class="govuk-body">${back === key ? text.leadsBackHere : text.leadsBack(plainIn(reader.language, here.journey.places.get(back)?.step.title))}</p>`
  }`
}

function nameOf(names: ReturnType<typeof namesIn>, { journey }: Here, id: string): Html | string {
  return journey.definition.documents?.[id] ? names.document(id) : names.data(id)
}

export type Playing = {
  readonly key: string
  /** whether a person may be asked to answer in the provider's place, and the number they know it by */
  readonly person: { readonly number: string | undefined } | undefined
}

/** Another reply may be tried out, before it is read and after; a person may answer a waiting step. */
export function replyForms(reader: Reader, here: Here, step: StepProgress, playing: Playing): Html {
  return html`${tryForm(reader, here, step, playing)}${personForm(reader, here, step, playing)}`
}

function tryForm(reader: Reader, here: Here, { place, status }: StepProgress, { key }: Playing): Html | undefined {
  const asked = askedAt(here, place.key)
  const others = repliesAt(place.step).filter(({ id }) => id !== asked?.reply.id)
  if (!asked || others.length === 0 || status === 'aside' || status === 'blocked') return undefined
  const text = reader.words.reply
  return details({
    summaryText: text.another,
    text: html`<form method="post" action="${stepUrl(reader, here.walk.id, place.key)}/reply" data-form="try-reply" novalidate>${formFields(reader, key)}
${asked.isHere && html`<p class="govuk-body">${text.anotherAfter}</p>`}
${radios({
  name: 'reply',
  fieldset: { legend: { text: text.choose, classes: 'govuk-fieldset__legend--s' } },
  hint: { text: text.anotherHint },
  items: others.map((reply) => ({
    value: reply.id,
    text: saidIn(reader.language, reply.text),
    hint: { text: `${text.after(durationWords(reader.language, reply.after))} ${text.seen[reply.seen]}` },
  })),
})}
${button({ text: text.tryIt, classes: 'govuk-button--secondary' })}</form>`,
  })
}

function personForm(reader: Reader, { walk }: Here, { place }: StepProgress, { key, person }: Playing): Html | false {
  if (!person) return false
  const text = reader.words.reply
  const isAsked = person.number !== undefined
  return details({
    summaryText: text.person,
    open: isAsked,
    text: html`<form method="post" action="${stepUrl(reader, walk.id, place.key)}/person" data-form="ask-person">${formFields(reader, key)}
<p class="govuk-body">${person.number === undefined ? text.personText : text.personAsked(person.number)}</p>
${button({ text: isAsked ? text.personNo : text.personButton, name: 'person', value: isAsked ? 'no' : 'yes', classes: 'govuk-button--secondary' })}</form>`,
  })
}

/** Who does a step that may be done with a mandate: a role's words; undefined where the walker does it. */
export function actingFor({ language, words }: Reader, { told }: Here, step: Step): string | undefined {
  if (step.kind !== 'mandate') return undefined
  const role = step.roles[String(told[`mandate-${step.id}`])]
  return role && words.reply.mandate.acts(plainIn(language, role.name), words.reply.mandate.basis[role.basis])
}
