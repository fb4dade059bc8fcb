import { isDistress } from '#feedback/distress.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { AppError } from '#src/errors.ts'
import { automaticSteps, burdensOf, concerned, MEASURES, spared } from '#src/walk/burden.ts'
import { burdenRangeOf } from '#src/walk/burden-range.ts'
import { realToday } from '#src/walk/checklist.ts'
import type { Here } from '#src/walk/here.ts'
import { readMine } from '#src/walk/mine.ts'
import { nextJourneys } from '#src/walk/next-journey.ts'
import { promptsAt } from '#src/walk/open-step.ts'
import { nextDue } from '#src/walk/progress.ts'
import { askedSoFar } from '#src/walk/read-told.ts'
import { hasMoreStatements } from '#src/walk/statements.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { Html } from '#views/html.ts'
import { changeNotice } from '#views/walk/after-change.ts'
import { checkPage } from '#views/walk/check.ts'
import { homePage, type OwnWalk } from '#views/walk/home.ts'
import { journeyPage } from '#views/walk/journey.ts'
import { minePage } from '#views/walk/mine.ts'
import { MODERATED_NOTES } from '#views/walk/moderated.ts'
import { outcomePage } from '#views/walk/outcome.ts'
import { overviewPage } from '#views/walk/overview.ts'
import type { BrokenAnswer } from '#views/walk/since.ts'
import type { Spared } from '#views/walk/spared.ts'
import { askingAbout, viaOf } from './asking.ts'
import { conditionIn, lastChangeOf, sinceOf } from './changes.ts'
import type { Context, Deps } from './context.ts'
import { lastMoveOf } from './newer.ts'
import { readerOf } from './reader.ts'
import { noticeOf, removedKinds } from './step-notice.ts'

export async function homeView(c: Context, deps: Deps): Promise<Html> {
  const all = await deps.library.allLatest()
  return homePage(readerOf(c, deps), {
    journeys: all.map(({ version }) => version.definition),
    walks: await ownWalksOf(c, deps),
    isErased: c.req.query('note') === 'erased',
  })
}

export async function ownWalksOf(c: Context, deps: Deps): Promise<readonly OwnWalk[]> {
  const participant = c.get('participant')
  if (!participant) return []
  const walks = await deps.walks.walksOf(participant)
  const own = await Promise.all(
    walks.map(async (walk) => {
      const published = await deps.library.version(walk.journey, walk.version)
      return (
        published && {
          id: walk.id,
          definition: published.version.definition,
          openedOn: dayOf(walk.openedAt),
          isFinished: walk.outcomeAt !== undefined,
        }
      )
    }),
  )
  return own.filter((walk) => walk !== undefined)
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

export async function journeyView(c: Context, deps: Deps, journey: string): Promise<Html> {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return journeyPage(readerOf(c, deps), {
    ...published,
    key: deps.newId(),
    values: { as: c.req.query('as'), tracks: c.req.queries('track') ?? [] },
    asking: await askingAbout(c, deps, journey),
    via: viaOf(c),
  })
}

export async function overviewView(c: Context, deps: Deps, here: Here): Promise<Html> {
  const note = c.req.query('note')
  const device = c.get('device')
  const kept = device ? await deps.walks.device(deps.secrets.tokenHash(device), deps.now()) : undefined
  const newest = await deps.library.latest(here.walk.journey)
  return overviewPage(readerOf(c, deps), {
    here,
    code: c.get('code'),
    isKept: kept?.kept ?? false,
    key: deps.newId(),
    nextDate: nextDue(here.steps, here.walk.progress.record)?.to,
    note:
      note === 'not-yet' ||
      note === 'not-yours' ||
      note === 'finish-first' ||
      note === 'too-late' ||
      note === 'step-gone'
        ? note
        : undefined,
    noteStep: c.req.query('step'),
    notice: await noticeOf(c, deps, here),
    asking: await askingAbout(c, deps, here.walk.journey),
    isNewerOut: newest !== undefined && newest.version.number > here.walk.version,
    lastChange: await lastChangeOf(c, deps, here),
    lastMove: await lastMoveOf(deps, here),
    next: await nextJourneys(deps, here),
  })
}

export async function checkView(c: Context, deps: Deps, here: Here): Promise<Html> {
  const reader = readerOf(c, deps)
  const lastChange = await lastChangeOf(c, deps, here)
  return checkPage(reader, {
    here,
    asked: askedSoFar(here.steps),
    key: deps.newId(),
    notice: changeNotice(reader, here, lastChange) ?? (await noticeOf(c, deps, here)),
    lastChange,
    hasMore: await hasMoreStatements(deps, here),
  })
}

export async function outcomeView(c: Context, deps: Deps, here: Here): Promise<Html> {
  const contributions = await deps.walks.contributionsOf(here.walk.id)
  return outcomePage(readerOf(c, deps), {
    here,
    said: contributions.length,
    real: realToday(here.steps),
    spared: sparedIn(here),
    next: await nextJourneys(deps, here),
    newKey: deps.newId,
    code: c.get('code'),
    asking: await askingAbout(c, deps, here.walk.journey),
    hasMore: await hasMoreStatements(deps, here),
  })
}

function sparedIn({ steps, told, journey, walk }: Here): Spared {
  const counted = concerned(steps)
  const start = told[journey.definition.starts_on]
  const burdens = burdensOf(counted, typeof start === 'string' ? start : dayOf(walk.openedAt))
  // Of chosen strands alone the range of the whole package would say nothing.
  const range = walk.tracks ? undefined : burdenRangeOf(journey)
  return {
    measures: MEASURES.map((measure) => ({
      measure,
      today: burdens.today[measure],
      proposed: burdens.proposed[measure],
      saved: spared(burdens, measure),
      everyone: range?.spared[measure],
    })),
    automatic: { today: automaticSteps(counted, 'today'), proposed: automaticSteps(counted, 'proposed') },
    situations: range && { count: range.count, cut: range.cut },
  }
}

export async function mineView(c: Context, deps: Deps, walk: string, broken?: BrokenAnswer): Promise<Html> {
  const { here, contributions } = await readMine(deps, { walk, participant: c.get('participant') })
  const answers = await deps.responses.answering(walk)
  const decisions = await deps.suggestions.decisionsOf(walk)
  const decided = await deps.moderations.decidedOf(walk)
  const since = await sinceOf(deps, here, contributions)
  const besideWords = new Set(since.flatMap(({ said }) => said?.id ?? []))
  const at = await placesOf(deps, here, contributions)
  return minePage(readerOf(c, deps), {
    here,
    asked: askedSoFar(here.steps),
    contributions: contributions
      .filter(({ id }) => !besideWords.has(id))
      .map((said) => ({
        said,
        step: at.get(placeIn(said))?.step,
        prompt: promptOf(said) ?? at.get(placeIn(said))?.prompts.find(({ id }) => id === said.prompt),
        answers: answers.filter((answer) => answer.contributions.includes(said.id)),
        decision: decisions.find(({ contribution }) => contribution === said.id),
        decided: decided.find(({ contribution }) => contribution === said.id),
      })),
    since: { all: since, walk, conditionOf: conditionIn(c), newKey: deps.newId, broken },
    code: c.get('code'),
    newKey: deps.newId,
    note: (['withdrawn', 'answered', ...MODERATED_NOTES] as const).find((note) => note === c.req.query('note')),
    isInNeed: contributions.some(({ text }) => text !== undefined && isDistress(text)),
    removed: removedKinds(c),
  })
}

/** Where somebody spoke, in the version they spoke about: the walk may have moved on since. */
async function placesOf(deps: Deps, here: Here, contributions: readonly Contribution[]) {
  const places = new Map(contributions.map((said) => [placeIn(said), said]))
  const read = async ([place, { step, version }]: [string, Contribution]) => {
    const isOwn = version === here.walk.version
    const published = isOwn ? here : ((await deps.library.version(here.walk.journey, version)) ?? here)
    const prompts = await promptsAt(deps, { ...published, walk: here.walk }, step)
    return [place, { step: published.journey.places.get(step)?.step, prompts }] as const
  }
  return new Map(await Promise.all([...places].map(read)))
}

function placeIn({ step, version }: Contribution): string {
  return `${version}/${step}`
}

/** The question about a change belongs to a later version than the walked one, which does not know it. */
function promptOf({ kind, prompt, version }: Contribution): Prompt | undefined {
  return kind === 'answers-this' ? { id: prompt, kind, version, isCredited: false } : undefined
}
