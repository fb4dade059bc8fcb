import { z } from 'zod'
import { PROMPT_KINDS, RATING_SUBJECTS } from '#feedback/prompt.ts'
import { SIDES } from '#feedback/weighing/reasons.ts'

/** The languages a journey may be written in. `fi-x-selko` is plain Finnish and falls back to `fi`. */
export const LANGUAGES = ['fi', 'sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id in kebab-case, such as tell-the-bank')
const snake = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'an id in snake_case, such as died_on')
const stepRef = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/,
    'track and step, such as estate/inventory',
  ) as unknown as z.ZodType<StepKey>
const isoDate = z.iso.date()
const duration = z
  .string()
  .regex(
    /^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/,
    'an ISO 8601 duration in calendar units, such as P3M or P14D',
  )
const url = z.url({ protocol: /^https?$/ })
/** A public holder of a text: a missing language is a finding of the lint, not an error of the shape. */
const Words = z.strictObject({
  fi: z.string().min(1).max(4000).optional(),
  sv: z.string().min(1).max(4000).optional(),
  en: z.string().min(1).max(4000).optional(),
  'fi-x-selko': z.string().min(1).max(4000).optional(),
})
export type Words = z.infer<typeof Words>

/** `track/step`: how a step is named everywhere outside its own track. */
export type StepKey = `${string}/${string}`

export type Condition =
  | string
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; is: string | number | boolean }
  | { fact: string; in: (string | number)[] }
  | { fact: string; gte: number | string }
  | { fact: string; lt: number | string }
  | { fact: string; before: string }
  | { fact: string; known: boolean }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    snake,
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ fact: snake, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ fact: snake, in: z.array(z.union([z.string(), z.number()])).min(1) }),
    z.strictObject({ fact: snake, gte: z.union([z.number(), isoDate]) }),
    z.strictObject({ fact: snake, lt: z.union([z.number(), isoDate]) }),
    z.strictObject({ fact: snake, before: isoDate }),
    z.strictObject({ fact: snake, known: z.boolean() }),
  ]),
)

const Source = z.strictObject({
  title: z.string().min(1),
  url: url.optional(),
  updated: z.string().optional(),
  checked: z.string().optional(),
})

const Fact = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('choice'),
    ask: Words,
    hint: Words.optional(),
    options: z.record(kebab, Words).refine((options) => Object.keys(options).length >= 2, 'two options at least'),
    unknown_allowed: z.boolean().optional(),
    sensitive: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('boolean'),
    ask: Words,
    hint: Words.optional(),
    unknown_allowed: z.boolean().optional(),
    sensitive: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('date'),
    ask: Words,
    hint: Words.optional(),
    unknown_allowed: z.boolean().optional(),
    sensitive: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('number'),
    ask: Words,
    hint: Words.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unknown_allowed: z.boolean().optional(),
    sensitive: z.boolean().optional(),
  }),
])
export type Fact = z.infer<typeof Fact>

const SECTORS = ['public', 'private', 'church', 'third_sector'] as const
const Provider = z.strictObject({
  sector: z.enum(SECTORS),
  name: Words,
  business_id: z
    .string()
    .regex(/^\d{7}-\d$/)
    .optional(),
  url: url.optional(),
  phone: z.string().optional(),
})
export type Provider = z.infer<typeof Provider>

const DataItem = z.strictObject({
  name: Words,
  about: z.enum(['deceased', 'walker', 'relative', 'other']),
  sensitive: z.boolean().optional(),
  /** a date the walker tells: it stands in documents as told, not made up */
  fact: snake.optional(),
})
/** `signed`: the walker checks and signs it at the step that produces it. */
const Document = z.strictObject({ name: Words, holds: z.array(snake), signed: z.boolean().optional() })

/** Where real help is, shown on every page of the journey. */
const Help = z.strictObject({
  name: Words,
  phone: z.string().optional(),
  url: url.optional(),
  hours: Words.optional(),
  confidence: z.enum(['V', 'P', 'U']),
})

const Citation = z.strictObject({
  cite: z.string(),
  checked: z.string().regex(/^\d{4}(-\d{2}){0,2}$/),
  confidence: z.enum(['V', 'P', 'U']),
})
export type Citation = z.infer<typeof Citation>

const range = z.strictObject({ from: z.number().min(0), to: z.number().min(0) })
const wait = z.strictObject({ from: duration, to: duration })
const burden = {
  what: Words,
  automation: z.enum(['none', 'partial', 'full']),
  contacts: z.int().min(0).optional(),
  asks_for: z.array(snake).optional(),
  wait: wait.optional(),
  fee: range.optional(),
}
/** What happens in reality, with source and confidence. */
const Today = z.strictObject({
  ...burden,
  /** what the step is called where it is told as it is: the step's own title may already tell the proposal */
  title: Words.optional(),
  /** papers asked for and papers produced, in words */
  evidence: Words.optional(),
  /** data that moves today, in words */
  moves: Words.optional(),
  source: z.array(Citation).optional(),
})
/** What the package proposes. Ours, and marked so. */
const Proposed = z.strictObject({
  ...burden,
  feasibility: z.enum(['exists', 'agreed', 'needs_law', 'idea']),
  source: z.array(Citation).optional(),
})

const Deadline = z.strictObject({
  from: z.union([snake, z.strictObject({ done: stepRef })]),
  add: duration,
  law: z.string().optional(),
  /** the rule in words, so that the reader sees the rule and not only the date */
  rule: Words.optional(),
  variants: z
    .array(
      z.strictObject({ valid: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }), add: duration }),
    )
    .optional(),
})
export type Deadline = z.infer<typeof Deadline>

const Waits = z.strictObject({ from: z.union([snake, z.strictObject({ done: stepRef })]), add: duration })

const party = z.string().regex(/^(self|[a-z][a-z0-9]*(_[a-z0-9]+)*)$/)
/** A hand-over: what friction, data-sharing comfort and statements attach to. */
const Share = z.strictObject({
  id: kebab,
  data: z.array(snake).min(1),
  from: party,
  to: party,
  basis: z.enum(['law', 'consent', 'contract', 'unverified']),
  /** the question a consent asks, whole: names of offices are never inflected by a rule */
  ask: Words.optional(),
})
export type Share = z.infer<typeof Share>

const Reply = z.strictObject({
  id: kebab,
  after: duration,
  text: Words,
  seen: z.enum(['reported', 'imagined']),
  back_to: stepRef.optional(),
  asks_for: z.array(snake).optional(),
  sets: z.record(snake, z.union([z.string(), z.number(), z.boolean()])).optional(),
})
export type Reply = z.infer<typeof Reply>

/** Somebody who may act in the walker's place: by the mandate they are given, or because the law says so. */
const Role = z.strictObject({ name: Words, basis: z.enum(['mandate', 'law', 'unverified']) })
export type Role = z.infer<typeof Role>

/** A seed statement. `reported` rests on a source, `ours` is the team's. */
const Statement = z.strictObject({
  id: kebab,
  text: Words,
  about: kebab.optional(),
  origin: z.enum(['reported', 'ours']).optional(),
  cite: z.string().optional(),
})
export type Statement = z.infer<typeof Statement>

/** A reason to weigh a proposition with, ours and marked so. */
const SeedReason = z.strictObject({ id: kebab, side: z.enum(SIDES), text: Words })

const DeclaredPrompt = z.strictObject({
  id: kebab,
  kind: z.enum(PROMPT_KINDS),
  of: z.enum(RATING_SUBJECTS).optional(),
  /** the question, or the proposition to weigh */
  ask: Words.optional(),
  /** of a weighing: the hand-over it is about, and reasons to begin with */
  share: kebab.optional(),
  reasons: z.array(SeedReason).min(1).max(30).optional(),
})

/**
 * A conversation about the step held in another service, for trials that compare platforms. Shown only in an installation
 * that allows the service's address.
 */
const Outside = z.strictObject({ name: z.string().min(1).max(80), url: z.url({ protocol: /^https$/ }) })
export type Outside = z.infer<typeof Outside>

/** A remark that holds only in some situations, such as the rule of an earlier law. */
const Note = z.strictObject({
  id: kebab,
  when: Condition.optional(),
  text: Words,
  source: z.array(Citation).optional(),
})

/**
 * One of two ways of telling a step: what it leaves out is told as the step has it. Words alone, so that the two are
 * walked and proved alike; no question to the participants either, for answers to different questions compare nothing.
 */
const Variant = z.strictObject({
  id: kebab,
  title: Words.optional(),
  do: Words.optional(),
  proposed: z.strictObject({ what: Words }).optional(),
})
export type Variant = z.infer<typeof Variant>

const common = {
  id: kebab,
  title: Words,
  ref: z.string().optional(),
  was: z.union([stepRef, z.array(stepRef)]).optional(),
  when: Condition.optional(),
  needs: z.array(stepRef).optional(),
  deadline: Deadline.optional(),
  waits: Waits.optional(),
  do: Words.optional(),
  notes: z.array(Note).optional(),
  shares: z.array(Share).optional(),
  produces: z.array(snake).optional(),
  uses: z.array(snake).optional(),
  statements: z.array(Statement).optional(),
  outside: Outside.optional(),
  prompts: z.array(DeclaredPrompt).optional(),
  variants: z.array(Variant).length(2, 'two variants').optional(),
}
const provider = z.union([party, z.array(party).min(1)])
const served = { ...common, provider, today: Today, proposed: Proposed }

export const Step = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('question'),
    asks: z.array(snake).min(1),
    provider: provider.optional(),
    today: Today.optional(),
    proposed: Proposed.optional(),
  }),
  z.strictObject({ ...served, kind: z.literal('info') }),
  z.strictObject({ ...served, kind: z.literal('task') }),
  z.strictObject({ ...served, kind: z.literal('consent'), consents: z.array(kebab).min(1) }),
  z.strictObject({ ...served, kind: z.literal('automatic'), replies: z.array(Reply).min(1) }),
  z.strictObject({ ...served, kind: z.literal('decision'), sets: snake }),
  z.strictObject({
    ...served,
    kind: z.literal('mandate'),
    /** who may do the step in the walker's place; the walker may always do it */
    roles: z.record(kebab, Role).refine((roles) => Object.keys(roles).length >= 1, 'one role at least'),
    /** what comes once one of them has been asked; the first is the default */
    replies: z.array(Reply).min(1),
  }),
])
export type Step = z.infer<typeof Step>

/** What may be replied at a step; none where nobody else is asked to do it. */
export function repliesOf(step: Step): readonly Reply[] {
  return step.kind === 'automatic' || step.kind === 'mandate' ? step.replies : []
}

/** Under which name a walk keeps who does a step that may be done with a mandate: a role's id, or `self` (also when absent). */
export function mandateName({ id }: Pick<Step, 'id'>): string {
  return `mandate-${id}`
}

/** A life event that may follow this one: its journey can be begun with what is known already. */
const LeadsTo = z.strictObject({
  journey: kebab,
  /** in which situations; always at the end of the walk where it is left out */
  when: Condition.optional(),
  why: Words,
  /** what carries over: a fact of this journey, what the other calls it, and, where they differ, which answer is which */
  facts: z
    .array(
      z.strictObject({
        fact: snake,
        as: snake,
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
      }),
    )
    .optional(),
})
export type LeadsTo = z.infer<typeof LeadsTo>

const Track = z.strictObject({ title: Words, steps: z.array(Step).min(1) })
export type Track = z.infer<typeof Track>

export const Definition = z.strictObject({
  format: z.literal(1),
  id: kebab,
  languages: z.array(z.enum(LANGUAGES)).min(1),
  title: Words,
  summary: Words.optional(),
  /** what a heavy subject calls for saying before the start, such as that nobody needs to go through their own loss */
  care: Words.optional(),
  starts_on: snake,
  quick_exit: z.boolean().optional(),
  proactive: Words.optional(),
  help: z.array(Help).optional(),
  sources: z.record(z.string(), Source).optional(),
  facts: z.record(snake, Fact),
  providers: z.record(snake, Provider),
  data: z.record(snake, DataItem).optional(),
  documents: z.record(snake, Document).optional(),
  conditions: z.record(snake, Condition).optional(),
  /** seed statements about the journey as a whole */
  statements: z.array(Statement).optional(),
  leads_to: z.array(LeadsTo).optional(),
  tracks: z.record(kebab, Track).refine((tracks) => Object.keys(tracks).length >= 1, 'one track at least'),
})
export type Definition = z.infer<typeof Definition>

/** What a walker has told: an absent or `null` value means "not known". */
export type FactValue = string | number | boolean | null
export type Facts = Readonly<Record<string, FactValue | undefined>>

export const Personas = z.array(
  z.strictObject({
    id: kebab,
    name: z.string().min(1),
    introduction: Words,
    facts: z.record(snake, z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** simulated values of data items, shown in pre-filled documents */
    data: z.record(snake, z.union([z.string(), Words])).optional(),
  }),
)
export type Persona = z.infer<typeof Personas>[number]
