import { HOUSE_RULES } from '#feedback/house-rules.ts'
import type { Here } from '#src/walk/here.ts'
import type { Flagged } from '#src/walk/moderation-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { formFields, type Reader, walkPage, walkUrl } from './frame.ts'
import { frameOf } from './overview.ts'

/** Leads to the page on which a person is asked to look at what somebody else has said. */
export function flagLink(
  reader: Reader,
  walk: string,
  { id, text }: { readonly id: string; readonly text: Html | string | undefined },
): Html {
  return html`<a class="govuk-link" href="${walkUrl(reader, walk, `words/${id}/flag`)}">${reader.words.moderation.flag.link}<span class="govuk-visually-hidden">: ${text}</span></a>`
}

type FlagPage = {
  readonly here: Here
  /** undefined once others can no longer see the words */
  readonly said: Contribution | undefined
  readonly done: Flagged | undefined
  readonly key: string
}

export function flagPage(reader: Reader, { here, said, done, key }: FlagPage): Html {
  const text = reader.words.moderation
  return walkPage(reader, frameOf(here), here.journey.definition, {
    ...{ title: text.flag.title, page: 'flag' },
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    body: html`<h1 class="govuk-heading-l">${text.flag.title}</h1>
${done || !said ? html`<p class="govuk-body-l">${text.flag.done[done ?? 'gone']}</p>` : asking(reader, said, key)}
<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/house-rules">${text.rule.link}</a></p>`,
  })
}

function asking(reader: Reader, said: Contribution, key: string): Html {
  const text = reader.words.moderation
  const items = HOUSE_RULES.map((rule) => ({ value: String(rule), text: text.rules[rule] }))
  return html`<p class="govuk-body-l">${text.flag.lead}</p>
<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>
<form method="post" data-form="flag">${formFields(reader, key)}
${radios({ name: 'rule', items, fieldset: { legend: { text: text.flag.rule } } })}
${button({ text: text.flag.send })}</form>`
}
