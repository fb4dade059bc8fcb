import type { Here } from '#src/walk/here.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { type Html, html } from '../html.ts'
import { formFields, type Reader, walkPage, walkUrl } from './frame.ts'
import { frameOf } from './overview.ts'

type ErasePage = { readonly here: Here; readonly key: string }

/** Asks once more before the walk goes: nobody can bring it back. */
export function erasePage(reader: Reader, page: ErasePage): Html {
  return asked(reader, page, { page: 'erase', form: 'erase', text: reader.words.erasing.walk })
}

/** Asks once more before all that was said goes. One contribution alone goes without asking. */
export function withdrawAllPage(reader: Reader, page: ErasePage): Html {
  return asked(reader, page, { page: 'withdraw', form: 'withdraw', text: reader.words.erasing.said })
}

type Question = {
  readonly page: string
  readonly form: 'erase' | 'withdraw'
  readonly text: Reader['words']['erasing']['walk']
}

function asked(reader: Reader, { here, key }: ErasePage, { page, form, text }: Question): Html {
  const { erasing, walk } = reader.words
  const mine = walkUrl(reader, here.walk.id, 'mine')
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page,
    back: backLink({ href: mine, text: walk.mine.title }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<h2 class="govuk-heading-s">${erasing.goes}</h2>
<ul class="govuk-list govuk-list--bullet">${text.goes.map((one) => html`<li>${one}</li>`)}</ul>
<h2 class="govuk-heading-s">${erasing.stays}</h2>
<p class="govuk-body">${text.stays}</p>
<p class="govuk-body">${erasing.forGood}</p>
<form method="post" action="${walkUrl(reader, here.walk.id, form)}" data-form="${form}">${formFields(reader, key)}${button({ text: text.yes, classes: 'govuk-button--warning' })}</form>
<p class="govuk-body"><a class="govuk-link" href="${mine}">${erasing.no}</a></p>`,
  })
}
