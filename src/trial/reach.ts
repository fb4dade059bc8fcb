import { disclose, discloseRow } from '#feedback/disclosure.ts'
import { TRAIT_VALUES } from './background.ts'
import { type Channel, TRAITS, type Trait, type Wanted } from './trial.ts'
import type { ChannelReach, Reached } from './trial-store.ts'

/** A count of people as it may be shown; undefined where it is withheld. */
type Figure = number | undefined
export type Cell = { readonly value: string; readonly n: Figure; readonly wanted: number | undefined }
export type TraitReach = {
  readonly trait: Trait
  readonly cells: readonly Cell[]
  /** walkers who told nothing of this trait */
  readonly untold: Figure
}

/**
 * Reached against wanted, cell by cell. Every walker is in one cell of a trait or among those who did not tell, and how
 * many walk is known: so the row is disclosed as a whole, those who did not tell included.
 */
export function reachOf(
  reached: readonly Reached[],
  { started, wanted }: { readonly started: number; readonly wanted: readonly Wanted[] },
): readonly TraitReach[] {
  return TRAITS.map((trait) => {
    const counts = TRAIT_VALUES[trait].map(
      (value) => reached.find((one) => one.trait === trait && one.value === value)?.n ?? 0,
    )
    const untold = Math.max(0, started - counts.reduce((total, n) => total + n, 0))
    const shown = discloseRow([...counts, untold])
    const cells = TRAIT_VALUES[trait].map((value, i) => ({
      value,
      n: shown[i],
      wanted: wanted.find((one) => one.trait === trait && one.value === value)?.n,
    }))
    return { trait, cells, untold: shown.at(-1) }
  })
}

export type ChannelFigures = { readonly channel: Channel; readonly started: Figure; readonly finished: Figure }

/** How many came by each way in. Those who came by none are the rest of the total, so they belong to the row. */
export function channelFigures(
  channels: readonly Channel[],
  reach: readonly ChannelReach[],
  total: { readonly started: number; readonly finished: number },
): readonly ChannelFigures[] {
  const counts = channels.map((channel) => {
    const found = reach.find((one) => one.channel === channel.id)
    return { channel, started: found?.started ?? 0, finished: found?.finished ?? 0 }
  })
  const started = rowOf(
    counts.map((one) => one.started),
    total.started,
  )
  const finished = rowOf(
    counts.map((one) => one.finished),
    total.finished,
  )
  return counts.map((one, i) => {
    // Who started and did not finish is their difference, and is withheld where it is small.
    const [ended] = discloseRow([one.finished, Math.max(0, one.started - one.finished)])
    return { channel: one.channel, started: started[i], finished: ended === undefined ? undefined : finished[i] }
  })
}

function rowOf(counts: readonly number[], total: number): readonly Figure[] {
  const others = Math.max(0, total - counts.reduce((sum, n) => sum + n, 0))
  return discloseRow([...counts, others])
}

/** How many walk, and how many came to the end. */
export function totalFigures({ started, finished }: { readonly started: number; readonly finished: number }) {
  const [ended] = discloseRow([finished, Math.max(0, started - finished)])
  return { started: disclose(started), finished: disclose(started) === undefined ? undefined : ended }
}
