import { z } from 'zod'
import { compile, type Journey, placeOf } from '../compile.ts'
import { type NamedConditions, namedCondition } from '../condition.ts'
import { type Condition, mandateName, repliesOf, type StepKey } from '../definition.ts'
import type { Version } from '../version-store.ts'
import type { Rule } from './guard.ts'

const NOTHING_YET = { facts: {}, happened: { today: null, done: {}, aside: {}, replied: {} } }
const HOW_TO_RUN =
  'Run with XState 5: createMachine(this).provide({ guards: { holds }, actions: { happened: assign(({ event }) => ' +
  'event.context) }, actors: { provider } }). `holds` is exported by src/journey/export/guard.ts of Polku. The only ' +
  'event is { type: "happened", context }, with the whole context; after a changed answer, or a reply that sets facts ' +
  'or sends back, start a new actor and send it that. What a reply sets stands among the facts; `mandate-ID` is who ' +
  'does a step with a mandate.'

/**
 * A published version as the JSON of an XState 5 machine: the very machine that walks run on, with each guard written
 * out as a rule in its params (`guard.ts`), so that plain `createMachine` needs one guard function for every journey.
 */
export function machineJson({ definition, number }: Pick<Version, 'definition' | 'number'>): string {
  const journey = compile(definition)
  const { id, type, ...rest } = journey.machine.config
  const config = { id, version: String(number), description: HOW_TO_RUN, type, ...rest, context: NOTHING_YET }
  return `${JSON.stringify(config, (name, value) => withData(journey, name, value), 2)}\n`
}

/** A step or a strand may be called `guard` or `meta` as well: then it is a state, and stays what it is. */
function withData(journey: Journey, name: string, value: unknown): unknown {
  if (name === 'guard' && Named.safeParse(value).success)
    return { type: 'holds', params: { rule: ruleOf(journey, Guard.parse(value)) } }
  const meta = name === 'meta' ? Meta.safeParse(value) : undefined
  return meta?.success ? describedStep(journey, meta.data.step) : value
}

const key = z.custom<StepKey>((value) => typeof value === 'string')
const Meta = z.object({ step: key })
const Named = z.object({ type: z.string() })
const OfStep = z.object({ step: key })
const Guard = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notChosen'), params: z.object({ track: z.string() }) }),
  z.object({ type: z.literal('situationTold') }),
  z.object({ type: z.literal('left'), params: OfStep }),
  z.object({ type: z.literal('ready'), params: OfStep }),
  z.object({ type: z.literal('replied'), params: OfStep }),
  z.object({ type: z.literal('mandated'), params: OfStep }),
  z.object({ type: z.literal('dateReached'), params: OfStep }),
])
type Guard = z.infer<typeof Guard>

function describedStep(journey: Journey, step: StepKey): object {
  const { step: told } = placeOf(journey, step)
  const { kind, title } = told
  const replies = repliesOf(told).map(({ id, after, sets, back_to }) => ({ id, after, sets, back_to }))
  return { step, kind, title, ...(replies.length > 0 && { replies }) }
}

function ruleOf(journey: Journey, guard: Guard): Rule {
  switch (guard.type) {
    case 'notChosen':
      return { not: { chosen: guard.params.track } }
    case 'situationTold':
      return { all: (journey.tracks.get(journey.situation) ?? []).map((place) => left(journey, place.key)) }
    case 'left':
      return left(journey, guard.params.step)
    case 'ready':
      return ready(journey, guard.params.step)
    case 'replied':
      return { replied: guard.params.step }
    case 'mandated':
      return mandated(journey, guard.params.step)
    case 'dateReached':
      return dateReached(journey, guard.params.step)
  }
}

function left(journey: Journey, step: StepKey): Rule {
  const { when } = placeOf(journey, step).step
  return { left: step, when: when === undefined ? true : writtenOut(when, journey.definition.conditions ?? {}) }
}

function ready(journey: Journey, key: StepKey): Rule {
  const { step } = placeOf(journey, key)
  const { needs = [] } = step
  const begun: readonly Rule[] = repliesOf(step).length > 0 ? [{ begun: true }] : []
  return { all: [...begun, { not: left(journey, key) }, ...needs.map((need) => met(journey, need))] }
}

function met(journey: Journey, need: StepKey): Rule {
  const { track } = placeOf(journey, need)
  const isLeft = left(journey, need)
  return track === journey.situation ? isLeft : { any: [isLeft, { not: { chosen: track } }] }
}

function mandated(journey: Journey, key: StepKey): Rule {
  const { step } = placeOf(journey, key)
  const roles = step.kind === 'mandate' ? Object.keys(step.roles) : []
  return {
    all: [{ not: left(journey, key) }, { not: { replied: key } }, { fact: mandateName(step), in: roles }],
  }
}

function dateReached(journey: Journey, step: StepKey): Rule {
  const { waits } = placeOf(journey, step).step
  return waits ? { reached: waits } : true
}

/** Named conditions in full, for a guard sees nothing but its own params; one too large to write out is never published. */
function writtenOut(condition: Condition, named: NamedConditions, open: readonly string[] = []): Rule {
  if (typeof condition === 'string') {
    const found = namedCondition(named, condition)
    return found === undefined || open.includes(condition) ? 'unknown' : writtenOut(found, named, [...open, condition])
  }
  if ('all' in condition) return { all: condition.all.map((part) => writtenOut(part, named, open)) }
  if ('any' in condition) return { any: condition.any.map((part) => writtenOut(part, named, open)) }
  return 'not' in condition ? { not: writtenOut(condition.not, named, open) } : condition
}
