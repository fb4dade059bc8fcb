import { AppError } from '#src/errors.ts'
import type { Definition, Words } from '#src/journey/definition.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { canonicalYaml } from '#src/journey/text-difference.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { DraftStore } from './draft-store.ts'
import { remembering } from './remember.ts'

/** What can be set beside something else: a published version (`v3`), a draft as it is now, or one of its revisions (`DRAFT.5`). */
export type SideName =
  | { readonly is: 'version'; readonly number: number }
  | { readonly is: 'draft'; readonly draft: string; readonly number: number | undefined }

export type Side = {
  readonly ref: string
  readonly name: SideName
  /** as it was written, with its comments; of a version its canonical text */
  readonly text: string
  /** undefined while the text cannot be read */
  readonly definition: Definition | undefined
  readonly by: string
  readonly at: number
  readonly note: Words | undefined
}

type Stores = { readonly versions: VersionStore; readonly drafts: DraftStore }

/** Throws `not-found` for what is not there, or belongs to another journey. */
export async function sideOf(stores: Stores, journey: string, ref: string): Promise<Side> {
  const name = nameFrom(ref)
  const side = name && (await found(stores, journey, { ref, name }))
  if (!side) throw new AppError('not-found', 'side of a comparison')
  return side
}

export function versionRef(number: number): string {
  return `v${number}`
}

export function revisionRef(draft: string, number: number): string {
  return `${draft}.${number}`
}

const VERSION = /^v([1-9]\d{0,8})$/
const DRAFT = /^([\w-]{1,64})(?:\.([1-9]\d{0,8}))?$/

function nameFrom(ref: string): SideName | undefined {
  const version = VERSION.exec(ref)
  if (version) return { is: 'version', number: Number(version[1]) }
  const [, draft, number] = DRAFT.exec(ref) ?? []
  return draft === undefined ? undefined : { is: 'draft', draft, number: number ? Number(number) : undefined }
}

type Asked = Pick<Side, 'ref' | 'name'>

function found(stores: Stores, journey: string, { ref, name }: Asked): Promise<Side | undefined> {
  return name.is === 'version' ? versionSide(stores, journey, ref, name) : draftSide(stores, journey, ref, name)
}

async function versionSide(
  { versions }: Stores,
  journey: string,
  ref: string,
  name: Extract<SideName, { is: 'version' }>,
): Promise<Side | undefined> {
  const version = await versions.find(journey, name.number)
  if (!version) return undefined
  const { definition, author, publishedAt, note } = version
  return { ref, name, text: canonicalYaml(definition), definition, by: author, at: publishedAt, note }
}

async function draftSide(
  { drafts }: Stores,
  journey: string,
  ref: string,
  name: Extract<SideName, { is: 'draft' }>,
): Promise<Side | undefined> {
  const draft = await drafts.find(name.draft)
  if (draft?.journey !== journey) return undefined
  const revision = await drafts.revision(draft.id, name.number ?? draft.head)
  if (!revision) return undefined
  const { text, by, at } = revision
  return { ref, name, text, definition: definitionIn(text), by, at, note: undefined }
}

/** Reading a long journey takes a tenth of a second. */
const definitionIn = remembering(8, (text: string): Definition | undefined => {
  const read = readDefinition(text)
  return read.ok ? read.definition : undefined
})
