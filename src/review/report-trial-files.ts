import { stringify } from 'csv-stringify/sync'
import { THRESHOLD } from '#feedback/disclosure.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { ReportNote } from './report-notes.ts'
import type { TrialReport } from './report-trial.ts'

/** A row a figure. A withheld one is an empty cell, zero is 0. */
export function reportCsv({ figures }: Pick<TrialReport, 'figures'>): string {
  const rows = [...figures.values()].map(({ section, name, value }) => [section, name, value?.toString() ?? ''])
  return stringify([['section', 'figure', 'value'], ...rows], { escape_formulas: true })
}

/** The whole report for programs: the figures of the page, and the words around them. A withheld figure is null. */
export function reportJson(report: TrialReport, { id, title }: Pick<Definition, 'id' | 'title'>): string {
  const { brief, version, figures, lessons, effects } = report
  const { mandate, owner, opensOn, closesOn, answersDueOn } = brief.trial.plan
  const book = {
    ...{ journey: id, title, version, stage: brief.trial.stage },
    trial: { mandate, owner, opensOn, closesOn, answersDueOn },
    withheldBelow: THRESHOLD,
    figures: [...figures.values()].map((one) => ({ ...one, value: one.value ?? null })),
    missing: brief.measures.missing.map(({ trait, value, wanted, n }) => ({ trait, value, wanted, n: n ?? null })),
    answers: brief.answers.map(({ people, ...answer }) => ({ ...answer, people: people ?? null })),
    themes: (report.synthesis?.themes ?? []).map(({ theme, name, quotes }) => ({
      ...{ theme, name },
      quotes: quotes.map(({ text, language, step }) => ({ text, language, step })),
    })),
    estimates: effects.flatMap(({ estimates }) => estimates.map(published)),
    lessons: lessons.map(published),
  }
  return `${JSON.stringify(book, undefined, 2)}\n`
}

/** Who says so and when; not which account wrote it down. */
function published({ about, said, at }: ReportNote) {
  return { ...said, about, at: new Date(at).toISOString() }
}
