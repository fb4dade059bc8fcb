import { disclose } from '#feedback/disclosure.ts'
import type { PromptRow } from './prompt-report.ts'
import type { StepRow } from './step-report.ts'

/** The fewest people behind a released figure about data of a sensitive kind. Source: trust.md 7.3. */
export const SENSITIVE_THRESHOLD = 10

/**
 * Rows as they are released. Of those a prompt was shown to, some answered and some passed: where one of the two is
 * withheld, the other would give it away, so it is withheld as well. The staff's live page keeps it, for its readers may
 * ask the people themselves.
 */
export function releasedSteps(rows: readonly StepRow[]): readonly StepRow[] {
  return rows.map((row) => {
    const { answered, skipped } = row.figures
    const isTold = (answered === undefined) === (skipped === undefined)
    if (isTold || row.figures.shown === undefined) return row
    return { ...row, figures: { ...row.figures, answered: zeroOnly(answered), skipped: zeroOnly(skipped) } }
  })
}

/** Nobody is nobody: a zero gives nothing away. */
function zeroOnly(figure: number | undefined): 0 | undefined {
  return figure === 0 ? 0 : undefined
}

/**
 * Figures about the moving of sensitive data need ten people each; else all options of the prompt are withheld. How each
 * reason was received stays with the staff: of many reasons a few people's lists could be told apart.
 */
export function releasedPrompts(
  rows: readonly PromptRow[],
  isSensitive: (version: number, data: string) => boolean,
): readonly PromptRow[] {
  return rows.map(({ weighing: _staffOnly, ...row }) => {
    const { prompt, version, of, options } = row
    if (prompt.kind !== 'data-sharing' || !prompt.data.some((item) => isSensitive(version, item))) return row
    const isFew = [of, ...options.map(({ n }) => n)].some((n) => n === undefined || isBelow(n))
    if (!isFew) return row
    const withheld = options.map(({ option, n }) => ({ option, n: zeroOnly(n) }))
    return { ...row, of: of === undefined || isBelow(of) ? undefined : of, options: withheld }
  })
}

function isBelow(n: number): boolean {
  return disclose(n) === undefined || (n > 0 && n < SENSITIVE_THRESHOLD)
}
