import { AppError } from '#src/errors.ts'
import { effectsOf } from './effects.ts'
import { type OpinionDeps, readOpinions } from './opinion-page.ts'
import { type BriefDeps, readBrief } from './read-brief.ts'
import { readPrompts, readReport, type VersionReport } from './read-report.ts'
import { readSynthesis, type SynthesisDeps } from './read-synthesis.ts'
import { releasedPrompts, releasedSteps } from './release-disclosure.ts'
import type { ReportStore } from './report-notes.ts'
import { reportRequest } from './report-request.ts'
import { type ReportTable, reportFigures, type TrialReport } from './report-trial.ts'

export type TrialReportDeps = BriefDeps & OpinionDeps & SynthesisDeps & { readonly reports: ReportStore }

/** The report of a journey's current trial, with figures as they may be published. Not found where there is no trial. */
export async function readTrialReport(deps: TrialReportDeps, journey: string): Promise<TrialReport> {
  const [brief, reports, opinions, synthesis] = await Promise.all([
    readBrief(deps, journey),
    readReport(deps, reportRequest(journey, {})),
    readOpinions(deps, { journey, participant: undefined, isStaff: true, mode: 'own' }),
    readSynthesis(deps, journey),
  ])
  const [newest] = reports
  if (!newest) throw new AppError('not-found', 'report')
  const notes = await deps.reports.notes(brief.trial.id)
  const parts = {
    ...{ brief, opinions, synthesis },
    tables: await Promise.all(reports.map((report) => tableOf(deps, journey, report))),
    effects: effectsOf(newest.published, brief, notes),
  }
  return {
    ...parts,
    version: newest.published.version.number,
    lessons: notes.filter(({ kind }) => kind === 'lesson'),
    figures: reportFigures(parts),
  }
}

async function tableOf(deps: TrialReportDeps, journey: string, report: VersionReport): Promise<ReportTable> {
  const { number, definition } = report.published.version
  const prompts = await readPrompts(deps, reportRequest(journey, {}), report)
  return {
    version: number,
    rows: releasedSteps(report.rows),
    prompts: releasedPrompts(prompts, (_, item) => definition.data?.[item]?.sensitive === true),
  }
}
