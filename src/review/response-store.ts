import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { Confirmation, Response } from './response.ts'

/** Each method is one transaction. */
export interface ResponseStore {
  /**
   * Without `rev` a new one, stored as it is; else replaces the one of that revision and becomes revision `rev` + 1, and the
   * earlier state is kept as history. False when somebody else saved meanwhile, or a new one's id is taken.
   */
  save(response: Response, rev: number | undefined): Promise<boolean>
  find(id: string): Promise<Response | undefined>
  /** of a journey, newest first; drafts too */
  ofJourney(journey: string): Promise<readonly Response[]>
  /** earlier states of a response, oldest first */
  history(id: string): Promise<readonly Response[]>
  /** published ones that answer contributions of this walk, newest first; what was withdrawn is answered no more */
  answering(walk: string): Promise<readonly Response[]>

  confirm(confirmation: Confirmation): Promise<void>
  /** the newest per step and provider */
  confirmations(journey: string): Promise<readonly Confirmation[]>

  /** contributions by their ids; withdrawn ones are simply missing; oldest first */
  contributions(ids: readonly string[]): Promise<readonly Contribution[]>
  /** everything with words said at a step of any version, oldest first */
  saidAt(journey: string, step: StepKey): Promise<readonly Contribution[]>
}
