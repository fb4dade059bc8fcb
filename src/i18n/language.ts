export const LANGUAGES = ['fi', 'sv', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name, as its speakers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** Plain Finnish is another way to read Finnish: its pages are Finnish pages, at the same addresses. */
export const PLAIN_FINNISH_NAME = 'Selkokieli'
