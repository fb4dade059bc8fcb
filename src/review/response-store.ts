import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { Confirmation, Response } from './response.ts'

/** Each method is one transaction. */
export interface ResponseStore {
  /** new, or replaces the one of that revision; false when somebody else saved meanwhile. Keeps the earlier state as history. */
  save(response: Response, rev: number | undefined): Promise<boolean>
  find(id: string): Promise<Response | undefined>
  /** of a journey, newest first; drafts too */
  ofJourney(journey: string): Promise<readonly Response[]>
  /** earlier states of a response, oldest first */
  history(id: string): Promise<readonly Response[]>
  /** those that answer contributions of this walk */
  answering(walk: string): Promise<readonly Response[]>

  confirm(confirmation: Confirmation): Promise<void>
  /** the newest per step and provider */
  confirmations(journey: string): Promise<readonly Confirmation[]>

  /** contributions by their ids; withdrawn ones are simply missing */
  contributions(ids: readonly string[]): Promise<readonly Contribution[]>
  /** everything with words said at a step of any version, oldest first */
  saidAt(journey: string, step: StepKey): Promise<readonly Contribution[]>
}
