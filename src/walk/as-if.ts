import { dayAfter } from '#src/journey/calendar.ts'
import { type Language, repliesOf, type StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { Here } from './here.ts'
import { NOTHING_YET, type StepProgress, stepsOf } from './progress.ts'
import type { Told, Walk, WalkRecord } from './walk.ts'

export type AsIf = {
  readonly here: Here
  readonly step: StepProgress
  /** false: this person would not meet the step */
  readonly concerns: boolean
}

/**
 * A step as an example person meets it, with everything before it gone through: for whoever writes it. Nothing is stored,
 * and no machine is started. Undefined for a step that the journey does not have.
 */
export function asIfAt(
  published: Published,
  { key, as, language, on }: { key: StepKey; as: string | undefined; language: Language; on: string },
): AsIf | undefined {
  const { journey, version } = published
  if (!journey.places.has(key)) return undefined
  const persona = version.personas.find(({ id }) => id === as)
  const told: Told = persona?.facts ?? {}
  const start = told[journey.definition.starts_on]
  const record = goneThrough(published, key, typeof start === 'string' ? dayAfter(start) : on)
  const stepAt = (situation: Told) =>
    stepsOf(journey, { told: situation, tracks: undefined, progress: { value: {}, record } })
  const own = stepAt(told)
  const found = own.find(({ place }) => place.key === key)
  // Of a step that does not concern the person, what nobody's answers settle is shown.
  const step = found ?? stepAt({}).find(({ place }) => place.key === key)
  if (!step) return undefined
  const walk: Walk = {
    ...NOBODY,
    ...walkOf(published),
    persona: persona?.id,
    language,
    progress: { value: {}, record },
  }
  return {
    here: { ...published, told, walk, steps: own },
    step: { ...step, status: 'todo', until: undefined, after: [] },
    concerns: found !== undefined,
  }
}

function goneThrough({ journey }: Published, key: StepKey, on: string): WalkRecord {
  const others = [...journey.places.values()].filter((place) => place.key !== key)
  const replied = others.flatMap((place) => {
    const [reply] = repliesOf(place.step)
    return place.step.kind === 'automatic' && reply ? [[place.key, { on, reply: reply.id }] as const] : []
  })
  return {
    ...NOTHING_YET,
    today: on,
    done: Object.fromEntries(others.map((place) => [place.key, on])),
    replied: Object.fromEntries(replied),
  }
}

function walkOf({ version }: Published): Pick<Walk, 'journey' | 'version' | 'hash'> {
  return { journey: version.journey, version: version.number, hash: version.hash }
}

const NOBODY = {
  id: 'preview',
  participant: '',
  mode: 'persona',
  tracks: undefined,
  rev: 0,
  lastStep: undefined,
  openedAt: 0,
  touchedAt: 0,
  outcomeAt: undefined,
  trial: undefined,
  channel: undefined,
} as const
