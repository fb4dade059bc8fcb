import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactValue } from '#src/journey/definition.ts'
import { isAllDone, nextDue, whereNext } from '#src/walk/progress.ts'
import { namesOf } from '#src/walk/read-told.ts'
import {
  AINO,
  after,
  answered,
  answersAt,
  anySituation,
  anyTurns,
  begin,
  DEATH_OF_A_RELATIVE,
  forward,
  later,
  openSteps,
  overview,
  type PureWalk,
  personas,
  SHIPPED,
  statusOf,
  stepOf,
  steps,
  toTheEnd,
  turn,
  turns,
} from './pure-walk.ts'

const SITUATION = SHIPPED.tracks.situation?.steps.map(({ id }) => `situation/${id}`) ?? []
/** Aino has told her situation and stands before all strands. */
const ainoHasTold = (facts = AINO) =>
  SITUATION.reduce((walk, key) => answered(walk, key, told(walk, key, facts)), begin())
const told = (walk: PureWalk, key: string, facts = AINO) => answersAt(stepOf(walk, key), facts)

describe('a walk begins with the situation', () => {
  test('only the first question is open, and every other step says what comes before it', () => {
    const aino = begin()
    expect(openSteps(aino)).toEqual(['situation/about-the-death'])
    expect(stepOf(aino, 'situation/about-the-deceased').after).toEqual(['situation/about-the-death'])
    expect(stepOf(aino, 'money/bills').after).toEqual(['money/bank-told'])
    expect(stepOf(aino, 'money/bank-told').after).toEqual(['situation/about-the-death'])
  })

  test('time begins the day after the death, and no provider is called before it is told', () => {
    const aino = begin()
    expect(aino.progress.record.today).toBeNull()
    expect(aino.progress.record.asked).toEqual({})
    const told = answered(aino, 'situation/about-the-death', { died_on: '2026-03-01', place: 'hospital' })
    expect(told.progress.record.today).toBe('2026-03-02')
    expect(told.progress.record.done).toEqual({ 'situation/about-the-death': '2026-03-02' })
  })

  test('when the situation is told, every strand that concerns Aino begins at once', () => {
    const aino = ainoHasTold()
    expect(openSteps(aino)).toEqual(expect.arrayContaining(['notices/consent-to-notify', 'estate/consent-to-share']))
    expect(statusOf(aino, 'funeral/death-certified')).toBe('waiting')
    expect(stepOf(aino, 'funeral/death-certified').until).toBe('2026-03-03')
  })
})

describe('steps that do not concern a walker', () => {
  test('are not listed, and nobody is called for them', () => {
    const away = ainoHasTold({ ...AINO, place: 'abroad', housing_shares: false })
    expect(statusOf(away, 'funeral/death-certified')).toBeUndefined()
    expect(statusOf(away, 'funeral/died-abroad')).toBe('todo')
    expect(Object.keys(away.progress.record.asked)).toEqual(['money/bank-told'])
  })

  test('a provider is called only for a step that is on the path, whatever the situation', () => {
    fc.assert(
      fc.property(anySituation(SHIPPED), anyTurns, (facts, picks) => {
        const walk = turns(begin(), facts, picks)
        const listed = new Set(steps(walk).map(({ place }) => place.key))
        expect(Object.keys(walk.progress.record.asked).filter((step) => !listed.has(step as never))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('strands that were not chosen are left out, the situation never is', () => {
    const aino = begin(DEATH_OF_A_RELATIVE, ['funeral'])
    expect(new Set(steps(aino).map(({ place }) => place.track))).toEqual(new Set(['situation', 'funeral']))
    const end = toTheEnd(aino, AINO)
    expect(isAllDone(steps(end))).toBe(true)
    expect(Object.keys(end.progress.record.asked).every((step) => step.startsWith('funeral/'))).toBe(true)
  })

  test('a need in a strand that was not chosen holds nobody up', () => {
    const end = toTheEnd(begin(DEATH_OF_A_RELATIVE, ['home']), { ...AINO, real_estate: true })
    expect(statusOf(end, 'home/title')).toBe('done')
  })
})

describe('"perhaps this concerns you"', () => {
  const unsure = ainoHasTold({ ...AINO, will: null })

  test('a step whose condition cannot be told is offered as perhaps', () => {
    expect(stepOf(unsure, 'estate/serve-will').perhaps).toBe(true)
    expect(stepOf(unsure, 'estate/consent-to-share').perhaps).toBe(false)
  })

  test('it may be put aside, and only it', () => {
    const open = ainoHasTold({ ...AINO, no_means: null, place: 'abroad' })
    const walk = ['funeral/died-abroad', 'funeral/support', 'funeral/choose-funeral', 'funeral/funeral'].reduce(
      (now, key) => answered(now, key, told(now, key)),
      open,
    )
    const aside = answered(walk, 'funeral/funeral-aid', {}, 'aside')
    expect(statusOf(aside, 'funeral/funeral-aid')).toBe('aside')
    expect(answered(open, 'estate/consent-to-share', {}, 'aside').progress.record.aside).toEqual({})
    expect(statusOf(answered(aside, 'funeral/funeral-aid'), 'funeral/funeral-aid')).toBe('done')
  })
})

describe('letting time pass', () => {
  test('goes to the soonest reply or wait, and brings every reply due by then', () => {
    const aino = ainoHasTold()
    const due = nextDue(steps(aino), aino.progress.record)
    expect(due?.to).toBe('2026-03-03')
    const next = later(aino)
    expect(next.progress.record.today).toBe('2026-03-03')
    expect(statusOf(next, 'funeral/death-certified')).toBe('todo')
    expect(statusOf(next, 'money/bank-told')).toBe('waiting')
    expect(statusOf(later(next), 'money/bank-told')).toBe('todo')
  })

  test('brings nothing when nothing waits', () => {
    const aino = begin()
    expect(nextDue(steps(aino), aino.progress.record)).toBeUndefined()
    expect(later(aino)).toBe(aino)
  })

  test('never turns time back', () => {
    fc.assert(
      fc.property(anySituation(SHIPPED), anyTurns, (facts, picks) => {
        const days = [begin()].concat(picks.map(() => begin()))
        picks.forEach((pick, i) => {
          days[i + 1] = turn(days[i] ?? begin(), facts, pick)
        })
        const dates = days.flatMap(({ progress }) => progress.record.today ?? [])
        expect(dates).toEqual(dates.toSorted())
      }),
      { numRuns: 20 },
    )
  })

  test('a will is contested for six months from the day it was served, not from the death', () => {
    const facts = { ...AINO, will: true }
    let walk = ainoHasTold(facts)
    while (!('estate/serve-will' in walk.progress.record.done)) walk = turn(walk, facts)
    const served = walk.progress.record.done['estate/serve-will']
    while (statusOf(walk, 'estate/contest-period') === 'blocked') walk = turn(walk, facts)
    const contest = stepOf(walk, 'estate/contest-period')
    expect(contest.status).toBe('waiting')
    expect(contest.until).toBe(sixMonthsOn(served))
  })
})

function sixMonthsOn(date: string | null | undefined): string {
  const [year = 0, month = 0, day = 0] = String(date).split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate()
  return new Date(Date.UTC(year, month + 5, Math.min(day, last))).toISOString().slice(0, 10)
}

describe('deadlines and remarks', () => {
  test('the inventory is due three months after the death, by the calendar', () => {
    expect(stepOf(ainoHasTold(), 'estate/inventory').due).toBe('2026-06-01')
    expect(stepOf(ainoHasTold({ ...AINO, died_on: '2025-11-30' }), 'estate/inventory').due).toBe('2026-02-28')
  })

  test('a deadline that counts from a step is unknown until the step is done', () => {
    const aino = ainoHasTold()
    expect(stepOf(aino, 'estate/deed-to-tax').due).toBeUndefined()
    let walk = aino
    while (!('estate/inventory' in walk.progress.record.done)) walk = turn(walk, AINO)
    expect(stepOf(walk, 'estate/deed-to-tax').due).toMatch(/^2026-/)
  })

  test('remarks are shown when they hold or may hold', () => {
    expect(stepOf(ainoHasTold(), 'estate/tax-decision').notes).toContain('threshold-2026')
    expect(stepOf(ainoHasTold(), 'estate/tax-decision').notes).not.toContain('threshold-before-2026')
    expect(stepOf(ainoHasTold({ ...AINO, will: null }), 'estate/inventory').notes).toContain('will')
    expect(stepOf(ainoHasTold(), 'estate/inventory').notes).not.toContain('will')
  })
})

describe('changing an answer', () => {
  test('a step that is done and no longer concerns Aino is set aside, not forgotten', () => {
    const facts = { ...AINO, place: 'abroad' }
    const done = answered(ainoHasTold(facts), 'funeral/died-abroad')
    const changed = answered(done, 'situation/about-the-death', { died_on: '2026-03-01', place: 'hospital' })
    expect(statusOf(changed, 'funeral/died-abroad')).toBeUndefined()
    expect(changed.progress.record.done).toHaveProperty('funeral/died-abroad')
    const back = answered(changed, 'situation/about-the-death', { died_on: '2026-03-01', place: 'abroad' })
    expect(statusOf(back, 'funeral/died-abroad')).toBe('done')
  })

  test('what Aino put aside as perhaps opens when she learns that it concerns her, and is aside again if it was a mistake', () => {
    const unsure = { will: null, prenup: false, dispute: false }
    let walk = ainoHasTold({ ...AINO, ...unsure })
    while (statusOf(walk, 'estate/serve-will') !== 'todo') walk = turn(walk, AINO)
    const aside = answered(walk, 'estate/serve-will', {}, 'aside')
    const change = forward(aside, 'situation/will-and-agreements', { ...unsure, will: true })
    expect(change.changed?.opened).toEqual([{ step: 'estate/serve-will', facts: ['will'], steps: [] }])
    const mistake = answered(after(aside, change), 'situation/will-and-agreements', unsure)
    expect(overview(mistake)).toEqual(overview(aside))
  })

  test('what opens again is told; moving on is not called opening again', () => {
    const abroad = answered(ainoHasTold({ ...AINO, place: 'abroad' }), 'funeral/died-abroad')
    const change = forward(abroad, 'situation/will-and-agreements', { will: false, prenup: false, dispute: true })
    expect(change.changed?.opened).toEqual([])
    const benefits = forward(later(later(abroad)), 'situation/property', { housing_shares: false, rental_home: true })
    expect(benefits.changed?.came).toContainEqual({ step: 'home/tenancy', facts: ['rental_home'], steps: [] })
    expect(benefits.events.at(-1)).toMatchObject({ kind: 'changed', names: ['housing_shares', 'rental_home'] })
    const kept = answered(begin(), 'situation/about-the-death', { died_on: '2026-03-01', place: 'home' }, 'stay')
    expect(
      forward(kept, 'situation/about-the-death', { died_on: '2026-03-01', place: 'hospital' }).changed,
    ).toBeUndefined()
  })

  test('changing an answer and changing it back restores the very same overview', () => {
    let changes = 0
    fc.assert(
      fc.property(anySituation(SHIPPED), anySituation(SHIPPED), anyTurns, fc.nat(), (facts, others, picks, which) => {
        const walk = turns(begin(), facts, picks)
        const asked = Object.keys(walk.progress.record.done).filter((key) => {
          const step = steps(walk).find(({ place }) => place.key === key)
          return step && namesOf(step.place.step).some((name) => name in SHIPPED.facts)
        })
        const key = asked[which % Math.max(1, asked.length)]
        if (key === undefined) return
        changes += 1
        const there = answered(walk, key, told(walk, key, others))
        const back = answered(there, key, told(walk, key, facts))
        expect(overview(back)).toEqual(overview(walk))
        expect(back.progress.value).toEqual(walk.progress.value)
      }),
      { numRuns: 100 },
    )
    expect(changes).toBeGreaterThan(50)
  })
})

describe('every walk ends', () => {
  test('in every situation, whatever the order, in every choice of strands', () => {
    const tracks = fc.option(fc.subarray(Object.keys(SHIPPED.tracks), { minLength: 1 }), { nil: undefined })
    fc.assert(
      fc.property(anySituation(SHIPPED), anyTurns, tracks, (facts, picks, chosen) => {
        const end = toTheEnd(begin(DEATH_OF_A_RELATIVE, chosen), facts, picks)
        expect(steps(end).filter(({ status }) => status !== 'done')).toEqual([])
        expect(Object.values(end.progress.value).every((place) => place === '$end')).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('every example person comes to the end', () => {
    for (const { facts } of personas()) expect(isAllDone(steps(toTheEnd(begin(), facts)))).toBe(true)
  })

  test('"I do not know" everywhere blocks nobody, and makes nothing disappear', () => {
    const unsure = Object.fromEntries(
      Object.entries(AINO).filter(([id]) => !SHIPPED.facts[id]?.unknown_allowed),
    ) as Record<string, FactValue>
    const end = toTheEnd(begin(), { ...unsure })
    expect(steps(end).every(({ status }) => status === 'done')).toBe(true)
    expect(statusOf(end, 'estate/serve-will')).toBe('done')
    expect(statusOf(end, 'home/business')).toBe('done')
  })

  test('any order of doing the open steps ends at the same place', () => {
    fc.assert(
      fc.property(anySituation(SHIPPED), anyTurns, anyTurns, (facts, one, other) => {
        const [first, second] = [toTheEnd(begin(), facts, one), toTheEnd(begin(), facts, other)]
        expect(second.progress.value).toEqual(first.progress.value)
        expect(second.told).toEqual(first.told)
        expect(Object.keys(second.progress.record.done).toSorted()).toEqual(
          Object.keys(first.progress.record.done).toSorted(),
        )
        expect(Object.keys(second.progress.record.replied).toSorted()).toEqual(
          Object.keys(first.progress.record.replied).toSorted(),
        )
      }),
      { numRuns: 25 },
    )
  })
})

describe('where a walker goes next', () => {
  test('to the next open step of the same strand, else to the overview, at the end to the check', () => {
    const aino = answered(begin(), 'situation/about-the-death', { died_on: '2026-03-01', place: 'hospital' })
    expect(whereNext(steps(aino), 'situation')).toBe('situation/about-the-deceased')
    expect(whereNext(steps(ainoHasTold()), 'situation')).toBe('overview')
    expect(whereNext(steps(toTheEnd(begin(), AINO)), 'estate')).toBe('check')
  })
})
