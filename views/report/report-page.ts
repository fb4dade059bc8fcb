import type { Definition, Step, StepKey } from '#src/journey/definition.ts'
import type { TrialReport } from '#src/review/report-trial.ts'
import type { Reader } from '../walk/frame.ts'

export type ReportPage = {
  readonly report: TrialReport
  readonly definition: Definition
  /** of every version: what was said at a step stays in the report when the step is renamed or gone */
  readonly steps: ReadonlyMap<StepKey, Step>
  /** each version that was walked, for the titles of its strands */
  readonly versions: ReadonlyMap<number, Definition>
  readonly dayOf: (at: number) => string
}

export function reportPath({ language }: Pick<Reader, 'language'>, { id }: Pick<Definition, 'id'>): string {
  return `/${language}/journeys/${id}/report`
}
