import { stringify } from 'yaml'
import type { NewJourney } from './create-draft.ts'
import { idFrom } from './new-parts.ts'
import type { SheetRow } from './read-sheet.ts'
import { columnsOf, type SheetColumn, type SheetField } from './sheet-columns.ts'

type Texts = Readonly<Record<string, string>>
export const SECTORS = ['public', 'private', 'church', 'third_sector'] as const

/** What a spreadsheet says of the steps, and what it leaves open. */
export type SheetPlan = {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly SheetRow[]
  /** the steps stand in no column that could be told by its heading */
  readonly asksTitle: boolean
  readonly asksTrack: boolean
  /** the heading of some words does not say in which language they are */
  readonly asksLanguage: boolean
  /** providers whose sector no row tells */
  readonly sectorless: readonly string[]
  /** numbers of rows that have no name of a step */
  readonly untitled: readonly number[]
}
export type SheetAnswers = {
  readonly language: string
  /** what the only track is called, where no column says */
  readonly track: string
  readonly sectors: ReadonlyMap<string, string>
  /** names of the steps whose rows have none, by the number of the row; those left empty are left out */
  readonly titles: ReadonlyMap<number, string>
}

/** `titleColumn` is what somebody said holds the names of the steps, where no heading tells. */
export function planSheet([head, ...rows]: readonly SheetRow[], titleColumn?: number): SheetPlan | undefined {
  if (!head || rows.length === 0) return undefined
  const told = columnsOf(head)
  const isTold = told.some(({ field }) => field === 'title')
  const columns = isTold
    ? told
    : told.map((column) => (column.index === titleColumn ? { ...column, field: 'title' as const } : column))
  const has = (field: SheetField) => columns.some((column) => column.field === field)
  const names = [...new Set(rows.map((row) => textIn(columns, row, 'provider')).filter((name) => name !== ''))]
  const inWords = columns.filter(({ field }) => field !== undefined && WORDS.has(field))
  return {
    ...{ columns, rows, asksTitle: !has('title'), asksTrack: !has('track') },
    asksLanguage: inWords.some(({ language }) => language === undefined),
    sectorless: names.filter((name) => !rows.some((row) => sectorIn(columns, row, name))),
    untitled: has('title') ? rows.filter((row) => isUntitled(columns, row)).map(({ number }) => number) : [],
  }
}

const WORDS: ReadonlySet<SheetField> = new Set(['track', 'title', 'provider', 'do', 'today', 'proposed'])

function isUntitled(columns: readonly SheetColumn[], row: SheetRow): boolean {
  return Object.keys(wordsIn(columns, row, 'title', 'fi')).length === 0
}

function textIn(columns: readonly SheetColumn[], { cells }: SheetRow, field: SheetField): string {
  const own = columns.filter((column) => column.field === field).map(({ index }) => cells[index] ?? '')
  return own.find((text) => text !== '') ?? ''
}

function wordsIn(columns: readonly SheetColumn[], { cells }: SheetRow, field: SheetField, language: string): Texts {
  const own = columns.filter((column) => column.field === field)
  const said = own.map((column) => [column.language ?? language, cells[column.index] ?? ''] as const)
  return Object.fromEntries(said.filter(([, text]) => text !== ''))
}

const SECTOR_WORDS: Readonly<Record<string, string>> = {
  ...{ julkinen: 'public', offentlig: 'public', public: 'public' },
  ...{ yksityinen: 'private', privat: 'private', private: 'private' },
  ...{ kirkko: 'church', kyrka: 'church', kyrkan: 'church', church: 'church' },
  ...{ järjestö: 'third_sector', 'kolmas sektori': 'third_sector', organisation: 'third_sector' },
  ...{ 'tredje sektorn': 'third_sector', 'third sector': 'third_sector', third_sector: 'third_sector' },
}

function sectorIn(columns: readonly SheetColumn[], row: SheetRow, provider: string): string | undefined {
  if (textIn(columns, row, 'provider') !== provider) return undefined
  return lookedUp(SECTOR_WORDS, textIn(columns, row, 'sector'))
}

function lookedUp(words: Readonly<Record<string, string>>, text: string): string | undefined {
  const plain = text.toLowerCase()
  return Object.hasOwn(words, plain) ? words[plain] : undefined
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  ...{ tieto: 'info', information: 'info', info: 'info' },
  ...{ 'hoituu itsestään': 'automatic', automaattinen: 'automatic', automatisk: 'automatic' },
  ...{ 'sköts av sig självt': 'automatic', automatic: 'automatic', 'happens by itself': 'automatic' },
}

/** The journey as YAML: whatever the sheet and the answers leave open stays empty, and the check asks for it. */
export function journeyFromSheet(journey: NewJourney, plan: SheetPlan, answers: SheetAnswers): string {
  const { id, title, languages } = journey
  const providers = providersOf(plan, answers)
  const tracks: Record<string, { title: Texts; steps: { id: string }[] }> = {
    situation: { title: chosen(SITUATION, languages), steps: [{ id: 'what-happened', ...question(languages) }] },
  }
  const trackIds = new Map<string, string>()
  for (const row of plan.rows) {
    const named = wordsIn(plan.columns, row, 'title', answers.language)
    const typed = answers.titles.get(row.number) ?? ''
    const words = Object.keys(named).length > 0 || typed === '' ? named : { [answers.language]: typed }
    if (Object.keys(words).length === 0) continue
    const track = wordsIn(plan.columns, row, 'track', answers.language)
    const trackTitle = Object.keys(track).length > 0 ? track : { [answers.language]: answers.track }
    const key = firstOf(trackTitle)
    const trackId = trackIds.get(key) ?? idFrom(key, '-', Object.keys(tracks))
    trackIds.set(key, trackId)
    tracks[trackId] ??= { title: trackTitle, steps: [] }
    const taken = tracks[trackId].steps.map((step) => step.id)
    const provider = providers.get(textIn(plan.columns, row, 'provider'))?.id ?? 'self'
    tracks[trackId].steps.push({
      id: idFrom(firstOf(words), '-', taken),
      ...stepOf(plan, row, { words, provider }, answers),
    })
  }
  return stringify(
    {
      ...{ format: 1, id, languages, title, starts_on: 'happened_on' },
      facts: { happened_on: { type: 'date', ask: chosen(WHEN, languages) } },
      providers: Object.fromEntries(
        [...providers.values()].map(({ id: own, sector, name }) => [own, { sector, name }]),
      ),
      tracks,
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  )
}

function stepOf(
  { columns }: SheetPlan,
  row: SheetRow,
  { words, provider }: { readonly words: Texts; readonly provider: string },
  { language }: SheetAnswers,
): object {
  const kind = lookedUp(KIND_WORDS, textIn(columns, row, 'kind')) ?? 'task'
  const contacts = textIn(columns, row, 'contacts')
  const told = wordsIn(columns, row, 'do', language)
  return {
    ...{ kind, provider, title: words },
    ...(Object.keys(told).length > 0 && { do: told }),
    today: {
      ...{ what: wordsIn(columns, row, 'today', language), automation: 'none' },
      ...(/^\d{1,3}$/.test(contacts) && { contacts: Number(contacts) }),
    },
    proposed: {
      what: wordsIn(columns, row, 'proposed', language),
      automation: kind === 'automatic' ? 'full' : 'none',
      feasibility: 'idea',
    },
    ...(kind === 'automatic' && { replies: [{ id: 'ready', after: 'P7D', text: {}, seen: 'imagined' }] }),
  }
}

type Provider = { readonly id: string; readonly sector: string; readonly name: Texts }

function providersOf({ columns, rows }: SheetPlan, { language, sectors }: SheetAnswers): ReadonlyMap<string, Provider> {
  const providers = new Map<string, Provider>()
  for (const row of rows) {
    const name = textIn(columns, row, 'provider')
    if (name === '' || providers.has(name)) continue
    const taken = [...providers.values()].map(({ id }) => id)
    const told = rows.map((one) => sectorIn(columns, one, name)).find((sector) => sector !== undefined)
    const asked = SECTORS.find((sector) => sector === sectors.get(name))
    providers.set(name, {
      id: idFrom(name, '_', ['self', ...taken]),
      sector: told ?? asked ?? 'public',
      name: wordsIn(columns, row, 'provider', language),
    })
  }
  return providers
}

function firstOf(words: Texts): string {
  return words.en ?? words.fi ?? Object.values(words)[0] ?? ''
}

const WHEN = { fi: 'Milloin se tapahtui?', sv: 'När hände det?', en: 'When did it happen?' }
const SITUATION = { fi: 'Tilanne', sv: 'Situationen', en: 'The situation' }
const WHAT = { fi: 'Mitä on tapahtunut?', sv: 'Vad har hänt?', en: 'What has happened?' }

function question(languages: readonly string[]): object {
  return { kind: 'question', title: chosen(WHAT, languages), asks: ['happened_on'] }
}

function chosen(words: Texts, languages: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(words).filter(([language]) => languages.includes(language)))
}
