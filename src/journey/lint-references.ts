import {
  type Citation,
  type Deadline,
  type Definition,
  type Reply,
  repliesOf,
  type Step,
  type StepKey,
} from './definition.ts'
import { type Finding, type FindingCode, finding, firstOf, type Path } from './finding.ts'
import { type PlacedStep, stepsOf } from './graph.ts'
import { valueFindings } from './lint-conditions.ts'
import { suggested } from './suggestion.ts'

/** What a definition has to offer, by kind. */
type Known = {
  readonly facts: readonly string[]
  readonly parties: readonly string[]
  readonly data: readonly string[]
  readonly documents: readonly string[]
  readonly steps: readonly string[]
  readonly shares: readonly string[]
  readonly sources: readonly string[]
}

/** Everything that is named must exist: facts, providers, data, documents, steps, shares, sources. */
export function referenceFindings(definition: Definition): Finding[] {
  const steps = stepsOf(definition)
  const known: Known = {
    facts: Object.keys(definition.facts),
    parties: ['self', ...Object.keys(definition.providers)],
    data: Object.keys(definition.data ?? {}),
    documents: Object.keys(definition.documents ?? {}),
    steps: steps.map(({ key }) => key),
    shares: steps.flatMap(({ step }) => (step.shares ?? []).map(({ id }) => id)),
    sources: Object.keys(definition.sources ?? {}),
  }
  return [
    ...startFindings(definition, known),
    ...Object.entries(definition.data ?? {}).flatMap(([id, { fact }]) =>
      fact === undefined
        ? []
        : [
            ...one('unknown-fact', fact, known.facts, ['data', id, 'fact']),
            ...dateFindings(fact, definition.facts, ['data', id, 'fact']),
          ],
    ),
    ...Object.entries(definition.documents ?? {}).flatMap(([id, { holds }]) =>
      missing('unknown-data', holds, known.data, ['documents', id, 'holds']),
    ),
    ...statementFindings(definition.statements, ['statements'], known),
    ...firstOf(steps, (place) => stepFindings(place, definition, known)),
  ]
}

function startFindings({ starts_on: fact, facts, providers }: Definition, known: Known): Finding[] {
  const self = Object.hasOwn(providers, 'self') ? [finding('reserved-id', ['providers', 'self'])] : []
  return [
    ...self,
    ...one('unknown-fact', fact, known.facts, ['starts_on']),
    ...dateFindings(fact, facts, ['starts_on']),
  ]
}

function statementFindings(statements: Step['statements'], path: Path, known: Known): Finding[] {
  return (statements ?? []).flatMap(({ about, cite }, i) => [
    ...(about === undefined ? [] : one('unknown-share', about, known.shares, [...path, i, 'about'])),
    ...(cite === undefined ? [] : one('unknown-source', cite, known.sources, [...path, i, 'cite'])),
  ])
}

function stepFindings({ step, path }: PlacedStep, definition: Definition, known: Known): Finding[] {
  const { facts } = definition
  const providers = [step.provider ?? []].flat()
  return [
    ...missing('unknown-step', step.needs, known.steps, [...path, 'needs']),
    ...missing('unknown-document', step.produces, known.documents, [...path, 'produces']),
    ...missing('unknown-document', step.uses, known.documents, [...path, 'uses']),
    ...providers.flatMap((id, i) =>
      one('unknown-provider', id, known.parties, [...path, 'provider', ...(Array.isArray(step.provider) ? [i] : [])]),
    ),
    ...(['deadline', 'waits'] as const).flatMap((key) =>
      periodFindings(step[key]?.from, [...path, key, 'from'], facts, known),
    ),
    ...(step.shares ?? []).flatMap((share, i) => [
      ...missing('unknown-data', share.data, known.data, [...path, 'shares', i, 'data']),
      ...one('unknown-provider', share.from, known.parties, [...path, 'shares', i, 'from']),
      ...one('unknown-provider', share.to, known.parties, [...path, 'shares', i, 'to']),
    ]),
    ...statementFindings(step.statements, [...path, 'statements'], known),
    ...(['today', 'proposed'] as const).flatMap((side) => sideFindings(step, side, [...path, side], known)),
    ...(step.notes ?? []).flatMap(({ source }, i) => citationFindings(source, [...path, 'notes', i, 'source'], known)),
    ...kindFindings(step, path, facts, known),
  ]
}

function kindFindings(step: Step, path: Path, facts: Definition['facts'], known: Known): Finding[] {
  switch (step.kind) {
    case 'question':
      return missing('unknown-fact', step.asks, known.facts, [...path, 'asks'])
    case 'consent':
      return missing('unknown-share', step.consents, known.shares, [...path, 'consents'])
    case 'decision':
      return decisionFindings(step.sets, [...path, 'sets'], facts, known)
    case 'automatic':
    case 'mandate':
      return repliesOf(step).flatMap((reply, i) => replyFindings(reply, [...path, 'replies', i], facts, known))
    default:
      return []
  }
}

function decisionFindings(fact: string, path: Path, facts: Definition['facts'], known: Known): Finding[] {
  if (Object.hasOwn(facts, fact) && facts[fact]?.type !== 'choice') return [finding('not-a-choice', path, { fact })]
  return one('unknown-fact', fact, known.facts, path)
}

function replyFindings(
  { back_to: target, asks_for: asks, sets = {} }: Reply,
  path: Path,
  facts: Definition['facts'],
  known: Known,
): Finding[] {
  return [
    ...(target === undefined ? [] : one('unknown-step', target, known.steps, [...path, 'back_to'])),
    ...missing('unknown-data', asks, [...known.data, ...known.documents], [...path, 'asks_for']),
    ...Object.entries(sets).flatMap(([id, value]) => {
      const fact = Object.hasOwn(facts, id) ? facts[id] : undefined
      return fact
        ? valueFindings(id, value, [...path, 'sets', id], fact)
        : one('unknown-fact', id, known.facts, [...path, 'sets', id])
    }),
  ]
}

function sideFindings(step: Step, side: 'today' | 'proposed', path: Path, known: Known): Finding[] {
  return [
    ...missing('unknown-data', step[side]?.asks_for, [...known.data, ...known.documents], [...path, 'asks_for']),
    ...citationFindings(step[side]?.source, [...path, 'source'], known),
  ]
}

function citationFindings(citations: readonly Citation[] | undefined, path: Path, known: Known): Finding[] {
  return (citations ?? []).flatMap(({ cite }, i) => one('unknown-source', cite, known.sources, [...path, i, 'cite']))
}

function periodFindings(
  from: Deadline['from'] | undefined,
  path: Path,
  facts: Definition['facts'],
  known: Known,
): Finding[] {
  if (from === undefined) return []
  if (typeof from !== 'string') return one('unknown-step', from.done, known.steps, [...path, 'done'])
  return [...one('unknown-fact', from, known.facts, path), ...dateFindings(from, facts, path)]
}

function dateFindings(fact: string, facts: Definition['facts'], path: Path): Finding[] {
  const type = Object.hasOwn(facts, fact) ? facts[fact]?.type : 'date'
  return type === 'date' ? [] : [finding('not-a-date', path, { fact })]
}

function missing(
  code: FindingCode,
  ids: readonly (string | StepKey)[] | undefined,
  known: readonly string[],
  path: Path,
): Finding[] {
  return (ids ?? []).flatMap((id, i) => one(code, id, known, [...path, i]))
}

function one(code: FindingCode, id: string, known: readonly string[], path: Path): Finding[] {
  return known.includes(id) ? [] : [finding(code, path, { id, ...suggested(id, known) })]
}
