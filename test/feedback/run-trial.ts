import { allocate } from '#feedback/allocation.ts'
import { hash } from '#feedback/hash.ts'

/** A trial played with numbers only: everybody answers what they are offered, unless the step is one that all skip. */
export type Trial = {
  readonly seed: number
  readonly walkers: number
  readonly steps: number
  /** so many walk side by side, step by step; the next ones start when they are through */
  readonly together: number
  /** so many steps are met by so many walkers only */
  readonly rare?: { readonly steps: number; readonly walkers: number }
  /** so many steps more a walker may still meet but will not */
  readonly perhaps?: number
  readonly skipped?: readonly number[]
}

type Count = { readonly isRare: boolean; met: number; shown: number; answered: number }
type Walk = {
  readonly seed: string
  readonly path: readonly number[]
  readonly possible: ReadonlySet<number>
  used: number
}

export function runTrial(trial: Trial): { steps: readonly Count[]; offered: readonly number[] } {
  const steps = Array.from({ length: trial.steps }, (_, at) => ({
    isRare: isRare(trial, at),
    met: 0,
    shown: 0,
    answered: 0,
  }))
  const walks = Array.from({ length: trial.walkers }, (_, walker) => walkOf(trial, walker))
  for (let first = 0; first < walks.length; first += trial.together) {
    const group = walks.slice(first, first + trial.together)
    for (let nth = 0; nth < trial.steps; nth++) for (const walk of group) openNext(trial, steps, walk, nth)
  }
  return { steps, offered: walks.map(({ used }) => used) }
}

/** Opens the walk's n-th step. */
function openNext({ skipped = [] }: Trial, steps: readonly Count[], walk: Walk, nth: number) {
  const at = walk.path[nth]
  const here = at === undefined ? undefined : steps[at]
  if (at === undefined || here === undefined) return

  here.met++
  const ahead = steps.flatMap(({ shown, answered }, one) =>
    one >= at && walk.possible.has(one) ? [{ step: `s${one}`, shown, answered }] : [],
  )
  const prompts = [{ id: 'works', shown: here.shown, answered: here.answered }]
  if (allocate({ step: `s${at}`, prompts, ahead, used: walk.used, seed: walk.seed }) === undefined) return
  walk.used++
  here.shown++
  if (!skipped.includes(at)) here.answered++
}

/** Twenty to forty-five of the steps, other ones for every walker; the rare ones always for those who meet them. */
function walkOf(trial: Trial, walker: number): Walk {
  const draw = (...of: readonly unknown[]) => hash(`${trial.seed} ${walker} ${of.join(' ')}`)
  const drawn = Array.from({ length: trial.steps }, (_, at) => at)
    .filter((at) => !isRare(trial, at) || meetsRare(trial, walker, at))
    .map((at) => ({ at, rank: isRare(trial, at) ? -1 : draw('step', at) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ at }) => at)
  const count = 20 + (draw('how many') % 26)
  return {
    seed: `walk ${trial.seed} ${walker}`,
    path: drawn.slice(0, count).sort((one, other) => one - other),
    possible: new Set(drawn.slice(0, count + (trial.perhaps ?? 0))),
    used: 0,
  }
}

function isRare({ rare }: Trial, at: number): boolean {
  return rare !== undefined && at % 7 === 3 && Math.floor(at / 7) < rare.steps
}

function meetsRare({ rare, walkers }: Trial, walker: number, at: number): boolean {
  return rare !== undefined && (walker * 7 + at) % walkers < rare.walkers
}
