import type { SheetRow } from './read-sheet.ts'

export const SHEET_FIELDS = [
  'track',
  'title',
  'provider',
  'sector',
  'kind',
  'do',
  'today',
  'proposed',
  'contacts',
] as const
export type SheetField = (typeof SHEET_FIELDS)[number]
export type SheetColumn = {
  readonly index: number
  readonly heading: string
  /** undefined for a column that says nothing a step has */
  readonly field: SheetField | undefined
  /** undefined where the heading names no language */
  readonly language: string | undefined
}

/** How people head their columns in three languages. */
const HEADINGS: Readonly<Record<SheetField, readonly string[]>> = {
  track: ['vaihe', 'skede', 'track', 'strand', 'phase'],
  title: [
    'askel',
    'askeleen nimi',
    'nimi',
    'otsikko',
    'steg',
    'stegets namn',
    'namn',
    'rubrik',
    'step',
    'title',
    'name',
  ],
  provider: [
    'palveluntuottaja',
    'tuottaja',
    'kuka',
    'kuka tekee',
    'tjänsteleverantör',
    'leverantör',
    'vem',
    'vem gör',
    'provider',
    'who',
    'organisation',
  ],
  sector: ['sektori', 'sektor', 'sector'],
  kind: ['laji', 'tyyppi', 'typ', 'slag', 'kind', 'type'],
  do: ['mitä minä teen', 'mitä teen', 'tekeminen', 'vad jag gör', 'vad gör jag', 'what i do', 'do'],
  today: ['nyt', 'nykytila', 'näin nyt', 'nu', 'nuläge', 'i dag', 'today', 'now'],
  proposed: ['ehdotus', 'förslag', 'proposal', 'proposed'],
  contacts: ['yhteydenottoja', 'yhteydenotot', 'yhteydenottoja nyt', 'kontakter', 'contacts'],
}
const NAMED = new Map(SHEET_FIELDS.flatMap((field) => HEADINGS[field].map((name) => [name, field] as const)))
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ fi: 'fi', suomi: 'fi', suomeksi: 'fi', finska: 'fi', finnish: 'fi' },
  ...{ sv: 'sv', ruotsi: 'sv', ruotsiksi: 'sv', svenska: 'sv', swedish: 'sv' },
  ...{ en: 'en', englanti: 'en', englanniksi: 'en', engelska: 'en', english: 'en' },
}

/** What each column is about, told from the first row: `Askel`, `Askel (sv)`, `title_en`. */
export function columnsOf({ cells }: SheetRow): readonly SheetColumn[] {
  const taken = new Set<string>()
  return cells.map((heading, index) => {
    const column = { index, heading, ...readHeading(heading) }
    const name = `${column.field} ${column.language ?? ''}`
    if (column.field === undefined || taken.has(name)) return { ...column, field: undefined }
    taken.add(name)
    return column
  })
}

function readHeading(heading: string): Pick<SheetColumn, 'field' | 'language'> {
  const plain = heading.toLowerCase().trim()
  const whole = NAMED.get(plain)
  if (whole) return { field: whole, language: undefined }
  const [, name = '', suffix = ''] = /^(.+?)[\s(_:/,-]+(\p{L}+)\)?$/u.exec(plain) ?? []
  const language = Object.hasOwn(LANGUAGES, suffix) ? LANGUAGES[suffix] : undefined
  return language === undefined ? { field: undefined, language } : { field: NAMED.get(name.trim()), language }
}
