import type { Words } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Asking, trialLine } from '../trial/line.ts'
import { formFields, type Reader, readerHere } from './frame.ts'

export type JourneyPage = Published & {
  readonly key: string
  readonly values: { readonly as: string | undefined; readonly tracks: readonly string[] }
  readonly asking: Asking | undefined
  /** the code of the channel somebody comes by */
  readonly via: string | undefined
}

const START = 'start'

export function journeyPage(reader: Reader, { version, journey, key, values, asking, via }: JourneyPage): Html {
  const { language, words } = reader
  const text = words.walk.journey
  const { definition } = version
  const others = Object.entries(definition.tracks).slice(1)
  return page({
    ...readerHere(reader, definition),
    title: plainIn(language, definition.title),
    page: 'journey',
    data: { journey: version.journey, version: String(version.number) },
    isTrial: true,
    quickExit: definition.quick_exit,
    body: html`<h1 class="govuk-heading-xl">${saidIn(language, definition.title)}</h1>
<p class="govuk-body-l">${saidIn(language, definition.summary)}</p>
<p class="govuk-body">${text.steps(journey.places.size, journey.tracks.size)}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/journeys/${version.journey}/picture">${words.picture.link}</a></p>
${definition.care && html`<p class="govuk-body">${saidIn(language, definition.care)}</p>`}
<p class="govuk-body">${text.voluntary}</p>
${trialLine(reader, asking, { via })}
<form method="post" action="/${language}/journeys/${version.journey}/start" data-form="start" id="${START}">${formFields(reader, key)}${via !== undefined && html`<input type="hidden" name="via" value="${via}">`}
${radios({
  name: 'as',
  value: values.as ?? 'own',
  fieldset: { legend: { text: text.asTitle, classes: 'govuk-fieldset__legend--m' } },
  hint: { text: text.asHint },
  items: [
    { value: 'own', text: text.own, hint: { text: text.ownHint } },
    { divider: text.asExample },
    ...version.personas.map(({ id, name, introduction }) => ({
      value: id,
      text: name,
      hint: { text: saidIn(language, introduction) },
    })),
  ],
})}
${checkboxes({
  name: 'track',
  values: values.tracks,
  fieldset: { legend: { text: text.tracksTitle, classes: 'govuk-fieldset__legend--m' } },
  hint: { text: text.tracksHint },
  items: others.map(([value, track]) => ({ value, text: saidIn(language, track.title) })),
})}
${button({ text: text.start })}</form>
${definition.proactive && offerSection(reader, definition.proactive)}
<h2 class="govuk-heading-m">${text.noticeTitle}</h2>
<p class="govuk-body">${text.notice}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/privacy">${text.noticeMore}</a></p>
<p class="govuk-hint">${text.version(version.number)}</p>`,
  })
}

/** How the journey could begin by itself: a proposal, marked so, beside the ordinary start, whose form has one button of its own. */
function offerSection({ language, words }: Reader, offer: Words): Html {
  const text = words.reply.offer
  return html`<h2 class="govuk-heading-m">${text.title}</h2>
<div class="govuk-inset-text" data-offer><p class="govuk-body">${saidIn(language, offer)}</p><p class="govuk-hint">${text.hint}</p></div>
${button({ text: text.button, name: 'by', value: 'offer', classes: 'govuk-button--secondary', attributes: { form: START } })}`
}
