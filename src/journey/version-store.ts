import type { Definition, Persona, StepKey, Words } from './definition.ts'

/** A published version: an immutable row. `number` counts from 1 within a journey, `hash` is the sha256 of the canonical JSON. */
export type Version = {
  readonly journey: string
  readonly number: number
  readonly hash: string
  readonly definition: Definition
  readonly personas: readonly Persona[]
  /** who published it: `shipped` for the files that come with the product, else a staff account's name */
  readonly author: string
  readonly note: Words | undefined
  readonly publishedAt: number
  /** what became different since the version before, and what was said that led to it */
  readonly changes: readonly VersionChange[]
}

/** A step that differs from the version before. Ids are of responses and contributions: the thread from word to change. */
export type VersionChange = {
  readonly step: StepKey
  readonly kind: 'added' | 'changed' | 'removed' | 'moved'
  readonly parts: readonly string[]
  readonly responses: readonly string[]
  readonly contributions: readonly string[]
}

export interface VersionStore {
  find(journey: string, number: number): Promise<Version | undefined>
  latest(journey: string): Promise<Version | undefined>
  /** the newest version of every journey, by journey id */
  allLatest(): Promise<readonly Version[]>
  /** all versions of a journey, oldest first, without their definitions */
  list(journey: string): Promise<readonly Omit<Version, 'definition' | 'personas'>[]>
  /** Stores the next version. Answers the one already there when the newest has the same hash (personas are then refreshed). */
  add(version: Omit<Version, 'number'>): Promise<Version>
  /** Stores a version under its own number. False when somebody else has published that number meanwhile: nothing is stored. */
  publish(version: Version): Promise<boolean>
}
