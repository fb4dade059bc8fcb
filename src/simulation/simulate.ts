import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { type AnswerStep, answerStep, type Next } from '#src/walk/answer-step.ts'
import type { WalkDeps } from '#src/walk/deps.ts'
import { finishWalk } from '#src/walk/finish.ts'
import { findHere } from '#src/walk/here.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import { openStep } from '#src/walk/open-step.ts'
import { isAllDone } from '#src/walk/progress.ts'
import { startWalk } from '#src/walk/start-walk.ts'
import type { Participant } from '#src/walk/walk-store.ts'
import { answersStatements } from './afterwards.ts'
import { idsOf } from './ids.ts'
import { says } from './opinion.ts'
import { tells } from './situation.ts'
import { drawn, type SimulatedWalker, simulatedWalkers } from './walker.ts'

export type Simulation = {
  readonly journey: string
  readonly walkers: number
  readonly seed: string
  /** the trial the walks belong to, if one takes walks now */
  readonly trial: string | undefined
}
export type SimulationDeps = Omit<WalkDeps, 'newId'> & {
  /** does it again while the storage is busy: the service may be running beside */
  readonly patiently: <T>(work: () => Promise<T>) => Promise<T>
}
export type Walked = {
  readonly walker: SimulatedWalker
  readonly walk: string
  readonly isFinished: boolean
  /** forms that said something */
  readonly said: number
  /** statements voted on after the steps */
  readonly votes: number
}

const MOST_MOVES = 2000
const PUT_ASIDE = 0.5

/**
 * Walkers take part one after another, each through the verbs that serve everybody: allocation, redaction and moderation
 * hold for them too. Side by side, what each is asked would depend on who happens to be faster.
 */
export async function* simulate(deps: SimulationDeps, simulation: Simulation): AsyncGenerator<Walked> {
  const published = await deps.library.latest(simulation.journey)
  if (!published) throw new AppError('not-found', 'journey')
  const { journey, version } = published
  const [, ...tracks] = journey.tracks.keys()
  const run = await firstRunFree(deps, simulation)
  const cast = { ...simulation, tracks, personas: version.personas, languages: version.definition.languages }
  for (const walker of simulatedWalkers(cast)) {
    const newId = idsOf(nameOf(simulation, run, walker.nth))
    yield await walkThrough({ ...deps, newId }, simulation, walker)
  }
}

type Deps = SimulationDeps & WalkDeps
type Walking = {
  readonly deps: Deps
  readonly walker: SimulatedWalker
  readonly who: { readonly walk: string; readonly participant: string }
}

/** The same seed again, in an installation that knows it already: other ids. */
async function firstRunFree(deps: SimulationDeps, simulation: Simulation): Promise<number> {
  for (let run = 0; ; run++) {
    const first = idsOf(nameOf(simulation, run, 0))()
    if (!(await deps.walks.participant(first))) return run
  }
}

function nameOf({ seed, journey }: Simulation, run: number, nth: number): string {
  return `${seed} ${journey} ${run} ${nth}`
}

async function walkThrough(deps: Deps, simulation: Simulation, walker: SimulatedWalker): Promise<Walked> {
  const participant = newParticipant(deps, walker)
  const { walk, next } = await deps.patiently(() =>
    startWalk(deps, {
      ...{ journey: simulation.journey, trial: simulation.trial, as: walker.persona?.id, tracks: walker.tracks },
      ...{ language: walker.language, mode: 'simulated', key: undefined },
      participant: { participant, device: undefined },
    }),
  )
  const walking = { deps, walker, who: { walk: walk.id, participant: participant.id } }
  const { at, said } = await goOn(walking, next)
  if (at !== 'check') return { walker, walk: walk.id, said, votes: 0, isFinished: false }
  const votes = await answersStatements(walking)
  const { finished } = await deps.patiently(() => finishWalk(deps, { ...walking.who, key: undefined }))
  return { walker, walk: walk.id, said, votes, isFinished: finished }
}

/** Nobody comes back to these walks: no code leads to them and no device holds them. */
function newParticipant({ newId, now }: Deps, { language }: SimulatedWalker): Participant {
  const id = newId()
  const at = now()
  return { id, codeHash: `simulated ${id}`, createdAt: at, notice: { hash: 'simulated', language, at } }
}

async function goOn(walking: Walking, first: Next): Promise<{ at: Next; said: number }> {
  const { stopsAfter = Infinity } = walking.walker
  let at = first
  let said = 0
  for (let moves = 0, steps = 0; at !== 'check' && steps < stopsAfter; moves++) {
    if (moves > MOST_MOVES) throw new Error(`a simulated walk has no end, at ${at}`)
    if (at === 'overview') at = await fromOverview(walking)
    else {
      const answered = await atStep(walking, at)
      at = answered.next
      said += Math.sign(answered.said)
      steps++
    }
  }
  return { at, said }
}

async function fromOverview({ deps, who }: Walking): Promise<Next> {
  const { steps } = await findHere(deps, who.walk, who.participant)
  const open = steps.find(({ status }) => status === 'todo')
  if (open) return open.place.key
  const later = await deps.patiently(() => letTimePass(deps, { ...who, key: undefined }))
  return isAllDone(later.steps) ? 'check' : 'overview'
}

async function atStep({ deps, walker, who }: Walking, step: StepKey) {
  const opened = await deps.patiently(() => openStep(deps, { ...who, step }))
  if ('notOpen' in opened) throw new Error(`${step} was to be open to a simulated walker`)
  const realToday = dayOf(deps.now())
  const isAside = opened.step.perhaps && drawn(walker, `puts aside ${step}`) < PUT_ASIDE
  const fields = {
    ...tells(walker, opened.here.journey, opened.step.place, realToday),
    ...says(walker, step, opened.prompts),
  }
  const form: AnswerStep = {
    ...{ ...who, step, realToday, key: undefined, language: walker.language },
    ...(isAside ? { go: 'aside', fields: {} } : { go: 'on', fields }),
  }
  const answered = await deps.patiently(() => answerStep(deps, form))
  if (!answered.ok) throw new Error(`a simulated walker found no answer at ${step}: ${troublesOf(answered)}`)
  return answered
}

function troublesOf(answered: Extract<Awaited<ReturnType<typeof answerStep>>, { ok: false }>): string {
  if ('notOpen' in answered) return 'it is not open'
  return [...answered.errors, ...answered.promptErrors].map(({ field, error }) => `${field} ${error}`).join(', ')
}
