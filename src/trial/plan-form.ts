import type { Definition, Language, StepKey } from '#src/journey/definition.ts'
import { TRAIT_VALUES } from './background.ts'
import { servedSteps } from './missing.ts'
import { MODERATIONS, OPENNESS, type Openness, TRAITS, type TrialPlan, type Wanted } from './trial.ts'

/** The plan as the fields of one form. Every name holds one value, so that what was typed can be shown again as it is. */
export type PlanFields = Readonly<Record<string, string>>
export type PlanError = 'date' | 'number' | 'too-long'
export type ReadPlan = {
  readonly plan: TrialPlan
  /** by field name; with an error nothing of the plan is to be saved */
  readonly errors: Readonly<Record<string, PlanError>>
}

export const PLAN_LANGUAGES = ['fi', 'sv', 'en'] as const
export const DATES = {
  opensOn: 'opens-on',
  closesOn: 'closes-on',
  answersDueOn: 'answers-due-on',
  addingEndsOn: 'adding-ends-on',
} as const
const MANDATE_MOST = 4000
const LINE_MOST = 200
const WHY_MOST = 500
const WALKERS_MOST = 1000
const ROTA_MOST = 20
/** A step that matters most wants this many times the usual number of answers. */
export const MATTERS_MOST = 2

export const opennessField = (step: StepKey) => `openness:${step}`
export const lawField = (step: StepKey) => `law:${step}`
export const weightField = (step: StepKey) => `weight:${step}`
export const wantedField = ({ trait, value }: Pick<Wanted, 'trait' | 'value'>) => `wanted:${trait}/${value}`

export function fieldsOf(plan: TrialPlan): PlanFields {
  const steps = Object.entries(plan.openness) as [StepKey, Openness][]
  return Object.fromEntries([
    ...PLAN_LANGUAGES.map((language) => [`mandate-${language}`, plan.mandate[language] ?? '']),
    ...plan.languages.map((language) => [`language-${language}`, 'on']),
    ['owner-name', plan.owner?.name ?? ''],
    ['owner-body', plan.owner?.body ?? ''],
    ...Object.entries(DATES).flatMap(([part, name]) => dateFields(name, plan[part as keyof typeof DATES])),
    ...plan.rota.flatMap(({ name, hours }, i) => [
      [`rota-name-${i + 1}`, name],
      [`rota-hours-${i + 1}`, hours],
    ]),
    ['moderation', plan.moderation ?? ''],
    ...PLAN_LANGUAGES.map((language) => [`moderation-why-${language}`, plan.moderationWhy?.[language] ?? '']),
    ['walkers', String(plan.walkers)],
    ...steps.map(([step, { level }]) => [opennessField(step), level]),
    ...steps.map(([step, { law }]) => [lawField(step), law ?? '']),
    ...(Object.keys(plan.weights) as StepKey[]).map((step) => [weightField(step), 'on']),
    ...plan.wanted.map((wanted) => [wantedField(wanted), String(wanted.n)]),
  ])
}

function dateFields(name: string, date: string | undefined): string[][] {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  return [
    [`${name}-day`, day.replace(/^0/, '')],
    [`${name}-month`, month.replace(/^0/, '')],
    [`${name}-year`, year],
  ]
}

/** What a form says, and which of its fields cannot be read. */
export function readPlan(fields: PlanFields, before: TrialPlan, definition: Definition): ReadPlan {
  const errors: Record<string, PlanError> = {}
  const text = (name: string, most: number) => {
    const typed = (fields[name] ?? '').trim()
    if (typed.length > most) errors[name] = 'too-long'
    return typed.slice(0, most)
  }
  const date = (part: keyof typeof DATES) => {
    const read = readDate(fields, DATES[part])
    if (read === 'wrong') errors[DATES[part]] = 'date'
    return read === 'wrong' ? before[part] : read
  }
  const count = (name: string, least: number, most: number) => {
    const typed = (fields[name] ?? '').trim()
    if (typed === '') return undefined
    const n = Number(typed)
    if (/^\d{1,6}$/.test(typed) && n >= least && n <= most) return n
    errors[name] = 'number'
    return undefined
  }
  const steps = servedSteps(definition)
  const owner = { name: text('owner-name', LINE_MOST), body: text('owner-body', LINE_MOST) }
  const plan: TrialPlan = {
    mandate: mandateOf((language) => text(`mandate-${language}`, MANDATE_MOST)),
    owner: owner.name || owner.body ? owner : undefined,
    opensOn: date('opensOn'),
    closesOn: date('closesOn'),
    answersDueOn: date('answersDueOn'),
    rota: rotaOf((name) => text(name, LINE_MOST)),
    addingEndsOn: date('addingEndsOn'),
    ...moderationIn(fields, (language) => text(`moderation-why-${language}`, WHY_MOST)),
    languages: definition.languages.filter((language) => fields[`language-${language}`]),
    openness: opennessOf(fields, steps, (name) => text(name, LINE_MOST)),
    weights: weightsOf(fields, steps, before),
    walkers: count('walkers', 1, WALKERS_MOST) ?? before.walkers,
    wanted: TRAITS.flatMap((trait) =>
      TRAIT_VALUES[trait].flatMap((value) => {
        const n = count(wantedField({ trait, value }), 0, WALKERS_MOST)
        return n ? [{ trait, value, n }] : []
      }),
    ),
  }
  return { plan, errors }
}

function readDate(fields: PlanFields, name: string): string | undefined | 'wrong' {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (fields[`${name}-${part}`] ?? '').trim(),
  )
  if (day === '' && month === '' && year === '') return undefined
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return 'wrong'
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // The 31st of February would silently become a day of March.
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : 'wrong'
}

/** Reading beforehand is how every trial does it, unless it says otherwise. */
function moderationIn(fields: PlanFields, why: (language: Language) => string): Partial<TrialPlan> {
  const moderation = MODERATIONS.find((known) => known === fields.moderation)
  const said = mandateOf(why)
  return {
    ...(moderation && moderation !== 'pre' && { moderation }),
    ...(Object.keys(said).length > 0 && { moderationWhy: said }),
  }
}

function mandateOf(text: (language: Language) => string): TrialPlan['mandate'] {
  const said = PLAN_LANGUAGES.map((language) => [language, text(language)] as const)
  return Object.fromEntries(said.filter(([, words]) => words !== ''))
}

function rotaOf(text: (name: string) => string): TrialPlan['rota'] {
  const rows = Array.from({ length: ROTA_MOST }, (_, i) => ({
    name: text(`rota-name-${i + 1}`),
    hours: text(`rota-hours-${i + 1}`),
  }))
  return rows.filter(({ name, hours }) => name !== '' || hours !== '')
}

function opennessOf(
  fields: PlanFields,
  steps: readonly StepKey[],
  text: (name: string) => string,
): TrialPlan['openness'] {
  const said = steps.flatMap((step) => {
    const level = OPENNESS.find((known) => known === fields[opennessField(step)])
    return level ? [[step, { level, law: text(lawField(step)) || undefined }] as const] : []
  })
  return Object.fromEntries(said)
}

function weightsOf(fields: PlanFields, steps: readonly StepKey[], { weights }: TrialPlan): TrialPlan['weights'] {
  const chosen = steps.filter((step) => fields[weightField(step)])
  return Object.fromEntries(chosen.map((step) => [step, weights[step] ?? MATTERS_MOST]))
}
