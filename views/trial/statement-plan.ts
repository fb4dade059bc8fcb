import type { StaffReader } from '../account/frame.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'

type Form = {
  readonly fields: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

const LANGUAGES = ['fi', 'sv', 'en'] as const
const MODERATIONS = ['pre', 'post', 'none'] as const

/** Who reads the statements that people add, when, and why so. */
export function moderationFields({ words }: StaffReader, { fields, errors }: Form): Html {
  const text = words.statements.plan
  const why = LANGUAGES.map((language) => {
    const name = `moderation-why-${language}`
    const error = errors[name]
    return textarea({
      ...{ name, rows: 2, value: fields[name], attributes: { lang: language } },
      label: { text: `${text.why} (${text.language[language]})` },
      errorMessage: error === undefined ? undefined : { text: error, visuallyHiddenText: words.site.errorPrefix },
    })
  })
  return html`${radios({
    name: 'moderation',
    idPrefix: 'moderation',
    value: fields.moderation || 'pre',
    fieldset: { legend: { text: text.moderation, classes: 'govuk-fieldset__legend--s' } },
    items: MODERATIONS.map((value) => ({ value, text: text.options[value] })),
  })}${why}`
}
