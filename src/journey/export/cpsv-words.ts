import type { Words } from '../definition.ts'

/** What the export says in its own words; the rest is the journey's. */
export const STATUS_WORDS = {
  exists: {
    fi: 'Ehdotus: näin toimitaan jo',
    sv: 'Förslag: det fungerar redan så här',
    en: 'Proposal: exists already',
  },
  agreed: { fi: 'Ehdotus: tästä on sovittu', sv: 'Förslag: detta har avtalats', en: 'Proposal: agreed' },
  needs_law: {
    fi: 'Ehdotus: vaatii lain muuttamista',
    sv: 'Förslag: kräver en lagändring',
    en: 'Proposal: needs a change of law',
  },
  idea: { fi: 'Ehdotus: idea', sv: 'Förslag: en idé', en: 'Proposal: an idea' },
} as const satisfies Record<string, Words>

export const CHANNEL_WORDS = {
  automatic: {
    fi: 'Rekisteristä toiseen, ilman asiakkaan yhteydenottoa',
    sv: 'Från register till register, utan att kunden tar kontakt',
    en: 'From register to register, without the customer getting in touch',
  },
  package: {
    fi: 'Palvelukokonaisuuden kautta verkossa',
    sv: 'På nätet genom servicehelheten',
    en: 'Online, through the service package',
  },
  web: { fi: 'Verkkosivut', sv: 'Webbplats', en: 'Website' },
  phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Telephone' },
} as const satisfies Record<string, Words>

export const COST_WORDS = {
  least: { fi: 'Vähintään', sv: 'Minst', en: 'At the least' },
  most: { fi: 'Enintään', sv: 'Högst', en: 'At the most' },
  exact: { fi: 'Maksu', sv: 'Avgift', en: 'Fee' },
} as const satisfies Record<string, Words>

export const TAKES_PART: Words = { fi: 'Mukana palvelussa', sv: 'Deltar i tjänsten', en: 'Takes part in the service' }
export const TIME_LIMIT: Words = { fi: 'Määräaika', sv: 'Tidsfrist', en: 'Time limit' }
export const AREA_NOT_TOLD: Words = {
  fi: 'Toiminta-aluetta ei ole kerrottu',
  sv: 'Verksamhetsområdet har inte angetts',
  en: 'Area not told',
}
