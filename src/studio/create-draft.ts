import { stringify } from 'yaml'
import { AppError } from '#src/errors.ts'
import type { Words } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import type { Version } from '#src/journey/version-store.ts'
import type { DraftDeps } from './change-draft.ts'
import type { JourneyDraft } from './draft-store.ts'

export const JOURNEY_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const LONGEST_ID = 60

export type NewJourney = {
  readonly id: string
  readonly title: Readonly<Record<string, string>>
  readonly languages: readonly string[]
}

/** A draft of a journey that nobody has published yet. */
export async function draftJourney(
  deps: DraftDeps,
  by: string,
  { id, title, languages }: NewJourney,
): Promise<JourneyDraft> {
  if (!isJourneyId(id)) throw new AppError('invalid', 'id of a journey')
  const text = starterText({ id, title, languages })
  return create(deps, by, { journey: id, title, baseVersion: undefined, text })
}

export function isJourneyId(id: string): boolean {
  return JOURNEY_ID.test(id) && id.length <= LONGEST_ID
}

/** A draft of the next version of a published journey. */
export async function draftVersion(deps: DraftDeps, by: string, version: Version): Promise<JourneyDraft> {
  const { journey, number, definition } = version
  const text = writeDefinition(definition)
  return create(deps, by, { journey, title: definition.title, baseVersion: number, text })
}

type Begun = {
  readonly journey: string
  readonly title: Words
  readonly baseVersion: number | undefined
  readonly text: string
}

/** A draft whose text somebody brought along. */
export async function draftFromText(deps: DraftDeps, by: string, begun: Begun): Promise<JourneyDraft> {
  return create(deps, by, begun)
}

async function create({ drafts, now, newId }: DraftDeps, by: string, { text, ...begun }: Begun): Promise<JourneyDraft> {
  const id = newId()
  const at = now()
  const draft: JourneyDraft = {
    ...{ ...begun, id, state: 'draft', head: 1, redo: [], rev: 0 },
    ...{ createdBy: by, createdAt: at, touchedAt: at },
  }
  const what = begun.baseVersion === undefined ? 'new' : `version ${begun.baseVersion}`
  await drafts.create(draft, { draft: id, number: 1, before: undefined, text, personas: undefined, by, at, what })
  return draft
}

const WHEN = { fi: 'Milloin se tapahtui?', sv: 'När hände det?', en: 'When did it happen?' }
const SITUATION = { fi: 'Tilanne', sv: 'Situationen', en: 'The situation' }
const WHAT = { fi: 'Mitä on tapahtunut?', sv: 'Vad har hänt?', en: 'What has happened?' }

/** A journey with nothing in it but the day it starts from: the clock of its walks runs from there. */
export function starterText({ id, title, languages }: NewJourney): string {
  const said = (words: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(words).filter(([language]) => languages.includes(language)))
  const situation = { id: 'what-happened', kind: 'question', title: said(WHAT), asks: ['happened_on'] }
  return stringify(
    {
      ...{ format: 1, id, languages, title, starts_on: 'happened_on' },
      facts: { happened_on: { type: 'date', ask: said(WHEN) } },
      providers: {},
      tracks: { situation: { title: said(SITUATION), steps: [situation] } },
    },
    { lineWidth: 0 },
  )
}
