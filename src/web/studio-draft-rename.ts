import type { DraftForm } from '#src/studio/form-parts.ts'
import { listAt, nameOfItem, namesAt } from '#src/studio/values.ts'
import type { Deps } from './context.ts'
import type { OpenDraft } from './studio-draft-page.ts'
import { changeWith } from './studio-drafts.ts'

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
/** Sources are cited by short codes of any kind. */
const CODE = /^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/
const LONGEST_ID = 60

/** Gives a thing another id, and answers why it cannot have it, if it cannot. */
export async function renameIn(
  deps: Deps,
  open: OpenDraft,
  root: DraftForm['root'],
  to: string,
): Promise<string | undefined> {
  const text = open.reader.words.draft.errors
  if (to === String(root.at(-1))) return undefined
  if (!shapeOf(root).test(to) || to.length > LONGEST_ID) return text.id
  const parent = root.slice(0, -1)
  const names = root.length > 2 ? listAt(open.tree, parent).map(nameOfItem) : namesAt(open.tree, parent)
  if (names.includes(to)) return text.taken
  const keepsName = await isPublished(deps, open, root)
  await changeWith(deps, open, () => [{ do: 'rename', path: root, to, keepsName }])
  return undefined
}

function shapeOf([kind]: DraftForm['root']): RegExp {
  if (kind === 'sources') return CODE
  return kind === 'tracks' ? KEBAB : SNAKE
}

/** A step that walkers have met keeps its earlier name beside the new one: what was said at it stays with it. */
async function isPublished(
  { library }: Deps,
  { draft }: OpenDraft,
  [kind, track, , step]: DraftForm['root'],
): Promise<boolean> {
  const tracks = (await library.latest(draft.journey))?.version.definition.tracks
  if (kind !== 'tracks' || tracks === undefined) return false
  return (tracks[String(track)]?.steps ?? []).some(({ id }) => step === undefined || id === step)
}
