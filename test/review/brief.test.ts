import { expect, test } from 'vitest'
import type { Prompt } from '#feedback/prompt.ts'
import { type Brief, briefOf, THRESHOLDS } from '#src/review/brief.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { PublicAnswer } from '#src/review/published.ts'
import type { Trial } from '#src/trial/trial.ts'
import { THRESHOLDS_SHOWN } from '#views/brief/lists.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const trial: Trial = {
  id: 'cat-1',
  journey: 'cat-moves-house',
  stage: 'mapping',
  isExample: false,
  plan: {
    mandate: { fi: 'Kysymme.' },
    owner: { name: 'Mika', body: 'Kissaministeriö' },
    opensOn: '2026-01-01',
    closesOn: '2026-02-01',
    answersDueOn: '2026-03-01',
    rota: [],
    languages: ['fi'],
    openness: {},
    weights: {},
    walkers: 40,
    wanted: [{ trait: 'age', value: '75-', n: 6 }],
  },
  rev: 0,
  createdAt: 0,
  openedAt: 0,
  closedAt: undefined,
}

test('a statement most agree with holds, one with two sides divides, and neither is said of fewer than ten answers', () => {
  const brief = briefFrom([row('s1', 9, 0, 1), row('s2', 5, 5, 0), row('s3', 5, 0, 0)])

  expect(brief.holds.map(({ prompt }) => prompt.id)).toEqual(['statement.s1'])
  expect(brief.divides.map(({ prompt }) => prompt.id)).toEqual(['statement.s2'])
})

test('a weighed proposition holds or divides by who stands for and against it, those in the middle among them', () => {
  const one = weighed('w1', { n: 12, for: 10, against: 1 })
  const brief = briefFrom([
    one,
    weighed('w2', { n: 14, for: 6, against: 5 }),
    weighed('w3', { n: 9, for: 9, against: 0 }),
  ])

  expect(brief.holds).toMatchObject([{ prompt: { id: 'w1' }, for: 10, against: 1, of: 12 }])
  expect(brief.divides).toMatchObject([{ prompt: { id: 'w2' }, for: 6, against: 5, of: 14 }])
})

test('withheld counts say nothing', () => {
  const { options, ...rest } = row('s1', 9, 0, 3)
  const brief = briefFrom([{ ...rest, options: options.map((one) => ({ ...one, n: undefined })) }])

  expect([...brief.holds, ...brief.divides]).toEqual([])
})

test('too late is counted in days from the first word to the first decision, and goes on counting without one', () => {
  expect(briefFrom([], { firstWordOn: '2026-01-10', today: '2026-01-25' }).measures).toMatchObject({
    days: 15,
    isDecided: false,
  })
  const answers = [answer({ decidedOn: '2026-01-20' })]
  expect(briefFrom([], { firstWordOn: '2026-01-10', published: { answers, late: [] } }).measures).toMatchObject({
    days: 10,
    isDecided: true,
  })
})

test('too narrow names the cells that were wanted and not reached, also where the count is withheld', () => {
  const reach = [
    {
      trait: 'age' as const,
      untold: 0,
      cells: [
        { value: '75-', n: undefined, wanted: 6 },
        { value: '18-29', n: 9, wanted: 6 },
      ],
    },
  ]

  expect(briefFrom([], { reach }).measures.missing).toEqual([{ trait: 'age', value: '75-', wanted: 6, n: undefined }])
})

test('a proposal that needs a law or an agreement is to be decided where something was said clearly', () => {
  expect(briefFrom([row('s1', 12, 0, 0)]).decide.steps).toEqual(['home/tell-the-register'])
})

test('an answer still under review waits for a decision and is not told as one', () => {
  const answers = [
    answer({ id: 'a', state: 'under-review' }),
    answer({ id: 'b', state: 'accepted', decidedOn: '2026-01-20' }),
  ]
  const brief = briefFrom([], { published: { answers, late: [] } })

  expect(brief.decide.undecided.map(({ id }) => id)).toEqual(['a'])
  expect(brief.answers.map(({ id }) => id)).toEqual(['b'])
})

test('the page prints the very thresholds that are used', () => {
  expect(THRESHOLDS_SHOWN).toEqual({ n: THRESHOLDS.n, holds: THRESHOLDS.holds * 100, side: THRESHOLDS.side * 100 })
})

function briefFrom(rows: readonly PromptRow[], other: Partial<Parameters<typeof briefOf>[0]> = {}): Brief {
  return briefOf({
    trial,
    definition: MOVING_HOUSE_CAT,
    walks: { started: 40, finished: 30, spoke: 25 },
    rows,
    published: { answers: [], late: [] },
    reach: [],
    firstWordOn: undefined,
    today: '2026-01-25',
    ...other,
  })
}

function weighed(
  id: string,
  people: { readonly n: number; readonly for: number; readonly against: number },
): PromptRow {
  const prompt: Prompt = { id, kind: 'weighing', ask: { fi: id }, reasons: [] }
  const none = { middle: 0, lists: 0, both: 0, revised: 0, up: 0, down: 0, crossed: 0 }
  const numbers = { median: undefined, mean: undefined, sd: undefined, split: undefined }
  const weighing = { class: 'thin', people: { ...none, ...people }, numbers, reasons: [] } as const
  return { ...row('', 0, 0, 0), prompt, options: [], weighing }
}

function row(id: string, agree: number, disagree: number, pass: number): PromptRow {
  const prompt: Prompt = { id: `statement.${id}`, kind: 'statement', text: { fi: id }, origin: 'ours' }
  return {
    version: 1,
    key: 'home/tell-the-register',
    prompt,
    of: agree + disagree + pass,
    options: [
      { option: 'agree', n: agree },
      { option: 'disagree', n: disagree },
      { option: 'pass', n: pass },
    ],
  }
}

function answer(other: Partial<PublicAnswer>): PublicAnswer {
  return {
    id: 'a',
    step: 'home/tell-the-register',
    share: undefined,
    body: 'ministry',
    said: { fi: 'Kissat sanoivat miau.' },
    state: 'accepted',
    reason: { fi: 'Kuulimme.' },
    whose: undefined,
    evidence: undefined,
    dueOn: '2026-03-01',
    decidedOn: undefined,
    publishedOn: '2026-01-21',
    fromVersion: 1,
    toVersion: undefined,
    people: 5,
    isOverdue: false,
    ...other,
  }
}
