import fc from 'fast-check'
import type { Condition, Definition, StepKey } from '#src/journey/definition.ts'

const words = (fi: string) => ({ fi })
const side = { what: words('Näin.'), automation: 'none' as const }
const served = { provider: 'self', today: side, proposed: { ...side, feasibility: 'idea' as const } }

/** Facts of every type. The situation asks all of them but `later`, which a question asks, and `by`, which is decided. */
export const FACTS: Definition['facts'] = {
  day: { type: 'date', ask: words('Milloin?') },
  other_day: { type: 'date', ask: words('Entä milloin?'), unknown_allowed: true },
  count: { type: 'number', ask: words('Montako?'), min: 0, max: 10 },
  place: { type: 'choice', ask: words('Missä?'), options: { here: words('a'), there: words('b'), away: words('c') } },
  yes: { type: 'boolean', ask: words('Onko?'), unknown_allowed: true },
  later: { type: 'boolean', ask: words('Entä nyt?'), unknown_allowed: true },
  by: { type: 'choice', ask: words('Kuka?'), options: { we: words('a'), they: words('b') } },
}
export const ASKED_FIRST: ReadonlySet<string> = new Set(['day', 'other_day', 'count', 'place', 'yes'])

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom('yes', 'later'), is: fc.boolean() }),
  fc.record({ fact: fc.constantFrom('other_day', 'yes', 'later'), known: fc.boolean() }),
  fc.record({ fact: fc.constant('place'), in: fc.subarray(['here', 'there', 'away'], { minLength: 1 }) }),
  fc.record({ fact: fc.constant('by'), is: fc.constantFrom('we', 'they') }),
  fc.record({ fact: fc.constant('count'), gte: fc.integer({ min: -1, max: 11 }) }),
  fc.record({ fact: fc.constant('count'), lt: fc.integer({ min: -1, max: 11 }) }),
  fc.record({ fact: fc.constantFrom('day', 'other_day'), before: fc.constantFrom('2026-01-01', '2022-03-01') }),
  fc.record({ fact: fc.constantFrom('day', 'other_day'), gte: fc.constantFrom('2026-01-01', '2022-03-01') }),
  fc.constantFrom('first', 'second'),
)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  fc.record({ not: leaf }),
  fc.record({ all: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  fc.record({ any: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
)

const anyKey = fc.tuple(fc.constantFrom('t0', 't1', 't2'), fc.nat(3)).map(([track, i]): StepKey => `${track}/s${i}`)
const anyStart = fc.oneof(fc.constantFrom('day', 'other_day'), fc.record({ done: anyKey }))
const anySets = fc.constantFrom(
  { yes: true },
  { yes: false },
  { later: true },
  { by: 'they' },
  { count: 4 },
  { place: 'away' },
)
const plan = fc.record({
  kind: fc.constantFrom('task', 'info', 'automatic', 'automatic', 'mandate', 'question', 'decision', 'consent'),
  when: fc.option(condition, { nil: undefined }),
  needs: fc.array(anyKey, { maxLength: 1 }),
  waits: fc.option(fc.record({ from: anyStart, add: fc.constantFrom('P2D', 'P1M') }), { nil: undefined, freq: 2 }),
  deadline: fc.option(fc.record({ from: anyStart, add: fc.constant('P3M') }), { nil: undefined, freq: 2 }),
  back: fc.option(fc.nat(3), { nil: undefined, freq: 2 }),
  /** what the reply that comes tells, and what another one tells */
  sets: fc.option(anySets, { nil: undefined, freq: 2 }),
  others: fc.option(anySets, { nil: undefined, freq: 2 }),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

/** Any small journey of the right shape: three tracks at most, steps of every kind, faults and circles among them. */
export const anyJourney: fc.Arbitrary<Definition> = fc
  .record({
    tracks: fc.array(fc.array(plan, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    first: condition,
    second: condition,
  })
  .map(journeyOf)

function journeyOf({ tracks, first, second }: { tracks: Plan[][]; first: Condition; second: Condition }): Definition {
  const exists = (key: StepKey) => tracks.some((steps, t) => steps.some((_, i) => `t${t}/s${i}` === key))
  return {
    ...{ format: 1, id: 'any', languages: ['fi'], title: words('Koe'), starts_on: 'day', facts: FACTS },
    providers: {},
    data: { thing: { name: words('Tieto'), about: 'other' } },
    conditions: { first, second },
    tracks: {
      situation: {
        title: words('Alku'),
        steps: [{ id: 'ask', kind: 'question', title: words('Kerro'), asks: [...ASKED_FIRST] }],
      },
      ...Object.fromEntries(
        tracks.map((steps, t) => [
          `t${t}`,
          { title: words(`t${t}`), steps: steps.map((one, i) => stepOf(one, t, i, exists)) },
        ]),
      ),
    },
  }
}

function stepOf(
  { kind, when, needs, waits, deadline, back, sets, others }: Plan,
  t: number,
  i: number,
  exists: (key: StepKey) => boolean,
): Definition['tracks'][string]['steps'][number] {
  const isThere = (from: string | { done: StepKey }) => typeof from === 'string' || exists(from.done)
  const common = {
    ...{ id: `s${i}`, title: words(`t${t}s${i}`), needs: needs.filter(exists) },
    ...(when !== undefined && { when }),
    ...(waits && isThere(waits.from) && { waits }),
    ...(deadline && isThere(deadline.from) && { deadline }),
  }
  const share = { id: `h${t}${i}`, data: ['thing'], from: 'self', to: 'self', basis: 'consent' as const }
  const reply = { after: 'P1D', text: words('Valmis.'), seen: 'imagined' as const }
  const replies = [
    { ...reply, id: 'ready', ...(sets && { sets }) },
    ...(back === undefined ? [] : [{ ...reply, id: 'again', back_to: `t${t}/s${back}` as const }]),
    ...(others ? [{ ...reply, id: 'other', after: 'P9D', sets: others }] : []),
  ]
  switch (kind) {
    case 'question':
      return { ...common, kind, asks: ['later'] }
    case 'decision':
      return { ...common, ...served, kind, sets: 'by' }
    case 'consent':
      return { ...common, ...served, kind, shares: [share], consents: [share.id] }
    case 'automatic':
      return { ...common, ...served, kind, replies }
    case 'mandate':
      return {
        ...common,
        ...{ ...served, kind, replies },
        roles: { lawyer: { name: words('Lakimies'), basis: 'mandate' as const } },
      }
    default:
      return { ...common, ...served, kind: kind === 'info' ? 'info' : 'task' }
  }
}
