import { cleaned, lengthOf } from '#feedback/free-text.ts'
import { messages } from '#src/i18n/translate.ts'
import type { Words } from '#src/journey/definition.ts'
import { type Finding, findingText } from '#src/journey/finding.ts'
import type { Version } from '#src/journey/version-store.ts'
import { type OldAndNew, partsBetween } from '#src/review/changed-step.ts'
import { standingAt } from '#src/review/confirmations.ts'
import type { PlannedChange } from '#src/studio/changes.ts'
import { type Draft, writePeople } from '#src/studio/check-draft.ts'
import { type Plan, planPublishing, type Refused } from '#src/studio/publish.ts'
import { plainIn } from '#views/said-in.ts'
import type { PreviewedChange } from '#views/studio/preview.ts'
import type { Problem, PublishForm } from '#views/studio/publish-form.ts'
import { conditionIn } from './changes.ts'
import type { Context, Deps } from './context.ts'
import type { Form } from './form.ts'

type Fields = Form['fields']
type Asked = {
  readonly journey: string
  readonly fields: Fields
  readonly draft: Draft
  /** answers left chosen on the preview; undefined before there was one */
  readonly closes?: readonly string[] | undefined
}

const LONGEST_NOTE = 500
const LANGUAGES = ['fi', 'sv', 'en'] as const

/** The file that was chosen, else what was pasted; the same for the example people. */
export function draftIn(fields: Fields): Draft {
  const personas = fields['personas-file'] || fields.personas
  return { text: fields.file || fields.text || '', personas: personas?.trim() ? personas : undefined }
}

export function noteIn(fields: Fields): Words | undefined | 'too-long' {
  const said = LANGUAGES.map((language) => [language, cleaned(fields[`note-${language}`] ?? '')] as const)
  if (said.some(([, text]) => lengthOf(text) > LONGEST_NOTE)) return 'too-long'
  const written = said.filter(([, text]) => text !== '')
  return written.length > 0 ? Object.fromEntries(written) : undefined
}

export function emptyForm(c: Context, journey: string): PublishForm {
  return { journey, values: {}, problem: undefined, previewed: undefined, sentence: sentenceIn(c) }
}

/** The form as it was sent, with what has to be put right in it, and where. */
export function problemForm(
  c: Context,
  asked: Asked,
  problem: 'missing' | 'notText' | 'noteTooLong',
  field: string,
): PublishForm {
  const { refused } = messages(c.get('language')).studio
  return { ...filled(c, asked), problem: { text: refused[problem], field, findings: [] } }
}

export function tooLongNote(fields: Fields): string {
  return `note-${LANGUAGES.find((language) => lengthOf(fields[`note-${language}`] ?? '') > LONGEST_NOTE) ?? 'fi'}`
}

export type Unplanned = {
  readonly ok: false
  readonly form: PublishForm
  /** the newest version, where it says what the file says */
  readonly already: Version | undefined
}
type Planned =
  | Unplanned
  | {
      readonly ok: true
      readonly hash: string
      readonly form: (why: 'changed' | 'overtaken' | undefined) => PublishForm
    }

/** What a file would change, as the form shows it before the last press. */
export async function planned(c: Context, deps: Deps, asked: Asked): Promise<Planned> {
  const plan = await planPublishing(deps, asked.draft, asked.journey)
  if (!plan.ok) return unplanned(c, deps, asked, plan)
  const { refused } = messages(c.get('language')).studio
  const changes = await Promise.all(plan.changes.map((change) => previewed(c, deps, plan, change, asked.closes)))
  const form = (why: 'changed' | 'overtaken' | undefined): PublishForm => ({
    ...filled(c, asked),
    problem: why && { text: refused[why], field: undefined, findings: [] },
    previewed: {
      number: (plan.newest?.number ?? 0) + 1,
      basedOn: plan.newest?.number,
      hash: plan.hash,
      changes,
      others: plan.others,
      findings: plan.findings,
    },
  })
  return { ok: true, hash: plan.hash, form }
}

async function unplanned(c: Context, deps: Deps, asked: Asked, plan: Refused): Promise<Unplanned> {
  const personas = asked.draft.personas ?? (await publishedPeople(deps, asked, plan))
  const form = { ...filled(c, { ...asked, draft: { ...asked.draft, personas } }), problem: problemOf(c, plan) }
  return { ok: false, form, already: plan.refused === 'unchanged' ? plan.version : undefined }
}

/** The example people as they are published, where the file does not fit them: whoever must mend them has to see them. */
async function publishedPeople({ versions }: Deps, { journey }: Asked, plan: Refused): Promise<string | undefined> {
  const areTheirs = plan.refused === 'findings' && plan.findings.some(({ file }) => file !== undefined)
  return areTheirs ? writePeople((await versions.latest(journey))?.personas ?? []) : undefined
}

function problemOf(c: Context, plan: Refused): Problem {
  const { refused } = messages(c.get('language')).studio
  const why = { field: 'text', findings: [] }
  if (plan.refused === 'findings') return { ...why, text: refused.findings, findings: plan.findings }
  if (plan.refused === 'unchanged') return { ...why, text: refused.unchanged(plan.version.number) }
  return { ...why, text: refused.otherJourney(plainIn(c.get('language'), plan.title), plan.journey) }
}

async function previewed(
  c: Context,
  deps: Deps,
  { newest, definition }: Plan,
  change: PlannedChange,
  closes: readonly string[] | undefined,
): Promise<PreviewedChange> {
  const published = newest && (await deps.library.version(newest.journey, newest.number))
  const before = newest && change.was && { definition: newest.definition, number: newest.number, key: change.was }
  const after = { definition, number: (newest?.number ?? 0) + 1, key: change.step }
  return {
    ...change,
    definition,
    sides: before && sidesOf(before, change.kind === 'removed' ? undefined : after),
    standings: published && change.was ? await standingAt(deps, published, change.was) : [],
    conditionOf: conditionIn(c),
    closes: (id) => closes === undefined || closes.includes(id),
  }
}

function sidesOf(before: OldAndNew['before'], after: OldAndNew['after']): OldAndNew {
  return { before, after, parts: after ? partsBetween(before, after) : [] }
}

/** What was sent stands in the form again, a chosen file as text: a browser forgets which file it was. */
function filled(c: Context, { journey, fields, draft }: Asked): PublishForm {
  const values = { ...fields, text: draft.text, personas: draft.personas ?? '' }
  return { ...emptyForm(c, journey), values }
}

/** Findings are written in Finnish and English; a Swedish reader gets the English sentence, marked as such. */
function sentenceIn(c: Context): (found: Finding) => { readonly text: string; readonly lang: string } {
  const language = c.get('language')
  return (found) => ({ text: findingText(found, language), lang: language === 'fi' ? 'fi' : 'en' })
}
