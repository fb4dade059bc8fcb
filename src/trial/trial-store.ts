import type { Background, Channel, Trait, Trial } from './trial.ts'

/** A contact of somebody who asked to be told. Sealed with the key that the database does not hold; nothing links it to a walk: `at` comes back as the beginning of its day (UTC). */
export type Contact = { readonly id: string; readonly trial: string; readonly sealed: string; readonly at: number }

/** Counts of walks with a background, one row per trait and value; not yet disclosed. */
export type Reached = { readonly trait: Trait; readonly value: string; readonly n: number }
/** `channel` is the channel's id */
export type ChannelReach = { readonly channel: string; readonly started: number; readonly finished: number }

/** Each method is one transaction. */
export interface TrialStore {
  create(trial: Trial): Promise<void>
  find(id: string): Promise<Trial | undefined>
  /** newest first */
  all(): Promise<readonly Trial[]>
  /** the trial whose walks are taken now: recruiting or mapping; else the newest one that is answering or closed */
  current(journey: string): Promise<Trial | undefined>
  /** Stores the trial as it is now, as revision `rev` + 1, if its revision is still `rev`; false when somebody else saved meanwhile. */
  save(trial: Trial, rev: number): Promise<boolean>

  /** throws when the code is another channel's */
  addChannel(channel: Channel): Promise<void>
  channels(trial: string): Promise<readonly Channel[]>
  channelByCode(code: string): Promise<Channel | undefined>
  /** every channel of the trial, over `own` and `assisted` walks */
  channelReach(trial: string): Promise<readonly ChannelReach[]>

  signUp(contact: Contact): Promise<void>
  contacts(trial: string): Promise<readonly Contact[]>
  removeContact(id: string): Promise<boolean>

  /** Replaces what was told before; undefined erases it, and nothing told is no background. Does nothing when the walk is gone. */
  setBackground(input: { walk: string; background: Background | undefined; at: number }): Promise<void>
  background(walk: string): Promise<Background | undefined>
  /** over `own` and `assisted` walks of the trial */
  reached(trial: string): Promise<readonly Reached[]>
  /** `own` and `assisted` walks of the trial, and days between the first word and now are worked out from these */
  pace(trial: string): Promise<{
    readonly started: number
    readonly finished: number
    readonly spoke: number
    readonly firstWordAt: number | undefined
  }>
}
