import type { Definition } from '#src/journey/definition.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { insetText } from '../components/inset-text.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { formFields, helpList, type Reader, type WalkFrame, walkPage, walkUrl } from './frame.ts'
import { type OwnWalk, ownWalks } from './home.ts'

export function resumePage(
  reader: Reader,
  { typed, error, walks, key }: { typed: string; error: string | undefined; walks: readonly OwnWalk[]; key: string },
): Html {
  const text = reader.words.walk.resume
  return page({
    ...reader,
    title: text.title,
    page: 'resume',
    isTrial: true,
    hasErrors: error !== undefined,
    body: html`${error && errorSummary({ titleText: reader.words.site.errorSummary, errorList: [{ text: error, href: '#code' }] })}
<h1 class="govuk-heading-l">${text.title}</h1>
${ownWalks(reader, walks)}
<p class="govuk-body-l">${text.lead}</p>
<form method="post" action="/${reader.language}/resume" data-form="resume">${formFields(reader, key)}
${input({
  name: 'code',
  label: { text: text.label, classes: 'govuk-label--m' },
  hint: { text: text.hint },
  value: typed,
  autocomplete: 'off',
  autocapitalize: 'characters',
  spellcheck: false,
  classes: 'govuk-input--width-20',
  errorMessage: error
    ? { text: error, visuallyHiddenText: reader.words.site.errorPrefix.replace(/:$/, '') }
    : undefined,
})}
${button({ text: text.button })}</form>`,
  })
}

export function pausePage(reader: Reader, walk: WalkFrame, definition: Definition, code: string | undefined): Html {
  const text = reader.words.walk.pause
  return walkPage(reader, walk, definition, {
    title: text.title,
    page: 'pause',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${code ? html`<p class="govuk-body">${text.how}</p>${insetText({ text: html`<strong class="polku-code">${code}</strong>` })}` : html`<p class="govuk-body">${reader.words.walk.overview.noCode}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, walk.id)}">${text.back}</a></p>
<p class="govuk-body">${text.support}</p>${helpList(reader, definition)}`,
  })
}
