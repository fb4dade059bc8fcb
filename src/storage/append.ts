import { versionAsked } from '#feedback/answers-this.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution, Exposure, ModerationState, WalkEvent } from '#src/walk/walk.ts'
import type { Append, Appended } from '#src/walk/walk-store.ts'
import { ask, type Body, type On } from './engine.ts'
import { keepOutbox } from './outbox.ts'
import { counting, type PromptTally } from './prompt-tally.ts'
import { isOwnStatement, keepAdded } from './statement-tally.ts'
import { type Ballot, castVotes } from './votes.ts'
import { fromContribution, fromEvent, toContribution } from './walk-rows.ts'
import { weigh } from './weighing.ts'

/** One step of a walk with everything that belongs to it: all of it is stored, or nothing. */
export function* append(on: On, change: Append): Body<Appended> {
  const { walk, key, at } = change
  if (key !== undefined && (yield* ask(on.walk.submission, { owner: walk, key })).length > 0) return 'repeated'

  const { rev, progress } = change
  const outcomeAt = change.outcome ? at : null
  const [moved] = yield* ask(on.walk.moveOn, { walk, rev, progress, at, outcomeAt })
  if (!moved) return 'stale'

  if (key !== undefined) yield* ask(on.walk.addSubmission, { owner: walk, key, walk })
  const { version } = moved
  const passage = { walk, version }
  yield* addEvents(on, passage, change.events)
  yield* tell(on, change)
  yield* run(on, passage, change.ran, at)
  if (change.outcome) yield* ask(on.walk.endPassage, { walk, version, at })

  const tally = counting(moved)
  for (const exposure of change.exposures) yield* expose(on, passage, exposure, at, tally)
  const ballots: Ballot[] = []
  for (const contribution of change.contributions)
    ballots.push(yield* say(on, contribution, tally, change.servesUnread ?? false))
  for (const weighed of change.weighed ?? []) yield* weigh(on, { walk, journey: moved.journey, at }, weighed)
  yield* tally.store(on)
  yield* castVotes(on, { walk, ...moved }, ballots)
  return 'stored'
}

/** A walk on one of its versions: what happens there is counted there. */
export type Passage = { readonly walk: string; readonly version: number }

/** Automatic steps that ran now. */
export function* run(on: On, passage: Passage, steps: readonly StepKey[], at: number): Body<void> {
  for (const step of steps) yield* ask(on.walk.addVisit, { ...passage, step, opened: false, firstAt: at })
}

export function* addEvents(on: On, { walk, version }: Passage, events: readonly WalkEvent[]): Body<void> {
  if (events.length === 0) return
  const [last] = yield* ask(on.walk.lastEvent, { walk })
  let seq = last?.seq ?? 0
  for (const event of events) {
    seq += 1
    yield* ask(on.walk.addEvent, fromEvent({ walk, version }, seq, event))
    yield* keepOutbox(on, walk, seq, event)
  }
}

export function* tell(on: On, { walk, told }: Pick<Append, 'walk' | 'told'>): Body<void> {
  for (const [name, value] of Object.entries(told)) {
    if (value === undefined) yield* ask(on.walk.untell, { walk, name })
    else yield* ask(on.walk.tell, { walk, name, value })
  }
}

/**
 * Shown, and perhaps skipped. What was once offered stays offered. A question about a change belongs to the version it
 * names, wherever the walk is.
 */
export function* expose(on: On, passage: Passage, exposure: Exposure, at: number, tally: PromptTally): Body<void> {
  const { step, prompt, offered, skipped } = exposure
  const { walk } = passage
  const version = versionAsked(prompt) ?? passage.version
  const added = yield* ask(on.walk.addExposure, { walk, version, step, prompt, offered, skipped, at })
  if (added.length > 0) {
    tally.add({ version, step, prompt }, { shown: 1, answered: 0 })
  } else {
    if (offered) yield* ask(on.walk.offer, { walk, version, step, prompt })
    if (skipped) yield* ask(on.walk.skip, { walk, version, step, prompt })
  }
}

/** Whoever says something at a prompt has been shown it and has not skipped it: a figure never has more answers than askings. */
function* say(on: On, contribution: Contribution, tally: PromptTally, servesUnread: boolean): Body<Ballot> {
  const { walk, version, step, prompt, at } = contribution
  yield* expose(on, { walk, version }, { step, prompt, offered: false, skipped: false }, at, tally)
  yield* ask(on.walk.unskip, { walk, version, step, prompt })

  const [stood] = yield* ask(on.walk.saidAt, { walk, version, step, prompt })
  const earlier = stood && (yield* isVotedAway(on, stood, contribution)) ? undefined : stood
  if (earlier) {
    const now = restated(toContribution(earlier), contribution)
    yield* ask(on.walk.sayAgain, fromContribution(now))
    if (isOwnStatement(now)) yield* keepAdded(on, now, isServed(now, servesUnread))
  } else {
    yield* ask(on.walk.say, fromContribution(contribution))
    tally.add({ version, step, prompt }, { shown: 0, answered: stood ? 0 : 1 })
    if (isOwnStatement(contribution)) yield* keepAdded(on, contribution, isServed(contribution, servesUnread))
  }
  tally.voted({ version, step, prompt }, earlier?.option ?? undefined, -1)
  tally.voted({ version, step, prompt }, contribution.option, 1)
  return { version, step, prompt, at, before: earlier && toContribution(earlier), now: contribution }
}

/** Others have voted on these very words: other words are a new statement, and the votes on the old one stay history. */
function* isVotedAway(on: On, { id, text }: { id: string; text: string | null }, now: Contribution): Body<boolean> {
  if (!isOwnStatement(now) || text === now.text) return false
  if ((yield* ask(on.walk.votesOn, { contribution: id })).length === 0) return false
  yield* ask(on.walk.unsay, { id })
  return true
}

function isServed({ state }: Contribution, servesUnread: boolean): boolean {
  return state === 'visible' || (state === 'pending' && servesUnread)
}

/** The same contribution said anew keeps its id. Words that stayed as they were keep their approval; changed ones wait for a person again. */
export function restated(earlier: Contribution, now: Contribution): Contribution {
  const { state, reason } = earlier
  if (earlier.text === now.text) return { ...now, id: earlier.id, state, reason }
  return { ...now, id: earlier.id, state: stateOf(now), reason: undefined }
}

/** Changed words wait, but for a statement that nobody needs to read before others do. */
function stateOf(now: Contribution): ModerationState {
  if (now.text === undefined) return 'none'
  return isOwnStatement(now) && now.state === 'visible' ? 'visible' : 'pending'
}

/** Opening a step's page. Writes nothing when it was open before and nothing new is offered. */
export function* visit(
  on: On,
  input: { walk: string; step: StepKey; offered: readonly string[]; at: number },
): Body<void> {
  const { walk, step, at } = input
  const [stood] = yield* ask(on.walk.standAt, { walk, step, at })
  if (!stood) return
  const passage = { walk, version: stood.version }
  const added = yield* ask(on.walk.addVisit, { ...passage, step, opened: true, firstAt: at })
  if (added.length === 0) yield* ask(on.walk.openVisit, { ...passage, step })

  const tally = counting(stood)
  for (const prompt of input.offered)
    yield* expose(on, passage, { step, prompt, offered: true, skipped: false }, at, tally)
  yield* tally.store(on)
}
