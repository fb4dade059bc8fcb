import type { Stance } from '#feedback/opinion-map/vote-log.ts'

const STANCES: Readonly<Record<string, Stance>> = { agree: 1, disagree: -1, pass: 0 }

/** The vote an option of a statement stands for; undefined where nobody voted. */
export function votedOf(option: string | undefined): Stance | undefined {
  return option === undefined ? undefined : STANCES[option]
}
