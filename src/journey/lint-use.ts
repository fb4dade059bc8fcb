import { type Condition, type Definition, type Fact, repliesOf, type Step } from './definition.ts'
import { type Finding, type FindingCode, finding } from './finding.ts'
import { stepsOf } from './graph.ts'
import { conditionsOf, factsRead, leavesRead, namesIn } from './lint-conditions.ts'

/** What is declared and never used: facts that nothing reads, options no condition tells apart, names without a use. */
export function useFindings(definition: Definition): Finding[] {
  const steps = stepsOf(definition).map(({ step }) => step)
  const { facts, providers, data = {}, documents = {}, sources = {}, conditions = {} } = definition
  const shares = steps.flatMap((step) => step.shares ?? [])
  const usedDocuments = steps.flatMap((step) => [...(step.uses ?? []), ...(step.produces ?? []), ...asked(step)])
  const holds = Object.entries(documents).flatMap(([id, document]) =>
    usedDocuments.includes(id) ? document.holds : [],
  )
  return [
    ...unused('unused-fact', 'facts', facts, factsUsed(definition, steps)),
    ...unused(
      'unused-condition',
      'conditions',
      conditions,
      conditionsOf(definition).flatMap(({ condition }) => namesIn(condition)),
    ),
    ...unused('unused-provider', 'providers', providers, [
      ...steps.flatMap(({ provider }) => provider ?? []),
      ...shares.flatMap(({ from, to }) => [from, to]),
    ]),
    ...unused('unused-data', 'data', data, [
      ...shares.flatMap((share) => share.data),
      ...holds,
      ...steps.flatMap(asked),
    ]),
    ...unused('unused-document', 'documents', documents, usedDocuments),
    ...unused('unused-source', 'sources', sources, [...steps.flatMap(cited), ...citedBy(definition.statements)]),
    ...optionFindings(definition),
  ]
}

function unused(code: FindingCode, part: string, declared: object, used: Iterable<string>): Finding[] {
  const all = new Set(used)
  return Object.keys(declared)
    .filter((id) => !all.has(id))
    .map((id) => finding(code, [part, id], { id }))
}

/** A decision is used by being made: what follows from it may be words only. */
function factsUsed(definition: Definition, steps: readonly Step[]): string[] {
  const dates = steps
    .flatMap(({ deadline, waits }) => [deadline?.from, waits?.from])
    .filter((from) => typeof from === 'string')
  const decided = steps.flatMap((step) => (step.kind === 'decision' ? [step.sets] : []))
  const carried = (definition.leads_to ?? []).flatMap(({ facts = [] }) => facts.map(({ fact }) => fact))
  return [definition.starts_on, ...factsRead(definition), ...dates, ...decided, ...carried]
}

function asked(step: Step): string[] {
  return [
    ...(step.today?.asks_for ?? []),
    ...(step.proposed?.asks_for ?? []),
    ...repliesOf(step).flatMap((reply) => reply.asks_for ?? []),
  ]
}

function cited({ today, proposed, notes = [], statements = [] }: Step): string[] {
  const sources = [today?.source, proposed?.source, ...notes.map(({ source }) => source)]
  return [...sources.flatMap((citations) => citations ?? []).map(({ cite }) => cite), ...citedBy(statements)]
}

function citedBy(statements: Step['statements']): string[] {
  return (statements ?? []).flatMap(({ cite }) => (cite === undefined ? [] : [cite]))
}

function optionFindings(definition: Definition): Finding[] {
  const reading = Map.groupBy(leavesRead(definition), ({ fact }) => fact)
  return Object.entries(definition.facts).flatMap(([id, fact]) => {
    const apart = sameOptions(fact, reading.get(id) ?? [])
    return apart.map((options) => finding('unused-options', ['facts', id], { options: options.join(', ') }))
  })
}

/** Options that every condition answers alike, in groups of two or more; none where nothing reads the fact. */
function sameOptions(fact: Fact, leaves: readonly Extract<Condition, { fact: string }>[]): string[][] {
  if (fact.type !== 'choice' || leaves.length === 0) return []
  const namedBy = new Map(Object.keys(fact.options).map((option): [string, number[]] => [option, []]))
  for (const [i, leaf] of leaves.entries()) for (const option of optionsIn(leaf)) namedBy.get(option)?.push(i)
  const groups = Map.groupBy(namedBy.keys(), (option) => namedBy.get(option)?.join())
  return [...groups.values()].filter(({ length }) => length > 1)
}

function optionsIn(leaf: Extract<Condition, { fact: string }>): ReadonlySet<string> {
  if ('is' in leaf) return new Set([String(leaf.is)])
  return new Set('in' in leaf ? leaf.in.map(String) : [])
}
