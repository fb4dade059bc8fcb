import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, createActor, createMachine, fromPromise } from 'xstate'
import { addDuration, dayBefore } from '#src/journey/calendar.ts'
import { type Context, compile, type Journey } from '#src/journey/compile.ts'
import { evaluate } from '#src/journey/condition.ts'
import { type Condition, type Definition, type Facts, repliesOf, type StepKey } from '#src/journey/definition.ts'
import { holds, type Rule, type Walked } from '#src/journey/export/guard.ts'
import { machineJson } from '#src/journey/export/machine.ts'
import { isPublishable } from '#src/journey/finding.ts'
import { lint } from '#src/journey/lint.ts'
import { prove } from '#src/journey/prove.ts'
import { contextOf, setIn } from '#src/walk/progress.ts'
import type { Told } from '#src/walk/walk.ts'
import { anySituation, begin, type PureWalk, wayward } from '../../walk/pure-walk.ts'
import { anyJourney } from '../any-journey.ts'
import { smallJourney } from '../small-journey.ts'
import { ALL_SHIPPED } from './shipped-definitions.ts'

const WALKS = 50
/** Turns that only go on: whoever tried another reply late has the time to end. */
const MOST_PICKS = 90
const TO_THE_END = Array.from({ length: 60 }, () => 3)
const SEED = 20261125

const exported = (definition: Definition) => machineJson({ definition, number: 1 })
const here = (walk: PureWalk): Context => contextOf(walk, walk.progress.record)

/** What somebody makes who has the file, the guard and XState, and nothing else of ours. */
function plainMachine(text: string) {
  return createMachine(JSON.parse(text)).provide({
    guards: { holds: holds as never },
    actions: { happened: assign(({ event }) => event.context) },
    actors: { provider: fromPromise(() => new Promise<never>(() => {})) },
  })
}

/** Nobody keeps a place: whoever begins anew sends all that happened so far. */
function begunAnew(machine: ReturnType<typeof plainMachine>, context: Walked) {
  const actor = createActor(machine).start()
  actor.send({ type: 'happened', context })
  return actor
}

const isMandate = (journey: Journey, key: StepKey) => journey.places.get(key)?.step.kind === 'mandate'

/** Something earlier was taken back: the machine never goes backwards, whoever runs it begins anew. */
function goesBack(before: PureWalk, after: PureWalk) {
  const [from, to] = [before.progress.record, after.progress.record]
  const isGone = (was: object, is: object) => Object.keys(was).some((key) => !(key in is))
  const [told, now] = [here(before).facts, here(after).facts]
  // What a reply tells may settle what was put aside as perhaps.
  const isSet = JSON.stringify(setIn(from)) !== JSON.stringify(setIn(to))
  const isChanged = isSet || Object.entries(told).some(([name, value]) => now[name] !== value)
  return isChanged || isGone(from.done, to.done) || isGone(from.aside, to.aside) || isGone(from.replied, to.replied)
}

/** Plain XState is told of every turn, and stands where ours stands after each. */
function walkedBeside(
  machine: ReturnType<typeof plainMachine>,
  begun: PureWalk,
  facts: Facts,
  picks: readonly number[],
  seen: (place: string) => void,
) {
  let walk = begun
  let actor = begunAnew(machine, here(walk))
  expect(actor.getSnapshot().value).toEqual(walk.progress.value)
  for (const [i, pick] of picks.entries()) {
    if (i > MOST_PICKS && actor.getSnapshot().status === 'done') break
    const next = wayward(walk, facts, pick)
    if (next === walk) continue
    if (goesBack(walk, next)) {
      actor.stop()
      actor = begunAnew(machine, here(next))
    } else actor.send({ type: 'happened', context: here(next) })
    walk = next
    seen(JSON.stringify(walk.progress.value))
    expect(actor.getSnapshot().value).toEqual(walk.progress.value)
  }
  return { actor, end: walk }
}

const anyWalk = (definition: Definition) =>
  fc.record({
    facts: anySituation(definition),
    picks: fc.array(fc.nat({ max: 12 }), { minLength: 90, maxLength: 150 }),
    tracks: fc.option(fc.subarray(Object.keys(definition.tracks).slice(1), { minLength: 1 }), {
      nil: undefined,
      freq: 2,
    }),
  })

describe('an exported machine, run by plain XState with the one guard', () => {
  test.each(ALL_SHIPPED)(
    'stands where ours stands at every turn of fifty walks: %s',
    { timeout: 120_000 },
    (_, definition) => {
      const journey = compile(definition)
      const machine = plainMachine(exported(definition))
      const places = new Set<string>()
      let ended = 0
      let narrowed = 0
      let tried = 0
      for (const { facts, picks, tracks } of fc.sample(anyWalk(definition), { numRuns: WALKS, seed: SEED })) {
        let walk = begin(journey, tracks)
        if (tracks) narrowed += 1
        const turns = [...picks, ...TO_THE_END]
        const { actor, end } = walkedBeside(machine, walk, facts, turns, (place) => places.add(place))
        walk = end
        tried += walk.events.filter(({ kind }) => kind === 'tried').length
        if (actor.getSnapshot().status === 'done') ended += 1
        actor.stop()
      }
      const mayTry = Object.values(definition.tracks).some(({ steps }) =>
        steps.some((step) => repliesOf(step).length > 1),
      )
      expect(tried > 0).toBe(mayTry)
      expect(places.size).toBeGreaterThan(50)
      expect(ended).toBe(WALKS)
      expect(Math.abs(narrowed - WALKS / 2)).toBeLessThan(10)
    },
  )

  test('stands where ours stands when replies tell facts, lead back or come from whoever has a mandate', () => {
    const seen = { walks: 0, tried: 0, 'sent-back': 0, set: 0, mandated: 0 }
    const isAccepted = (definition: Definition) => isPublishable([...lint(definition), ...prove(definition).findings])
    const accepted = fc.sample(anyJourney, { numRuns: 300, seed: SEED }).filter(isAccepted)
    for (const [i, definition] of accepted.entries()) {
      const journey = compile(definition)
      const machine = plainMachine(exported(definition))
      for (const { facts, picks, tracks } of fc.sample(anyWalk(definition), { numRuns: 3, seed: SEED + i })) {
        const { actor, end } = walkedBeside(machine, begin(journey, tracks), facts, picks, () => {})
        actor.stop()
        seen.walks += 1
        for (const { kind } of end.events) if (kind === 'tried' || kind === 'sent-back') seen[kind] += 1
        if (Object.keys(setIn(end.progress.record)).length > 0) seen.set += 1
        if (end.events.some((event) => event.kind === 'asked' && isMandate(journey, event.step))) seen.mandated += 1
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(2)
  })

  test('says with each step which replies may come, after how long, what they tell and where they lead back to', () => {
    const replies = [
      { id: 'fine', after: 'P7D', seen: 'imagined', text: { fi: 'Valmis' } },
      { id: 'again', after: 'P9D', seen: 'imagined', text: { fi: 'Ei' }, sets: { a: true }, back_to: 'office/call' },
    ] as const
    const definition = smallJourney({ office: [{ id: 'call', kind: 'automatic', replies } as never] })
    expect(JSON.parse(exported(definition)).states.office.states.call.meta.replies).toEqual([
      { id: 'fine', after: 'P7D' },
      { id: 'again', after: 'P9D', sets: { a: true }, back_to: 'office/call' },
    ])
  })

  test.each(ALL_SHIPPED)('is the same text each time, and nothing in it is lost as JSON: %s', (_, definition) => {
    expect(exported(structuredClone(definition))).toBe(exported(definition))
    expect(JSON.stringify(JSON.parse(exported(definition)), null, 2)).toBe(exported(definition).trimEnd())
  })

  test('names the version, and each step with its words', () => {
    const tracks = { office: [{ id: 'one' }] }
    const config = JSON.parse(machineJson({ definition: smallJourney(tracks), number: 7 }))
    expect(config).toMatchObject({ id: 'small-journey', version: '7', type: 'parallel' })
    const meta = { step: 'office/one', kind: 'task', title: { fi: 'one' } }
    expect(config.states.office.states.one.meta).toEqual(meta)
  })

  test('may have steps and strands called by the words of XState', () => {
    const definition = smallJourney({
      guard: [{ id: 'meta', when: { fact: 'a', is: true } }, { id: 'guard' }],
      meta: [{ id: 'states', needs: ['guard/meta'] }],
    })
    const context = started({ a: true })
    const value = { situation: '$end', guard: { meta: 'open' }, meta: { states: 'gate' } }
    expect(placeIn(definition, context)).toEqual(value)
    expect(placeIn(definition, started({ a: false }))).toMatchObject({ guard: { guard: 'open' } })
  })

  test('waits for a needed step, but not where its strand was not chosen', () => {
    const definition = smallJourney({ left: [{ id: 'one' }], right: [{ id: 'two', needs: ['left/one'] }] })
    const right = (tracks?: string[]) => placeIn(definition, { ...started({}), tracks })
    expect(right()).toMatchObject({ left: { one: 'open' }, right: { two: 'gate' } })
    expect(right(['left', 'right'])).toMatchObject({ right: { two: 'gate' } })
    expect(right(['right'])).toMatchObject({ left: '$end', right: { two: 'open' } })
  })

  test('calls the provider by the step, once the clock has begun', () => {
    const definition = smallJourney({ office: [{ id: 'call', kind: 'automatic' }] })
    const told = started({})
    expect(placeIn(definition, { ...told, happened: { ...told.happened, today: null } })).toMatchObject({
      office: { call: 'gate' },
    })
    const actor = begunAnew(plainMachine(exported(definition)), told)
    expect(Object.keys(actor.getSnapshot().children)).toEqual(['office/call'])
    actor.stop()
  })
})

const DAY = '2026-03-01'
function started(facts: Told, today: string | null = '2026-03-02'): Walked {
  return {
    facts: { began_on: DAY, ...facts },
    happened: { today, done: { 'situation/asked': DAY }, aside: {}, replied: {} },
  }
}

function placeIn(definition: Definition, context: Walked): unknown {
  const actor = begunAnew(plainMachine(exported(definition)), context)
  const { value } = actor.getSnapshot()
  actor.stop()
  return value
}

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom('a', 'n', 'd'), is: fc.constantFrom(true, 1, DAY) }),
  fc.record({ fact: fc.constantFrom('a', 'n', 'd'), in: fc.constantFrom<(string | number)[]>([1, 2], [DAY]) }),
  fc.record({ fact: fc.constantFrom('a', 'n', 'd'), gte: fc.constantFrom(2, DAY) }),
  fc.record({ fact: fc.constantFrom('n', 'd'), lt: fc.constantFrom(2, DAY) }),
  fc.record({ fact: fc.constantFrom('n', 'd'), before: fc.constant(DAY) }),
  fc.record({ fact: fc.constantFrom('a', 'constructor'), known: fc.boolean() }),
  fc.constantFrom('named', 'itself', 'nowhere'),
)
const { anyCondition } = fc.letrec<{ anyCondition: Condition }>((tie) => {
  const parts = fc.array(tie('anyCondition'), { minLength: 1, maxLength: 3 })
  const nested = [fc.record({ all: parts }), fc.record({ any: parts }), fc.record({ not: tie('anyCondition') })]
  return { anyCondition: fc.oneof({ maxDepth: 4 }, leaf, ...nested) }
})

describe('the guard', () => {
  const facts = fc.record({
    a: fc.constantFrom(true, false, null),
    n: fc.constantFrom(1, 2, 3, null),
    d: fc.constantFrom('2026-02-28', DAY, '2026-03-02', null),
  })

  test('finds of any condition what ours finds: true, false or unknown', () => {
    const seen = { true: 0, false: 0, unknown: 0 }
    const conditions = { named: { fact: 'a', is: true }, itself: { not: 'itself' } }
    fc.assert(
      fc.property(anyCondition, facts, (when, known) => {
        const definition = smallJourney({ office: [{ id: 'one', when }, { id: 'two' }] }, { conditions })
        const truth = evaluate(when, known, conditions)
        seen[`${truth}`] += 1
        const rule = ruleOfStepOne(definition)
        const walked = { ...started(known), facts: known }
        const aside = { ...walked, happened: { ...walked.happened, aside: { 'office/one': true } } }
        expect(holds({ context: walked }, { rule })).toBe(truth === false)
        expect(holds({ context: aside }, { rule })).toBe(truth !== true)
      }),
      { numRuns: 500, seed: SEED },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  })

  test('counts calendar time as ours does', () => {
    const day = fc
      .date({ min: new Date('0050-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const unit = (letter: string, max: number) => fc.nat({ max }).map((n) => (n > 0 ? `${n}${letter}` : ''))
    const length = fc
      .tuple(unit('Y', 40), unit('M', 30), unit('W', 60), unit('D', 900))
      .map((all) => `P${all.join('')}`)
    fc.assert(
      fc.property(day, length, (from, add) => {
        fc.pre(add !== 'P')
        const until = addDuration(from, add)
        const reached = (today: string) =>
          holds(
            { context: { ...started({ began_on: from }, today) } },
            { rule: { reached: { from: 'began_on', add } } },
          )
        expect(reached(until)).toBe(true)
        if (until > from) expect(reached(dayBefore(until))).toBe(false)
      }),
      { numRuns: 2000, seed: SEED },
    )
  })
})

function ruleOfStepOne(definition: Definition): Rule {
  return JSON.parse(exported(definition)).states.office.states.one.always.guard.params.rule
}
