import type { Definition } from '#src/journey/definition.ts'
import type { Channel } from '#src/trial/trial.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { insetText } from '../components/inset-text.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { formFields } from '../walk/frame.ts'
import { type Asking, trialLine } from './line.ts'

export type AssistPage = {
  readonly definition: Definition
  readonly asking: Asking | undefined
  readonly channels: readonly Channel[]
  readonly key: string
}

/** Where staff begin a walk for somebody who takes part by telephone, on paper or beside them. */
export function assistPage(reader: StaffReader, { definition, asking, channels, key }: AssistPage): Html {
  const { language, words } = reader
  const text = words.trial.assist
  return staffPage(reader, {
    title: text.title,
    page: 'assist',
    data: { journey: definition.id },
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body">${text.code}</p>
<p class="govuk-body">${text.device}</p>
<h2 class="govuk-heading-m">${text.notice}</h2>
${insetText({ text: words.walk.journey.notice })}
${trialLine(reader, asking)}
<form method="post" action="/${language}/journeys/${definition.id}/assist" data-form="start-assisted">${formFields(reader, key)}<input type="hidden" name="mode" value="assisted">
${
  channels.length > 0 &&
  radios({
    name: 'via',
    value: '',
    fieldset: { legend: { text: text.channel, classes: 'govuk-fieldset__legend--m' } },
    items: [...channels.map(({ code, name }) => ({ value: code, text: name })), { value: '', text: text.noChannel }],
  })
}
${checkboxes({
  name: 'track',
  fieldset: { legend: { text: words.walk.journey.tracksTitle, classes: 'govuk-fieldset__legend--m' } },
  hint: { text: words.walk.journey.tracksHint },
  items: Object.entries(definition.tracks)
    .slice(1)
    .map(([value, track]) => ({ value, text: saidIn(language, track.title) })),
})}
${button({ text: text.button })}</form>`,
  })
}
