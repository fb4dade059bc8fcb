import type { Journey, Place } from '#src/journey/compile.ts'
import type { Fact, FactValue, Persona, StepKey } from '#src/journey/definition.ts'
import { draftAsVersion, walkedName } from '#src/studio/draft-versions.ts'
import { answerStep } from '#src/walk/answer-step.ts'
import { findHere } from '#src/walk/here.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { namesOf } from '#src/walk/read-told.ts'
import { startWalk } from '#src/walk/start-walk.ts'
import type { Context, Deps } from './context.ts'
import type { Form } from './form.ts'
import { sendDevice } from './session.ts'
import { createStartOnce, newcomer } from './start-once.ts'

const MOST_MOVES = 400

export type Tried = { readonly walk: string; readonly at: StepKey | 'overview' }

/** Starts a walk through a draft's newest revision, and goes on to a step if one is asked for, answering as the example person would. */
export async function tryDraft(
  c: Context,
  deps: Deps,
  { draft, revision }: { readonly draft: string; readonly revision: number },
  form: Form,
): Promise<Tried | undefined> {
  const name = walkedName(draft)
  if (!(await draftAsVersion(deps, draft, revision))) return undefined
  const published = await deps.library.version(name, revision)
  if (!published) return undefined
  const own = { ...deps, library: { ...deps.library, latest: async () => published } }
  const participant = c.get('participant')
  const started = participant ? undefined : newcomer(c, deps, createStartOnce(deps), form)
  const as = published.version.personas.find(({ id }) => id === form.fields.as)
  const { walk, next } = await startWalk(own, {
    ...{ journey: name, as: as?.id, tracks: [], language: c.get('language'), key: undefined },
    participant: participant ?? started ?? fail(),
  })
  if (started) sendDevice(c, deps, started.cookie)
  const wanted = form.fields.step as StepKey | undefined
  const place = wanted ? published.journey.places.get(wanted) : undefined
  const first = next === 'check' ? 'overview' : next
  const who = { walk: walk.id, participant: walk.participant }
  return { walk: walk.id, at: place ? await goTo(deps, who, { persona: as, place }) : first }
}

function fail(): never {
  throw new Error('a walker without a participant')
}

type Who = { readonly walk: string; readonly participant: string }
type Wanted = { readonly persona: Persona | undefined; readonly place: Place }

/** Goes the shortest way it can see: the situation first, then the strand of the wanted step, then what that waits for. */
async function goTo(deps: Deps, who: Who, { persona, place }: Wanted): Promise<StepKey | 'overview'> {
  const realToday = new Date(deps.now()).toISOString().slice(0, 10)
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const here = await findHere(deps, who.walk, who.participant)
    const wanted = here.steps.find((step) => step.place.key === place.key)
    if (wanted && wanted.status !== 'blocked') return place.key
    const next = nextOf(here.steps, here.journey.situation, place.track)
    if (!next) {
      if (!here.steps.some(({ status }) => status === 'waiting')) return 'overview'
      await letTimePass(deps, { ...who, key: undefined })
      continue
    }
    const fields = tells(here.journey, next.place, persona, realToday)
    const form = { ...who, step: next.place.key, fields, go: 'on', key: undefined, language: 'fi', realToday } as const
    const answered = await answerStep(deps, form)
    if (!answered.ok) return next.place.key
  }
  return 'overview'
}

function nextOf(steps: readonly StepProgress[], situation: string, track: string): StepProgress | undefined {
  const open = steps.filter(({ status }) => status === 'todo')
  const inTrack = (name: string) => open.find(({ place }) => place.track === name)
  return inTrack(situation) ?? inTrack(track) ?? open[0]
}

function tells(journey: Journey, { step }: Place, persona: Persona | undefined, realToday: string) {
  const fields = namesOf(step).flatMap((name): readonly [string, string][] => {
    const fact = step.kind === 'consent' ? undefined : journey.definition.facts[name]
    if (!fact) return [[name, 'yes']]
    const told = persona?.facts[name] ?? anyAnswer(fact, realToday)
    const isAhead = name === journey.definition.starts_on && typeof told === 'string' && told > realToday
    return fieldsOf(name, fact, isAhead ? realToday : told)
  })
  return Object.fromEntries(fields)
}

function anyAnswer(fact: Fact, realToday: string): FactValue {
  if (fact.type === 'choice') return Object.keys(fact.options)[0] ?? null
  if (fact.type === 'boolean') return true
  return fact.type === 'number' ? (fact.min ?? 1) : realToday
}

function fieldsOf(name: string, { type }: Fact, value: FactValue): readonly [string, string][] {
  if (value === null) return [[name, 'unknown']]
  if (type !== 'date') return [[name, String(value)]]
  const [year = '', month = '', day = ''] = String(value).split('-')
  return [
    [`${name}-day`, day],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ]
}
