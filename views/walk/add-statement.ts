import { fieldName } from '#feedback/read-answer.ts'
import { OWN } from '#feedback/statement-id.ts'
import type { StatementsPage } from '#src/walk/statements.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import { formFields, type Reader, walkUrl } from './frame.ts'

export type AddForm = {
  readonly values: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** one that says nearly the same stands above: theirs is added only where they say so */
  readonly isNear: boolean
}
type View = { readonly page: StatementsPage; readonly add: AddForm; readonly newKey: () => string }

/** The name of the field a statement of one's own is written in. */
export const ADD_TEXT = fieldName(OWN, 'own')

/** A statement of one's own: folded, until something was typed there. */
export function addStatementForm(reader: Reader, { page, add, newKey }: View): Html {
  const text = reader.words.statements
  const error = add.errors[ADD_TEXT]
  const prefix = reader.words.site.errorPrefix.replace(/:$/, '')
  return details({
    id: 'add',
    open: add.isNear || Object.keys(add.errors).length > 0,
    summaryText: text.add,
    text: html`<form method="post" action="${walkUrl(reader, page.here.walk.id, 'statements/add')}" data-form="contribution" novalidate>${formFields(reader, newKey())}${add.isNear && html`<input type="hidden" name="anyway" value="1">`}
${select({ name: 'place', label: { text: text.addPlace }, value: add.values.place, items: placesOf(reader, page) })}
${textarea({ name: ADD_TEXT, label: { text: text.addText }, hint: { text: text.addHint }, rows: 2, value: add.values[ADD_TEXT], errorMessage: error === undefined ? undefined : { text: error, visuallyHiddenText: prefix } })}
${button({ text: add.isNear ? text.anyway : text.addButton, classes: 'govuk-button--secondary' })}</form>`,
  })
}

/** The whole journey, the steps met and the hand-overs at them. A value is a step, or `STEP#SHARE`. */
function placesOf(reader: Reader, { here, places }: StatementsPage) {
  const { language, words } = reader
  const { providers } = here.journey.definition
  const party = (id: string) => (id === 'self' ? words.walk.step.self : plainIn(language, providers[id]?.name))
  return places.toReversed().flatMap((key) => {
    const step = here.journey.places.get(key)?.step
    if (!step) return [{ value: key, text: words.statements.whole }]
    const title = plainIn(language, step.title)
    const handOvers = (step.shares ?? []).map(({ id, from, to }) => ({
      value: `${key}#${id}`,
      text: `${title}: ${words.statements.handOver(party(from), party(to))}`,
    }))
    return [{ value: key, text: title }, ...handOvers]
  })
}
