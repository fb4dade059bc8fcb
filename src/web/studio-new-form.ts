import { LANGUAGES } from '#src/i18n/language.ts'
import { draftFromText, isJourneyId, type NewJourney } from '#src/studio/create-draft.ts'
import { idFrom } from '#src/studio/new-parts.ts'
import { plainIn } from '#views/said-in.ts'
import { type NewJourneyPage, newJourneyPage, type Way } from '#views/studio/draft/new-journey.ts'
import type { Context, Deps } from './context.ts'
import type { Form } from './form.ts'
import { isTheirs, staffMay, staffReaderOf } from './staff.ts'
import { draftPathIn } from './studio-draft-page.ts'

type Shown = Partial<Omit<NewJourneyPage, 'way' | 'sources'>>

/** One way to begin, with what was typed so far. */
export async function wayView(c: Context, deps: Deps, way: Way, shown: Shown) {
  const reader = staffReaderOf(c, deps, staffMay(c, 'edit-journey'))
  return newJourneyPage(reader, {
    ...{ values: {}, languages: ['fi', 'sv', 'en'], problem: undefined, sheet: undefined, isReadable: false },
    ...shown,
    ...{ way, sources: way === 'copy' ? await sourcesOf(c, deps) : [] },
  })
}

/** What can be copied, with its name. */
export async function sourcesOf(c: Context, deps: Deps): Promise<NewJourneyPage['sources']> {
  const staff = staffMay(c, 'edit-journey')
  const { language, words } = staffReaderOf(c, deps, staff)
  const published = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
  const drafts = (await deps.drafts.all()).filter(({ journey }) => isTheirs(staff, journey))
  return [
    ...published.map(({ version }) => ({
      value: `v:${version.journey}`,
      text: plainIn(language, version.definition.title),
    })),
    ...drafts.map(({ id, title, journey }) => ({
      value: `d:${id}`,
      text: words.studioVersions.draft(plainIn(language, title) || journey),
    })),
  ]
}

type Why = keyof ReturnType<typeof staffReaderOf>['words']['studioFiles']['errors']

/** The same form again, with what is wrong with what was sent. */
export async function refusedWay(
  c: Context,
  deps: Deps,
  way: Way,
  { fields, all }: Form,
  { why, field = 'file', shown = {} }: { readonly why: Why; readonly field?: string; readonly shown?: Shown },
) {
  const text = staffReaderOf(c, deps, staffMay(c, 'edit-journey')).words.studioFiles.errors[why]
  const problem = { field, text, findings: [] }
  return c.html(await wayView(c, deps, way, { values: fields, languages: all('languages'), problem, ...shown }), 422)
}

/** What the new journey is called, from the form; `fallback` says it where the form is silent. */
async function namedIn(
  c: Context,
  deps: Deps,
  { fields, all }: Form,
  fallback: Readonly<Record<string, string>> = {},
): Promise<NewJourney | { readonly field: string; readonly text: string }> {
  const staff = staffMay(c, 'edit-journey')
  const text = staffReaderOf(c, deps, staff).words.draft.list.errors
  const said = LANGUAGES.map((language) => [language, (fields[`title-${language}`] ?? '').trim()] as const)
  const typed = Object.fromEntries(said.filter(([, words]) => words !== ''))
  const title = Object.keys(typed).length > 0 ? typed : fallback
  const languages = LANGUAGES.filter((language) => all('languages').includes(language))
  if (Object.keys(title).length === 0) return { field: 'title-fi', text: text.title }
  if (languages.length === 0) return { field: 'languages', text: text.languages }
  const own = (fields.id ?? '').trim()
  const id = own === '' ? idFrom(title.en ?? title.fi ?? Object.values(title)[0] ?? '', '-', []) : own
  if (!isJourneyId(id)) return { field: 'id', text: text.id }
  if (await deps.library.latest(id)) return { field: 'id', text: text.taken }
  return { id, title, languages }
}

/** Makes the draft of a new journey, or shows the form again with what its name lacks. */
export async function madeFrom(
  c: Context,
  deps: Deps,
  { way, form, fallback, shown }: { way: Way; form: Form; fallback?: Readonly<Record<string, string>>; shown?: Shown },
  textOf: (journey: NewJourney) => string | undefined,
): Promise<Response> {
  const named = await namedIn(c, deps, form, fallback)
  if ('field' in named) {
    const problem = { ...named, findings: [] }
    const { fields, all } = form
    return c.html(await wayView(c, deps, way, { values: fields, languages: all('languages'), problem, ...shown }), 422)
  }
  const staff = staffMay(c, 'edit-journey', { journey: named.id })
  const text = textOf(named)
  if (text === undefined) return refusedWay(c, deps, way, form, { why: 'unreadable', field: 'source' })
  const begun = { journey: named.id, title: named.title, baseVersion: undefined, text }
  const { id } = await draftFromText(deps, staff.account, begun)
  return c.redirect(draftPathIn(c, id), 303)
}
