import type { Html } from '../html.ts'
import { type Choices, choices } from './choices.ts'
import { describedBy } from './form-group.ts'

export type Checkboxes = Choices & { values?: readonly string[] | undefined }

export function checkboxes({ values = [], ...rest }: Checkboxes): Html {
  return choices(rest, {
    block: 'govuk-checkboxes',
    type: 'checkbox',
    isChosen: (own) => values.includes(own),
    // Without a fieldset nothing else would say the hint and the error.
    describedBy: rest.fieldset ? undefined : describedBy(rest.idPrefix ?? rest.name, rest),
  })
}
