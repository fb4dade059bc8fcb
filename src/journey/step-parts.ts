import { namedCondition } from './condition.ts'
import { type Condition, type Definition, repliesOf, type Step } from './definition.ts'

/** What a step is made of, by the names under which a difference is told, in the order a page tells them. */
export const PARTS = [
  'title',
  'do',
  'proposed',
  'today',
  'provider',
  'deadline',
  'waits',
  'when',
  'needs',
  'asks',
  'decision',
  'consents',
  'shares',
  'documents',
  'roles',
  'replies',
  'notes',
  'kind',
  'track',
  'order',
  'statements',
  'prompts',
  'variants',
  'id',
  'reference',
] as const
export type Part = (typeof PARTS)[number]

/** Where a step stands is no part of the step itself. */
type Inside = Exclude<Part, 'track' | 'order'>

/**
 * Every part of a step as a value that can be compared, what it only names written out: the questions it asks, the
 * condition it stands under. Sources are left out, since a fact read again on another day is the same fact.
 */
export function partsOf(definition: Definition, step: Step): { readonly [P in Inside]: unknown } {
  const { facts } = definition
  return {
    title: step.title,
    do: step.do,
    proposed: withoutSource(step.proposed),
    today: withoutSource(step.today),
    provider: step.provider && [step.provider].flat(),
    deadline: step.deadline,
    waits: step.waits,
    when: step.when && writtenOut(step.when, definition),
    needs: step.needs?.toSorted(),
    asks: step.kind === 'question' ? step.asks.map((id) => [id, facts[id]]) : undefined,
    decision: step.kind === 'decision' ? [step.sets, facts[step.sets]] : undefined,
    consents: step.kind === 'consent' ? step.consents : undefined,
    shares: step.shares,
    documents: step.uses || step.produces ? [step.uses ?? [], step.produces ?? []] : undefined,
    roles: step.kind === 'mandate' ? step.roles : undefined,
    replies: repliesOf(step).length > 0 ? repliesOf(step) : undefined,
    notes: step.notes?.map(withoutSource),
    kind: step.kind,
    statements: step.statements,
    prompts: step.prompts,
    variants: step.variants,
    id: step.id,
    reference: step.ref,
  }
}

function withoutSource(part: object | undefined): object | undefined {
  return part && { ...part, source: undefined }
}

/** A condition with the named ones it rests on. Not put in their places: names within names could multiply without end. */
function writtenOut(condition: Condition, { conditions = {} }: Definition): unknown {
  const named = new Map<string, Condition>()
  const open: Condition[] = [condition]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'string') open.push(...within(next))
    else if (!named.has(next)) {
      const meant = namedCondition(conditions, next)
      if (meant !== undefined) open.push(meant)
      named.set(next, meant ?? next)
    }
  }
  return [condition, Object.fromEntries(named)]
}

function within(condition: Exclude<Condition, string>): readonly Condition[] {
  if ('all' in condition) return condition.all
  if ('any' in condition) return condition.any
  return 'not' in condition ? [condition.not] : []
}
