import type { Brief } from './brief.ts'
import type { EffectPart, Measured } from './effects.ts'
import type { Figure } from './figure.ts'
import type { OpinionPage } from './opinion-page.ts'
import type { PromptRow } from './prompt-report.ts'
import type { PublicAnswer } from './published.ts'
import type { ReportNote } from './report-notes.ts'
import { COLUMNS, type StepRow } from './step-report.ts'
import type { Synthesis } from './synthesis-words.ts'

/** One version that was walked: its steps and questions with figures as they may be published. */
export type ReportTable = {
  readonly version: number
  readonly rows: readonly StepRow[]
  readonly prompts: readonly PromptRow[]
}
export type TrialReport = {
  readonly brief: Brief
  /** the newest version */
  readonly version: number
  readonly tables: readonly ReportTable[]
  readonly opinions: OpinionPage
  /** as somebody signed it; undefined before that */
  readonly synthesis: Synthesis | undefined
  readonly lessons: readonly ReportNote[]
  readonly effects: readonly EffectPart[]
  /** every figure of the report by the name that the page marks it with */
  readonly figures: Figures
}
export type ReportFigure = { readonly section: Section; readonly name: string; readonly value: Figure }
type Section = 'who' | 'reach' | 'wanted' | 'steps' | 'questions' | 'opinions' | 'themes' | 'answers' | 'effects'
export type Figures = ReadonlyMap<string, ReportFigure>

/**
 * The one list of a report's figures: the page looks each up here, and the files write it down as it is. Undefined is
 * withheld.
 */
export function reportFigures({
  brief,
  tables,
  opinions,
  synthesis,
  effects,
}: Omit<TrialReport, 'figures' | 'lessons' | 'version'>): Figures {
  const all: readonly ReportFigure[] = [
    ...under('who', Object.entries(brief.walks), 'brief'),
    ...brief.reach.flatMap(({ trait, cells, untold }) => [
      ...under(
        'reach',
        cells.map(({ value, n }) => [value, n]),
        `reach/${trait}`,
      ),
      ...under('reach', [['untold', untold]], `reach/${trait}`),
      ...under(
        'wanted',
        cells.flatMap(({ value, wanted }) => (wanted === undefined ? [] : [[value, wanted]])),
        `wanted/${trait}`,
      ),
    ]),
    ...tables.flatMap(({ rows }) => rows.flatMap(figuresOfStep)),
    ...tables.flatMap(({ prompts }) => prompts.flatMap(figuresOfPrompt)),
    ...figuresOfOpinions(opinions),
    ...figuresOfThemes(synthesis),
    ...brief.answers.flatMap(figuresOfAnswer),
    ...effects.flatMap(({ part, measured }) => measured.flatMap((one) => figuresOfEffect(part, one))),
  ]
  return new Map(all.map((one) => [one.name, one]))
}

function under(section: Section, figures: readonly (readonly [string, Figure])[], path: string): ReportFigure[] {
  return figures.map(([name, value]) => ({ section, name: `${path}/${name}`, value }))
}

function figuresOfStep({ version, key, figures }: StepRow): ReportFigure[] {
  return under(
    'steps',
    COLUMNS.map((column) => [column, figures[column]]),
    `${version}/${key}`,
  )
}

function figuresOfPrompt({ version, key, prompt, of, options }: PromptRow): ReportFigure[] {
  const path = `${version}/${key}/${prompt.id}`
  const chosen = options.map(({ option, n }) => [option || 'wrote', n] as const)
  return under('questions', [...chosen, ['of', of]], path)
}

/** As the page of results names them. */
function figuresOfOpinions({ participants, results }: OpinionPage): ReportFigure[] {
  const lists = results ? REPORTED_LISTS.map((name) => ({ name, all: results.lists[name] })) : []
  return [
    ...under('opinions', [['participants', participants]], 'results'),
    ...lists.flatMap(({ name, all }) => [
      ...under('opinions', [[name, all.length]], 'lists'),
      ...all.flatMap(({ id, votes: { all: votes } }) =>
        under(
          'opinions',
          (['agree', 'disagree', 'pass'] as const).map((side) => [
            side,
            votes.of === undefined ? undefined : votes[side],
          ]),
          `${name}/${id}`,
        ),
      ),
    ]),
  ]
}

const REPORTED_LISTS = ['common', 'dividing', 'unsure', 'thin'] as const

function figuresOfThemes(synthesis: Synthesis | undefined): ReportFigure[] {
  if (!synthesis) return []
  return [
    ...under('themes', [['people', synthesis.people]], 'synthesis'),
    ...synthesis.themes.flatMap(({ theme, people, texts }) =>
      under('themes', Object.entries({ people, texts }), `theme/${theme}`),
    ),
  ]
}

function figuresOfAnswer({ id, people }: PublicAnswer): ReportFigure[] {
  return under('answers', [['people', people]], `answer/${id}`)
}

/** `effects/burden/contacts/today/from`; a number that the trial itself came to has no sides. */
function figuresOfEffect(part: string, { name, today, proposed, inTrial }: Measured): ReportFigure[] {
  const path = `effects/${part}/${name}`
  const sides = Object.entries({ today, proposed }).flatMap(([side, range]) =>
    range ? under('effects', Object.entries(range), `${path}/${side}`) : [],
  )
  return inTrial === undefined ? sides : under('effects', [['trial', inTrial]], path)
}
