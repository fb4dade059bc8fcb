import type { Html } from '../html.ts'
import { type Choices, choices } from './choices.ts'

export type Radios = Choices & { value?: string | undefined }

export function radios({ value, ...rest }: Radios): Html {
  return choices(rest, { block: 'govuk-radios', type: 'radio', isChosen: (own) => own === value })
}
