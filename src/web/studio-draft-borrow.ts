import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import type { Persona } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { readPersonas } from '#src/journey/notation.ts'
import { type BorrowPlan, planBorrowing } from '#src/studio/borrow-track.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { writePeople } from '#src/studio/check-draft.ts'
import { change, valuesOf } from '#src/studio/document.ts'
import type { Revision } from '#src/studio/draft-store.ts'
import { at, wordsIn } from '#src/studio/values.ts'
import { plainIn } from '#views/said-in.ts'
import { borrowPage } from '#views/studio/draft/borrow.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { isTheirs } from './staff.ts'
import { checkedDraft, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'

/** A single track of another journey, with everything it needs: seen first, then taken. */
export function draftBorrowing(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/borrow', async (c) => c.html(await borrowView(c, deps)))
    .post('/:draft/borrow', async (c) => {
      const { draft, staff } = await theirDraft(c, deps)
      const { track = '' } = (await readForm(c)).fields
      if (track === '') return c.redirect(draftPathIn(c, draft.id, '/borrow'), 303)
      const source = await sourceOf(c, deps, track)
      const known = await knownPeople(deps, draft.journey)
      await changeDraft(deps, staff.account, draft.id, (head) => {
        const plan = planOf(head, known, source)
        const changed = plan && change(head.text, plan.operations)
        if (!plan || !changed?.ok) return undefined
        const personas = plan.people > 0 ? writePeople(plan.personas) : head.personas
        return { text: changed.text, personas, what: `borrowed ${track}` }
      })
      return c.redirect(`${draftPathIn(c, draft.id)}?note=saved`, 303)
    })
}

type Source = { readonly published: Published; readonly track: string }

async function borrowView(c: Context, deps: Deps) {
  const open = await checkedDraft(c, deps)
  const { language } = open.reader
  const chosen = c.req.query('track')
  const source = chosen === undefined ? undefined : await sourceOf(c, deps, chosen)
  const known = await knownPeople(deps, open.draft.journey)
  const plan = source && planOf(open.head, known, source)
  const sources = await lenders(c, deps, open.draft.journey)
  const definition = source?.published.version.definition
  const before = (kind: string, id: string) =>
    plan?.renamed.find((one) => one.kind === kind && one.to === id)?.from ?? id
  return borrowPage(open.reader, frameOf(c, open, errorsIn(open.checked)), {
    sources: sources.map(({ version }) => ({
      title: plainIn(language, version.definition.title),
      tracks: Object.entries(version.definition.tracks).map(([id, { title }]) => ({
        value: `${version.journey}/${id}`,
        text: `${plainIn(language, version.definition.title)}: ${plainIn(language, title)}`,
      })),
    })),
    ...{ chosen, plan },
    nameOf: (kind, id) => {
      const thing = at(definition, [kind, before(kind, id)]) ?? at(open.tree, [kind, id])
      const said = at(thing, ['name']) ?? at(thing, ['ask']) ?? at(thing, ['title'])
      return wordsIn(said, [language]) ?? id
    },
  })
}

/** Other journeys that are theirs to read in the studio. */
async function lenders(c: Context, deps: Deps, own: string): Promise<readonly Published[]> {
  const staff = c.get('staff')
  const all = await deps.library.allLatest()
  return all.filter(({ version }) => version.journey !== own && staff !== undefined && isTheirs(staff, version.journey))
}

/** `journey/track`. Throws `not-found` for what nobody here can borrow. */
async function sourceOf(c: Context, deps: Deps, asked: string): Promise<Source> {
  const { draft } = await theirDraft(c, deps)
  const [journey = '', track = ''] = asked.split('/')
  const published = (await lenders(c, deps, draft.journey)).find(({ version }) => version.journey === journey)
  if (!published || !Object.hasOwn(published.version.definition.tracks, track))
    throw new AppError('not-found', 'a track to borrow')
  return { published, track }
}

async function knownPeople({ versions }: Deps, journey: string): Promise<readonly Persona[]> {
  return (await versions.latest(journey))?.personas ?? []
}

/** undefined while the draft cannot be read. */
function planOf(
  { text, personas }: Revision,
  known: readonly Persona[],
  { published, track }: Source,
): BorrowPlan | undefined {
  const tree = valuesOf(text)
  if (tree === undefined) return undefined
  const own = personas === undefined ? undefined : readPersonas(personas)
  const people = own?.ok ? own.personas : known
  const { definition, personas: theirs } = published.version
  return planBorrowing(tree, people, { definition, personas: theirs, track })
}
