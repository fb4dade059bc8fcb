import { durationWords, longDate } from '#src/i18n/dates.ts'
import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { radios } from '../components/radios.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { listed, namesIn } from '../walk/names.ts'
import { repliesAt } from '../walk/reply.ts'

/** A call that waits for a person: the step, simulated dates and a number. Nothing that anybody told. */
export type WaitingCall = {
  readonly call: string
  readonly number: string
  readonly definition: Definition
  readonly key: StepKey
  readonly step: Step
  readonly askedOn: string
  readonly dueOn: string
}

/** Where somebody answers in a provider's place. The same for the provider's own people and for whoever runs the trial. */
export function playPage(reader: StaffReader, calls: readonly WaitingCall[], notice: Html | undefined): Html {
  const text = reader.words.reply.desk
  return staffPage(reader, {
    title: text.title,
    page: 'play-provider',
    here: 'play',
    notice,
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${calls.length > 0 ? text.lead : text.none}</p>
${calls.map((call) => callSection(reader, call))}`,
  })
}

function callSection(reader: StaffReader, { call, number, definition, key, step, askedOn, dueOn }: WaitingCall): Html {
  const { language, words } = reader
  const text = words.reply.desk
  const names = namesIn(reader, definition)
  return html`<section aria-labelledby="call-${number}"><h2 class="govuk-heading-m" id="call-${number}">${text.number(number)}</h2>
${summaryList({
  rows: [
    {
      key: text.step,
      value: html`${saidIn(language, step.title)}<br><span class="govuk-hint">${saidIn(language, definition.title)}</span>`,
    },
    { key: text.provider, value: listed([step.provider ?? 'self'].flat().map(names.party)) },
    { key: text.asked, value: longDate(language, askedOn) },
    { key: text.due, value: longDate(language, dueOn) },
  ],
})}
<form method="post" action="/${language}/provider/play/${definition.id}/steps/${key}/${call}" data-form="play-provider" novalidate><input type="hidden" name="token" value="${reader.formToken}">
${radios({
  name: 'reply',
  idPrefix: `reply-${number}`,
  fieldset: { legend: { text: text.choose, classes: 'govuk-fieldset__legend--s' } },
  items: repliesAt(step).map((reply) => ({
    value: reply.id,
    text: saidIn(language, reply.text),
    hint: { text: `${words.reply.after(durationWords(language, reply.after))} ${words.reply.seen[reply.seen]}` },
  })),
})}
${button({ text: html`${text.button}<span class="govuk-visually-hidden">: ${text.number(number)}</span>` })}</form></section>`
}
