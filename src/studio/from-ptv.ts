import { stringify } from 'yaml'
import type { NewJourney } from './create-draft.ts'
import { idFrom } from './new-parts.ts'
import { at, isRecord, listAt } from './values.ts'

type Texts = Readonly<Record<string, string>>
/** A service collection of the Finnish Service Catalogue as far as a journey can be made of it. */
export type PtvCollection = {
  readonly name: Texts
  readonly summary: Texts
  readonly languages: readonly string[]
  readonly services: readonly PtvService[]
}
export type PtvService = { readonly name: Texts; readonly summary: Texts; readonly organisation: Texts | undefined }

export const MOST_SERVICES = 200
const LARGEST = 4_000_000
const LONGEST = 4000

/**
 * Reads what the open interface of the catalogue gives (version 11): a ServiceCollection, with its services as they stand in
 * it or as the whole services beside it, in `services` or in a list. undefined for anything else. Never throws.
 */
export function readPtv(text: string): PtvCollection | undefined {
  const value = parsed(text)
  const all = Array.isArray(value) ? value : [value]
  const collection = all.map((one) => at(one, ['serviceCollection']) ?? one).find(isCollection)
  if (collection === undefined) return undefined
  const whole = [...all, ...all.flatMap((one) => listAt(one, ['services']))].filter(isService)
  const listed = listAt(collection, ['services']).filter(isRecord)
  const byId = new Map(whole.map((one) => [at(one, ['id']), one]))
  const names = textsAt(collection, ['serviceCollectionNames'], [undefined, 'Name'])
  const owner = organisationOf(collection)
  const services = (listed.length > 0 ? listed : whole).slice(0, MOST_SERVICES).flatMap((one) => {
    const found = byId.get(at(one, ['id'])) ?? one
    const name = textsAt(found, ['serviceNames'], ['Name', undefined], one)
    if (Object.keys(name).length === 0) return []
    const summary = textsAt(found, ['serviceDescriptions'], ['Summary', 'Description'], one, 'description')
    return [{ name, summary, organisation: organisationOf(found) ?? owner }]
  })
  if (services.length === 0) return undefined
  const languages = ['fi', 'sv', 'en'].filter((language) => language in names)
  const summary = textsAt(collection, ['serviceCollectionDescriptions'], ['Summary', 'Description'])
  return { name: names, summary, languages: languages.length > 0 ? languages : ['fi'], services }
}

function parsed(text: string): unknown {
  if (text.length > LARGEST) return undefined
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function isCollection(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.serviceCollectionNames)
}

function isService(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.serviceNames)
}

/** Who is responsible, else whoever produces it. */
function organisationOf(value: unknown): Texts | undefined {
  const all = [...listAt(value, ['organizations']), ...listAt(value, ['organisations'])]
  const responsible = all.find((one) => at(one, ['roleType']) === 'Responsible') ?? all[0]
  const organisation = at(responsible, ['organization']) ?? at(value, ['organization']) ?? responsible
  const name = at(organisation, ['name'])
  if (typeof name === 'string' && name.trim() !== '') return { fi: clean(name) }
  const said = textsOf(listAt(organisation, ['organizationNames']).concat(Array.isArray(name) ? name : []), [
    undefined,
    'Name',
  ])
  return Object.keys(said).length > 0 ? said : undefined
}

function textsAt(
  value: unknown,
  path: readonly string[],
  types: readonly (string | undefined)[],
  listed: unknown = undefined,
  short = 'name',
): Texts {
  const own = textsOf(listAt(value, path), types)
  return Object.keys(own).length > 0 ? own : textsOf(listAt(listed, [short]), [...types, undefined])
}

/** Items of the catalogue say their language and their type; of several types the first that is wanted is taken. */
function textsOf(items: readonly unknown[], types: readonly (string | undefined)[]): Texts {
  const said: Record<string, string> = {}
  for (const type of types)
    for (const item of items) {
      const { language, value } = { language: at(item, ['language']), value: at(item, ['value']) }
      const isWanted = type === undefined || at(item, ['type']) === type
      if (!isWanted || typeof value !== 'string' || clean(value) === '') continue
      if (language === 'fi' || language === 'sv' || language === 'en') said[language] ??= clean(value)
    }
  return said
}

function clean(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
}

/**
 * A journey of one track with a task for every service. What the catalogue does not say is left empty, for the check asks for
 * it: no burden, no hand-over and no proposal is made up, and what a service says of itself counts as unverified.
 */
export function journeyFromPtv(
  { id, title, languages }: NewJourney,
  { services, summary }: PtvCollection,
  checked: string,
): string {
  const providers: Record<string, object> = {}
  const known = new Map<string, string>()
  const providerOf = (organisation: Texts | undefined) => {
    if (!organisation) return 'self'
    const key = JSON.stringify(organisation)
    const own = known.get(key) ?? idFrom(nameOf(organisation), '_', ['self', ...Object.keys(providers)])
    known.set(key, own)
    providers[own] = { sector: 'public', name: organisation }
    return own
  }
  const steps: { id: string }[] = []
  for (const service of services) {
    const own = idFrom(
      nameOf(service.name),
      '-',
      steps.map((step) => step.id),
    )
    const source = [{ cite: 'ptv', checked, confidence: 'U' }]
    steps.push({
      ...{ id: own, kind: 'task', provider: providerOf(service.organisation), title: service.name },
      ...{ today: { what: service.summary, automation: 'none', source } },
      ...{ proposed: { what: {}, automation: 'none', feasibility: 'idea' } },
    })
  }
  const said = Object.keys(summary).length > 0 ? { summary } : {}
  return stringify(
    {
      ...{ format: 1, id, languages, title, ...said, starts_on: 'happened_on' },
      sources: { ptv: { title: 'Palvelutietovaranto (PTV), Suomi.fi', checked } },
      facts: { happened_on: { type: 'date', ask: inLanguages(WHEN, languages) } },
      providers,
      tracks: {
        situation: {
          title: inLanguages(SITUATION, languages),
          steps: [
            { id: 'what-happened', kind: 'question', title: inLanguages(WHAT, languages), asks: ['happened_on'] },
          ],
        },
        services: { title: inLanguages(SERVICES, languages), steps },
      },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  )
}

const WHEN = { fi: 'Milloin se tapahtui?', sv: 'När hände det?', en: 'When did it happen?' }
const SITUATION = { fi: 'Tilanne', sv: 'Situationen', en: 'The situation' }
const WHAT = { fi: 'Mitä on tapahtunut?', sv: 'Vad har hänt?', en: 'What has happened?' }
const SERVICES = { fi: 'Palvelut', sv: 'Tjänsterna', en: 'The services' }

function inLanguages(words: Texts, languages: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(words).filter(([language]) => languages.includes(language)))
}

function nameOf(words: Texts): string {
  return words.en ?? words.fi ?? words.sv ?? ''
}
