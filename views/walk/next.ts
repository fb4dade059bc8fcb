import type { Here } from '#src/walk/here.ts'
import type { NextJourney } from '#src/walk/next-journey.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { formFields, goodToKnow, type Reader, walkPage, walkUrl } from './frame.ts'
import { frameOf } from './overview.ts'
import { questionOf, valueText } from './told.ts'

export type NextPage = { readonly here: Here; readonly next: readonly NextJourney[]; readonly newKey: () => string }

/** The life events that may follow: what carries over to each, and its start. */
export function nextPage(reader: Reader, { here, next, newKey }: NextPage): Html {
  const text = reader.words.next
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'next',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
${next.length === 0 && html`<p class="govuk-body">${text.none}</p>`}
${nextForms(reader, here, next, newKey)}`,
  })
}

export function nextForms(
  reader: Reader,
  here: Here,
  next: readonly NextJourney[],
  newKey: () => string,
  level: 2 | 3 = 2,
): readonly Html[] {
  return next.map((one) => nextForm(reader, here, one, { key: newKey(), level }))
}

/** Every answer that carries over can be left out; a sensitive one goes along only where it is asked to. */
function nextForm(
  reader: Reader,
  here: Here,
  { why, to, facts }: NextJourney,
  { key, level }: { key: string; level: 2 | 3 },
): Html {
  const text = reader.words.next
  const { journey, definition } = to.version
  const title = saidIn(reader.language, definition.title)
  return html`<section data-next="${journey}">${level === 2 ? html`<h2 class="govuk-heading-m">${title}</h2>` : html`<h3 class="govuk-heading-s">${title}</h3>`}
<p class="govuk-body">${saidIn(reader.language, why)}</p>
<form method="post" action="${walkUrl(reader, here.walk.id, 'next')}" data-form="start-next">${formFields(reader, key)}<input type="hidden" name="journey" value="${journey}">
${
  facts.length > 0
    ? checkboxes({
        name: 'fact',
        idPrefix: `fact-${journey}`,
        values: facts.filter(({ isSensitive }) => !isSensitive).map(({ as }) => as),
        fieldset: { legend: { text: text.carries, classes: 'govuk-fieldset__legend--s' } },
        hint: { text: text.carriesHint },
        items: facts.map(({ as, value, isSensitive }) => ({
          value: as,
          text: html`${questionOf(reader, to, as)} – ${valueText(reader, to, as, value)}`,
          hint: isSensitive ? { text: text.sensitive } : undefined,
        })),
      })
    : html`<p class="govuk-body">${text.nothing}</p>`
}
<p class="govuk-body">${text.apart}</p>
${button({ text: text.start(plainIn(reader.language, definition.title)), classes: 'govuk-button--secondary' })}</form></section>`
}

/** On the first page of a walk that began with answers from another. */
export function carriedNotice(reader: Reader, here: Here): Html | undefined {
  const names = Object.keys(here.told)
  if (names.length === 0) return undefined
  return goodToKnow(
    reader,
    html`<p class="govuk-body">${reader.words.next.carried}</p><ul class="govuk-list govuk-list--bullet" data-carried-facts>${names.map((name) => html`<li data-fact="${name}">${questionOf(reader, here, name)} – ${valueText(reader, here, name, here.told[name] ?? null)}</li>`)}</ul>`,
  )
}
