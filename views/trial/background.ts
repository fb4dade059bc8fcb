import type { Background, Trait } from '#src/trial/trial.ts'
import type { Here } from '#src/walk/here.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { formFields, goodToKnow, type Reader, walkPage, walkUrl } from '../walk/frame.ts'
import { frameOf } from '../walk/overview.ts'
import { traitWords } from './trait-words.ts'

export type BackgroundPage = {
  readonly here: Here
  readonly background: Background | undefined
  readonly values: { readonly [T in Trait]: readonly string[] }
  readonly note: 'saved' | 'erased' | undefined
  readonly key: string
}

/** A longer list is folded: whoever does not want to tell need not pass by all of it. */
const MOST_OPEN = 8

/** Coarse and optional: who has been reached, and who is missing. Every field may stay empty. */
export function backgroundPage(reader: Reader, { here, background, values, note, key }: BackgroundPage): Html {
  const text = reader.words.trial.background
  const { walk } = here
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'background',
    notice: note && goodToKnow(reader, text[note]),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.why}</p>
<p class="govuk-body">${text.how}</p>
${walk.mode === 'assisted' && html`<p class="govuk-body">${text.ofThem}</p>`}
<form method="post" action="${walkUrl(reader, walk.id, 'background')}" data-form="background">${formFields(reader, key)}
${(Object.keys(values) as Trait[]).map((trait) => traitField(reader, trait, values[trait], background?.[trait] ?? ''))}
<div class="govuk-button-group">${button({ text: text.button, name: 'go', value: 'save' })}${background && button({ text: text.erase, name: 'go', value: 'erase', classes: 'govuk-button--secondary' })}</div></form>
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id)}?all=1">${text.back}</a></p>`,
  })
}

function traitField(reader: Reader, trait: Trait, values: readonly string[], chosen: string): Html {
  const text = reader.words.trial.background
  const isLong = values.length > MOST_OPEN
  const field = radios({
    name: trait,
    value: chosen,
    fieldset: {
      legend: { text: text.traits[trait], classes: isLong ? 'govuk-visually-hidden' : 'govuk-fieldset__legend--s' },
    },
    items: [
      ...values.map((value) => ({ value, text: traitWords(reader, trait, value) })),
      { value: '', text: text.skip },
    ],
  })
  return isLong ? details({ summaryText: text.traits[trait], text: field, open: chosen !== '' }) : field
}
