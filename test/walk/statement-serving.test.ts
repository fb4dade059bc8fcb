import { describe, expect, test } from 'vitest'
import { nextToServe } from '#src/walk/statement-serving.ts'
import type { StatementCounts } from '#src/walk/statement-store.ts'

const one = (id: string, more: Partial<StatementCounts> = {}): StatementCounts => ({
  ...{ id, step: 'home/milk', shown: 0, agree: 0, disagree: 0, pass: 0, priority: undefined, ...more },
})
const next = (all: readonly StatementCounts[], seed = 'walk 1') => nextToServe(all, seed)?.id

describe('the statement served next', () => {
  test('is none where there is none', () => {
    expect(next([])).toBeUndefined()
  })

  test('is the least shown of those with fewer than seven votes, whatever the others’ priority', () => {
    const voted = one('voted', { agree: 7, shown: 7, priority: 1000 })
    expect(next([voted, one('a', { shown: 3 }), one('b', { shown: 2, agree: 6 })])).toBe('b')
  })

  test('is shared out by the seed where several were shown as little', () => {
    const all = [one('a'), one('b'), one('c')]
    const served = new Set(Array.from({ length: 30 }, (_, i) => next(all, `walk ${i}`)))
    expect(served).toEqual(new Set(['a', 'b', 'c']))
    expect(next(all)).toBe(next(all.toReversed()))
  })

  test('is drawn by priority once all have seven votes: one of four times the priority comes four times as often', () => {
    const all = [one('seldom', { agree: 9, priority: 1 }), one('often', { agree: 9, priority: 4 })]
    const served = Array.from({ length: 2000 }, (_, i) => next(all, `walk ${i}`))
    const share = served.filter((id) => id === 'often').length / served.length
    expect(share).toBeGreaterThan(0.76)
    expect(share).toBeLessThan(0.84)
  })

  test('before the first map prefers what is agreed with to what is passed over', () => {
    const all = [one('agreed', { agree: 20 }), one('passed', { pass: 20 })]
    const served = Array.from({ length: 200 }, (_, i) => next(all, `walk ${i}`))
    expect(served.filter((id) => id === 'agreed').length).toBeGreaterThan(180)
  })
})
