import type { WalkDeps } from './deps.ts'
import { findHere, type Here } from './here.ts'
import type { Contribution } from './walk.ts'

type Whose = { readonly walk: string; readonly participant: string | undefined }

/** Everything a walk has said, in the order of its steps. */
export async function readMine(
  deps: WalkDeps,
  whose: Whose,
): Promise<{ here: Here; contributions: readonly Contribution[] }> {
  const here = await findHere(deps, whose.walk, whose.participant)
  const order = [...here.journey.places.keys()]
  const contributions = await deps.walks.contributionsOf(whose.walk)
  return {
    here,
    contributions: contributions.toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step) || a.at - b.at),
  }
}

/** Erases one contribution, or all of the walk's. */
export async function withdraw(
  deps: WalkDeps,
  { contribution, ...whose }: Whose & { contribution: string | undefined },
): Promise<number> {
  await findHere(deps, whose.walk, whose.participant)
  return deps.walks.withdraw({ walk: whose.walk, contribution, at: deps.now() })
}

/** Erases the walk with everything told and said in it. */
export async function eraseWalk(deps: WalkDeps, whose: Whose): Promise<Here> {
  const here = await findHere(deps, whose.walk, whose.participant)
  await deps.walks.erase({ walk: whose.walk, at: deps.now() })
  return here
}

/** All that is kept of a walk, for its owner: a legend says what each part is. */
export async function exportWalk(deps: WalkDeps, whose: Whose) {
  const { here, contributions } = await readMine(deps, whose)
  const { walk, told } = here
  return {
    legend: {
      walk: 'the walk: journey, version, strands, times in epoch milliseconds',
      told: 'what you told about the situation, by question; null is "I do not know"',
      said: 'what you said at the steps, after personal details were removed',
      weighed: 'your stances on propositions with their history, the reasons you took and the ones you were shown',
      events: 'what happened in the walk, in order',
    },
    walk: { ...walk, participant: undefined, progress: undefined },
    told,
    said: contributions,
    weighed: await deps.weighing.ofWalk(walk.id),
    events: await deps.walks.events(walk.id),
  }
}
