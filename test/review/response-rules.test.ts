import { describe, expect, test } from 'vitest'
import type { Response } from '#src/review/response.ts'
import { dayOf, daysAfter } from '#src/review/response-day.ts'
import { isOverdue, mayMoveDue, missingToPublish, nextStates } from '#src/review/response-rules.ts'

const SHARE: Response = {
  id: 'r1',
  group: 'g1',
  journey: 'cat-moves-house',
  trial: undefined,
  step: 'home/milk',
  share: undefined,
  body: 'vet',
  contributions: [],
  said: { fi: 'Maitoa on liikaa' },
  state: 'received',
  reason: {},
  whose: undefined,
  evidence: undefined,
  dueOn: '2026-04-01',
  acceptedOn: undefined,
  decidedOn: undefined,
  fromVersion: 1,
  toVersion: undefined,
  publishedOn: undefined,
  by: 'a test',
  rev: 0,
  at: 0,
}
const ACCEPTED: Response = { ...SHARE, acceptedOn: '2026-03-10' }
const DECIDED: Response = { ...ACCEPTED, state: 'declined', reason: { sv: 'Lagen hindrar' }, decidedOn: '2026-03-11' }

describe('overdue', () => {
  test('no body is late with what it has not taken as its own', () => {
    expect(isOverdue(SHARE, '2026-12-01')).toBe(false)
    expect(isOverdue({ ...SHARE, publishedOn: '2026-03-10' }, '2026-12-01')).toBe(false)
  })

  test('a taken share is late from the day after its day, to the day', () => {
    expect(isOverdue(ACCEPTED, '2026-04-01')).toBe(false)
    expect(isOverdue(ACCEPTED, '2026-04-02')).toBe(true)
  })

  test('a decision that nobody can read yet does not help, a published one does', () => {
    expect(isOverdue(DECIDED, '2026-04-02')).toBe(true)
    expect(isOverdue({ ...DECIDED, publishedOn: '2026-03-12' }, '2026-04-02')).toBe(false)
  })

  test('a published promise alone is no answer', () => {
    expect(isOverdue({ ...ACCEPTED, state: 'under-review', publishedOn: '2026-03-12' }, '2026-04-02')).toBe(true)
  })
})

describe('what is missing before everyone may read it', () => {
  test('that something is received may be told before its body has taken the share', () => {
    expect(missingToPublish(SHARE)).toEqual([])
    expect(missingToPublish({ ...SHARE, said: {} })).toEqual(['said'])
    expect(missingToPublish({ ...SHARE, said: { fi: ' ' } })).toEqual(['said'])
  })

  test('a decision needs its reason, in one language at least', () => {
    for (const state of ['accepted', 'partly', 'declined', 'done'] as const)
      expect(missingToPublish({ ...DECIDED, state, reason: {} })).toEqual(['reason'])
    expect(missingToPublish(DECIDED)).toEqual([])
  })

  test('nobody decides in a provider’s name', () => {
    expect(missingToPublish({ ...DECIDED, acceptedOn: undefined, decidedOn: undefined })).toEqual([
      'not-accepted',
      'not-ready',
    ])
  })

  test('what is another’s tells whose it is, and needs no taking', () => {
    const passed: Response = { ...DECIDED, state: 'not-ours', acceptedOn: undefined }
    expect(missingToPublish(passed)).toEqual(['whose'])
    expect(missingToPublish({ ...passed, whose: 'Kissaliitto' })).toEqual([])
  })
})

describe('the next state', () => {
  test('a share that is not taken can only be looked into or passed on', () => {
    expect(nextStates(SHARE)).toEqual(['received', 'under-review', 'not-ours'])
    expect(nextStates(ACCEPTED)).toHaveLength(7)
    expect(nextStates({ ...SHARE, body: 'ministry' })).toHaveLength(7)
  })

  test('a public decision is never taken back to a promise', () => {
    const next = nextStates({ ...DECIDED, publishedOn: '2026-03-12' })
    expect(next).toEqual(['accepted', 'partly', 'declined', 'done', 'not-ours'])
    expect(nextStates({ ...ACCEPTED, state: 'under-review', publishedOn: '2026-03-12' })).not.toContain('received')
    expect(nextStates({ ...ACCEPTED, publishedOn: '2026-03-12' })).toContain('under-review')
  })

  test('a promised day is not moved', () => {
    expect([mayMoveDue(SHARE), mayMoveDue(ACCEPTED), mayMoveDue({ ...SHARE, publishedOn: '2026-03-12' })]).toEqual([
      true,
      false,
      false,
    ])
    expect(mayMoveDue({ ...ACCEPTED, body: 'ministry' })).toBe(true)
  })
})

test('days are those of Finland, also around midnight and when the clock is moved', () => {
  expect(dayOf(Date.parse('2026-03-10T21:59:00Z'))).toBe('2026-03-10')
  expect(dayOf(Date.parse('2026-03-10T22:01:00Z'))).toBe('2026-03-11')
  expect(daysAfter(Date.parse('2026-03-10T07:00:00Z'), 30)).toBe('2026-04-09')
})
