import type { Language } from './definition.ts'

export type Phrases = {
  readonly yes: string
  readonly no: string
  readonly and: string
  readonly or: string
  readonly otherThan: (answers: string) => string
  readonly atLeast: (value: string) => string
  readonly below: (value: string) => string
  readonly fromDay: (day: string) => string
  readonly beforeDay: (day: string) => string
  readonly known: string
  readonly notKnown: string
}

/** The few words of our own between a journey's questions and answers. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  fi: {
    yes: 'Kyllä',
    no: 'Ei',
    and: 'ja',
    or: 'tai',
    otherThan: (answers) => `muu vastaus kuin ${answers}`,
    atLeast: (value) => `vähintään ${value}`,
    below: (value) => `alle ${value}`,
    fromDay: (day) => `${day} tai myöhemmin`,
    beforeDay: (day) => `ennen ${day}`,
    known: 'on vastattu',
    notKnown: 'ei tiedossa',
  },
  sv: {
    yes: 'Ja',
    no: 'Nej',
    and: 'och',
    or: 'eller',
    otherThan: (answers) => `ett annat svar än ${answers}`,
    atLeast: (value) => `minst ${value}`,
    below: (value) => `under ${value}`,
    fromDay: (day) => `${day} eller senare`,
    beforeDay: (day) => `före ${day}`,
    known: 'har besvarats',
    notKnown: 'inte känt',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    and: 'and',
    or: 'or',
    otherThan: (answers) => `another answer than ${answers}`,
    atLeast: (value) => `at least ${value}`,
    below: (value) => `under ${value}`,
    fromDay: (day) => `${day} or later`,
    beforeDay: (day) => `before ${day}`,
    known: 'has been answered',
    notKnown: 'not known',
  },
}
