import type { Journey } from '#src/journey/compile.ts'
import {
  type Definition,
  type Fact,
  type FactValue,
  mandateName,
  type Share,
  type StepKey,
} from '#src/journey/definition.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { factOf, takes } from '#src/journey/leads-to.ts'
import { canonicalJson } from '#src/journey/version.ts'
import { isOnPaper, lineName, signatureName } from './documents.ts'
import type { Told } from './walk.ts'

/** By the name in the version left: the name in the version moved to; null for what has to be asked anew, or is asked no more. */
export type CarriedNames = Readonly<Record<string, string | null>>

/**
 * Which answers mean the same in another version: a fact whose type and options are the same and that takes this value, a
 * consent to the very same hand-over, a mandate to a role that is still there. Anything else has to be asked anew.
 */
export function carriedNames(
  from: Journey,
  to: Journey,
  names: ReadonlyMap<StepKey, StepKey>,
  told: Told,
): CarriedNames {
  const mandates = mandateNames(from, to, names)
  return Object.fromEntries(
    Object.entries(told)
      .filter(([name]) => !isPutAway(name))
      .map(([name, value]) => [name, carried(from.definition, to.definition, mandates, name, value)]),
  )
}

/** Under which name an answer is kept that is out of use: no fact, consent or mandate can be called so. */
export function putAwayName(version: number, name: string): string {
  return `v${version}.${name}`
}

export function isPutAway(name: string): boolean {
  return name.includes('.')
}

type Mandates = ReadonlyMap<string, { readonly name: string; readonly roles: readonly string[] }>

function carried(from: Definition, to: Definition, mandates: Mandates, name: string, value: FactValue): string | null {
  const mandate = mandates.get(name)
  if (mandate) return value === 'self' || mandate.roles.includes(String(value)) ? mandate.name : null
  if (isOnPaper(name)) return isSamePaper(from, to, name) ? name : null
  if (name.startsWith('share-')) return isSameShare(shareOf(from, name), shareOf(to, name)) ? name : null
  const [was, now] = [factOf(from, name), factOf(to, name)]
  return was && now && isSameQuestion(was, now) && takes(now, value) ? name : null
}

/** Other words for the same options are the same question still. */
function isSameQuestion(was: Fact, now: Fact): boolean {
  if (was.type !== 'choice' || now.type !== 'choice') return was.type === now.type
  const ids = ({ options }: typeof was) => Object.keys(options).sort().join(' ')
  return ids(was) === ids(now)
}

/** Whoever agreed to one hand-over has not agreed to another that bears its name. */
function isSameShare(was: Share | undefined, now: Share | undefined): boolean {
  const moves = ({ data, from, to, basis }: Share) => canonicalJson({ data: data.toSorted(), from, to, basis })
  return was !== undefined && now !== undefined && moves(was) === moves(now)
}

/** What was written over a detail goes with the detail, a signature with the document that holds the same. */
function isSamePaper(from: Definition, to: Definition, name: string): boolean {
  const papers = ({ documents = {} }: Definition) => Object.entries(documents)
  const signed = (definition: Definition) => papers(definition).find(([id]) => signatureName(id) === name)?.[1].holds
  const hasItem = ({ data = {} }: Definition) => Object.keys(data).some((item) => lineName(item) === name)
  const [was, now] = [signed(from), signed(to)]
  if (was && now) return canonicalJson(was.toSorted()) === canonicalJson(now.toSorted())
  return hasItem(from) && hasItem(to)
}

function shareOf(definition: Definition, name: string): Share | undefined {
  const all = stepsOf(definition).flatMap(({ step }) => step.shares ?? [])
  return all.find(({ id }) => `share-${id}` === name)
}

function mandateNames(from: Journey, to: Journey, names: ReadonlyMap<StepKey, StepKey>): Mandates {
  return new Map(
    [...from.places.values()].flatMap(({ key, step }) => {
      const now = to.places.get(names.get(key) ?? key)?.step
      if (step.kind !== 'mandate') return []
      const roles = now?.kind === 'mandate' ? Object.keys(now.roles) : []
      return [[mandateName(step), { name: now ? mandateName(now) : mandateName(step), roles }] as const]
    }),
  )
}
