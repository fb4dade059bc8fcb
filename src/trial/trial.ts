import type { Language, StepKey, Words } from '#src/journey/definition.ts'

/** The stages a trial goes through so far. Weighing, deliberation and a report come between mapping and closed. */
export const STAGES = ['draft', 'recruiting', 'mapping', 'answering', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** What may change at a step: open to change, partly, or fixed by law (which law, in words). */
export const OPENNESS = ['open', 'partly', 'fixed'] as const
export type Openness = { readonly level: (typeof OPENNESS)[number]; readonly law: string | undefined }

/** A consultation around a journey: who asks, who answers, by when, what can change. */
export type Trial = {
  readonly id: string
  readonly journey: string
  readonly stage: Stage
  /** opened by an empty installation so that the first start shows the loop */
  readonly isExample: boolean
  readonly plan: TrialPlan
  /** optimistic concurrency: grows by one with every save */
  readonly rev: number
  readonly createdAt: number
  readonly openedAt: number | undefined
  readonly closedAt: number | undefined
}

/**
 * pre: a person reads a statement before others vote on it · post: it is served at once and read afterwards · none: served
 * and not read. Whatever held a personal detail waits for a person in every one.
 */
export const MODERATIONS = ['pre', 'post', 'none'] as const
export type Moderation = (typeof MODERATIONS)[number]

/** Dates are calendar dates (`2026-12-01`). What is undefined or empty is missing still. */
export type TrialPlan = {
  /** why we ask and what the answers will be used for, in plain words */
  readonly mandate: Words
  readonly owner: { readonly name: string; readonly body: string } | undefined
  readonly opensOn: string | undefined
  readonly closesOn: string | undefined
  /** the last day on which statements can be added; they are voted on until the trial closes, so that late ones get votes */
  readonly addingEndsOn?: string | undefined
  /** how statements that walkers add are moderated; nothing said is `pre` */
  readonly moderation?: Moderation | undefined
  /** why so: told to everybody where it is anything but `pre` */
  readonly moderationWhy?: Words | undefined
  /** the day by which what was said is answered */
  readonly answersDueOn: string | undefined
  /** who reads what is written before others see it, and when */
  readonly rota: readonly { readonly name: string; readonly hours: string }[]
  readonly languages: readonly Language[]
  readonly openness: Readonly<Record<StepKey, Openness>>
  /** steps that matter most want that many times the usual number of answers */
  readonly weights: Readonly<Record<StepKey, number>>
  /** how many walkers are expected */
  readonly walkers: number
  /** how many are wanted per cell of the background, so that reach can be told */
  readonly wanted: readonly Wanted[]
}
export type Wanted = { readonly trait: Trait; readonly value: string; readonly n: number }

/** What a walker may tell of themselves: coarse, optional, by consent. */
export const STANDPOINTS = [
  'own-recent',
  'own-earlier',
  'assisting',
  'trying-out',
  'professional',
  'provider-staff',
] as const
export const AGE_BANDS = ['18-29', '30-44', '45-59', '60-74', '75-'] as const
/** Statistics Finland, hyvinvointialue_1_20220101: 21 counties, Helsinki (90) and Åland (91) */
export const COUNTIES = [
  '01',
  '02',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '20',
  '21',
  '90',
  '91',
] as const
export const ASSISTIVE = ['none', 'screen-reader', 'magnifier', 'keyboard-or-switch', 'other'] as const
export const TRAITS = ['standpoint', 'county', 'age', 'language', 'assistive'] as const
export type Trait = (typeof TRAITS)[number]
export type Background = Readonly<Partial<Record<Trait, string>>>

/** A way in with a code of its own (a library, a federation, a parish): reach is known without identity. */
export type Channel = { readonly id: string; readonly trial: string; readonly name: string; readonly code: string }
