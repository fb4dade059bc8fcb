import { AppError } from '#src/errors.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Version } from '#src/journey/version-store.ts'
import { writePeople } from './check-draft.ts'
import { valuesOf } from './document.ts'
import type { DraftStore, JourneyDraft, Revision } from './draft-store.ts'
import { at, isRecord } from './values.ts'

export type DraftDeps = { readonly drafts: DraftStore; readonly now: () => number; readonly newId: () => string }
export type Opened = { readonly draft: JourneyDraft; readonly head: Revision }
/** What somebody makes of a revision; undefined: nothing. */
export type Made = { readonly text: string; readonly personas?: string | undefined; readonly what: string } | undefined

const TRIES = 5

export async function openDraft({ drafts }: Pick<DraftDeps, 'drafts'>, id: string): Promise<Opened> {
  const draft = await drafts.find(id)
  const head = draft && (await drafts.revision(id, draft.head))
  if (!draft || !head) throw new AppError('not-found', 'draft')
  return { draft, head }
}

/**
 * Adds a revision made of the newest one. Where somebody else was faster, it is made anew of theirs: nothing that either
 * of them wrote is lost. What had been undone cannot be done again after this, but stands in the history.
 */
export async function changeDraft(
  deps: DraftDeps,
  by: string,
  id: string,
  make: (head: Revision, draft: JourneyDraft) => Made,
): Promise<Opened> {
  for (let tries = 0; tries < TRIES; tries++) {
    const opened = await openDraft(deps, id)
    if (opened.draft.state === 'archived') throw new AppError('conflict', 'an archived draft')
    const made = make(opened.head, opened.draft)
    const personas = made && 'personas' in made ? made.personas : opened.head.personas
    if (!made || (made.text === opened.head.text && personas === opened.head.personas)) return opened
    const { draft, head } = next(deps, by, opened, { text: made.text, personas, what: made.what })
    if (await deps.drafts.save(draft, opened.draft.rev, head))
      return { draft: { ...draft, rev: opened.draft.rev + 1 }, head }
  }
  throw new AppError('busy', 'the draft was changed five times meanwhile')
}

function next(
  { now }: DraftDeps,
  by: string,
  { draft, head }: Opened,
  made: Pick<Revision, 'text' | 'personas' | 'what'>,
): Opened {
  // Every change has a number of its own, also one that only undoes: so the next revision is always a new one.
  const number = draft.rev + 2
  const at = now()
  const revision = { draft: draft.id, number, before: head.number, by, at, ...made }
  return {
    draft: { ...draft, title: titleOf(made.text) ?? draft.title, head: number, redo: [], touchedAt: at },
    head: revision,
  }
}

/** What the text calls the journey; undefined where it cannot be read. */
export function titleOf(text: string): JourneyDraft['title'] | undefined {
  const title = at(valuesOf(text), ['title'])
  if (!isRecord(title)) return undefined
  const said = Object.entries(title).filter(([, words]) => typeof words === 'string' && words !== '')
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

/** Leads back to the revision before, or on to one that was undone. False where there is none. */
export async function stepBack(deps: DraftDeps, id: string, direction: 'undo' | 'redo'): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { draft, head } = await openDraft(deps, id)
    if (draft.state === 'archived') throw new AppError('conflict', 'an archived draft')
    const to = direction === 'undo' ? head.before : draft.redo.at(-1)
    if (to === undefined) return false
    const redo = direction === 'undo' ? [...draft.redo, head.number] : draft.redo.slice(0, -1)
    const there = await deps.drafts.revision(id, to)
    const title = (there && titleOf(there.text)) ?? draft.title
    const moved = { ...draft, title, head: to, redo, touchedAt: deps.now() }
    if (await deps.drafts.save(moved, draft.rev)) return true
  }
  throw new AppError('busy', 'the draft was changed five times meanwhile')
}

/** An earlier revision as the newest one: what came after it stays in the history. */
export async function restore(deps: DraftDeps, by: string, id: string, number: number): Promise<Opened> {
  const old = await deps.drafts.revision(id, number)
  if (!old) throw new AppError('not-found', 'revision')
  const { text, personas } = old
  return changeDraft(deps, by, id, () => ({ text, personas, what: `restored ${number}` }))
}

/** A published version as the newest revision, with the example people it was published with. */
export async function restoreVersion(deps: DraftDeps, by: string, id: string, version: Version): Promise<Opened> {
  const { number, definition, personas } = version
  const made = { text: writeDefinition(definition), personas: writePeople(personas), what: `restored v${number}` }
  return changeDraft(deps, by, id, () => made)
}
