import { addUp, type Figure } from './figure.ts'
import type { PromptRow } from './prompt-report.ts'
import type { StepRow } from './step-report.ts'

export const HEATS = ['reached', 'left', 'skipped', 'works', 'trust', 'sharing', 'divided'] as const
export type Heat = (typeof HEATS)[number]

/** `k` people of `n`, both as they may be shown; undefined where nobody was asked, or where either is withheld. */
export type HeatCell = { readonly k: number; readonly n: number } | undefined
export type HeatRow = { readonly row: StepRow; readonly cells: { readonly [H in Heat]: HeatCell } }

/** Whether more of it is good news, bad news or neither. */
export const READING: { readonly [H in Heat]: 'good' | 'bad' | 'plain' } = {
  reached: 'plain',
  left: 'bad',
  skipped: 'bad',
  works: 'good',
  trust: 'good',
  sharing: 'good',
  divided: 'bad',
}
export const CONTENT: ReadonlySet<string> = new Set(['yes', '4', '5'])

/**
 * What stands out at each step, from the very figures of the other pages: of those who started, how many came; of those
 * who came, how many left there; of those asked, how many passed; of those who answered, to how many the step works, who
 * trusts, to whom the data may move. Divided is the statement that divides people most: the smaller side of those with a
 * stand. Several questions of one kind are added up; one withheld withholds the sum.
 */
export function heatRows(rows: readonly StepRow[], prompts: readonly PromptRow[], started: Figure): readonly HeatRow[] {
  const at = Map.groupBy(prompts, ({ key }) => key)
  return rows.map((row) => {
    const asked = at.get(row.key) ?? []
    const { reached, left, shown, skipped } = row.figures
    return {
      row,
      cells: {
        reached: cell(reached, started),
        left: cell(left, reached),
        skipped: cell(skipped, shown),
        works: together(asked.filter(({ prompt }) => prompt.kind === 'rating' && prompt.of !== 'trust')),
        trust: together(asked.filter(({ prompt }) => prompt.kind === 'rating' && prompt.of === 'trust')),
        sharing: together(asked.filter(({ prompt }) => prompt.kind === 'data-sharing')),
        divided: mostDivided(asked),
      },
    }
  })
}

/** 0 to 4: how dark a cell is, by its share. */
export function levelOf({ k, n }: { readonly k: number; readonly n: number }): 0 | 1 | 2 | 3 | 4 {
  const levels = [0, 1, 2, 3, 4] as const
  return levels[Math.min(4, Math.floor((k / n) * 5))] ?? 0
}

function cell(k: Figure, n: Figure): HeatCell {
  return k === undefined || n === undefined || n === 0 ? undefined : { k, n }
}

function together(prompts: readonly PromptRow[]): HeatCell {
  const parts = prompts.map(({ of, options }) =>
    cell(addUp(options.filter(({ option }) => CONTENT.has(option)).map(({ n }) => n)), of),
  )
  const asked = parts.filter((_, at) => prompts[at]?.of !== 0)
  if (asked.length === 0 || asked.some((part) => part === undefined)) return undefined
  return cell(addUp(asked.map((part) => part?.k)), addUp(asked.map((part) => part?.n)))
}

function mostDivided(prompts: readonly PromptRow[]): HeatCell {
  const split = prompts.flatMap(({ prompt, options }) => {
    if (prompt.kind !== 'statement') return []
    const n = (wanted: string) => options.find(({ option }) => option === wanted)?.n
    const [agree, disagree] = [n('agree'), n('disagree')]
    if (agree === undefined || disagree === undefined || agree + disagree === 0) return []
    return [{ k: Math.min(agree, disagree), n: agree + disagree }]
  })
  return split.toSorted((one, other) => other.k / other.n - one.k / one.n)[0]
}
