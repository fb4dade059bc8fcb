import type { MapSummary } from '#feedback/opinion-map/summary.ts'
import type { WalkMode } from '#src/walk/walk.ts'

/** A map for each mode of walks that has votes. */
export type MapsByMode = Readonly<Partial<Record<WalkMode, MapSummary>>>

/** The maps of a journey as they were computed from its votes up to the number `seq`. */
export type StoredMaps = {
  readonly journey: string
  readonly seq: number
  readonly at: number
  readonly maps: MapsByMode
}

/** `owner`: a name that no other process has. Moments are epoch milliseconds. */
export type Lease = { readonly journey: string; readonly owner: string; readonly now: number; readonly until: number }

/** Each method is one transaction. */
export interface OpinionMapStore {
  find(journey: string): Promise<StoredMaps | undefined>
  /** journeys whose votes have moved on since their maps were computed and that nobody has at hand now */
  behind(now: number): Promise<readonly { readonly journey: string; readonly computedAt: number | undefined }[]>
  /** ids of the statements of walkers that others may see now */
  served(journey: string): Promise<readonly string[]>
  /** True for the one who may compute now: until `until`, or until the maps are stored or given back. */
  lease(lease: Lease): Promise<boolean>
  /** Stores the maps and ends the lease. False, and nothing is stored, when the lease is another's by now. */
  store(owner: string, maps: StoredMaps): Promise<boolean>
  /** ends the lease without a map */
  giveBack(journey: string, owner: string): Promise<void>
}
