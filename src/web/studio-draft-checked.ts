import type { Definition, Persona } from '#src/journey/definition.ts'
import type { Finding } from '#src/journey/finding.ts'
import { readPersonas } from '#src/journey/notation.ts'
import { checkValues } from '#src/studio/check-draft.ts'
import { remembering } from '#src/studio/remember.ts'
import type { Deps } from './context.ts'
import { checkOf, type OpenDraft } from './studio-draft-page.ts'

/** What is known of a revision: enough to show it as it will be met. */
export type CheckedHead = {
  readonly findings: readonly Finding[]
  readonly definition: Definition | undefined
  readonly personas: readonly Persona[]
}

const MOST_CHECKED = 8
const MOST_READ = 500
const heads = remembering(MOST_CHECKED, (): { checked?: CheckedHead } => ({}))
/** Revisions whose text has been read without trouble: what a form makes of one can be read too. */
const read = new Set<string>()
const peopleIn = remembering(4, (text: string) => {
  const people = readPersonas(text)
  return people.ok ? people.personas : []
})

/** The check of a revision just made by a form takes a tenth of the time, as nothing is read anew. A revision never changes. */
export async function checkedHead(
  { library }: Pick<Deps, 'library'>,
  open: Pick<OpenDraft, 'draft' | 'head' | 'tree'>,
): Promise<CheckedHead> {
  const { draft, head } = open
  const newest = (await library.latest(draft.journey))?.version
  // The text is part of it: after a restore the same number may stand for other words.
  const known = heads(JSON.stringify([draft.id, head.number, newest?.number, newest?.hash, head.personas, head.text]))
  if (known.checked) return known.checked
  const personas = head.personas === undefined ? (newest?.personas ?? []) : peopleIn(head.personas)
  const before = (journey: string) => (journey === draft.journey ? newest?.definition : undefined)
  const isReadBefore = read.has(nameOf(draft.id, head.before)) || read.has(nameOf(draft.id, head.number))
  const checked =
    isReadBefore && open.tree !== undefined
      ? checkValues(open.tree, personas, before, draft.journey)
      : await checkOf({ library }, open)
  const { definition, findings } = checked
  if (definition) remember(nameOf(draft.id, head.number))
  known.checked = { definition, findings, personas }
  return known.checked
}

function nameOf(draft: string, revision: number | undefined): string {
  return `${draft}@${revision}`
}

function remember(revision: string) {
  read.add(revision)
  const [oldest] = read
  if (read.size > MOST_READ && oldest !== undefined) read.delete(oldest)
}
