import { expect, test } from 'vitest'
import { burdenOf } from '#src/walk/burden.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { AINO, begin, steps, toTheEnd } from './pure-walk.ts'

const all = steps(toTheEnd(begin(), AINO))
const only = (...keys: string[]) => all.filter(({ place }) => keys.includes(place.key))

test('questions cost nothing, and an empty journey neither', () => {
  const nothing = { contacts: 0, papers: 0, automatic: 0 }
  expect(burdenOf([])).toEqual({ today: nothing, proposed: nothing })
  expect(burdenOf(all.filter(({ place }) => place.track === 'situation'))).toEqual({
    today: nothing,
    proposed: nothing,
  })
})

test('contacts and papers are the sums of the steps, each side for itself', () => {
  const [inventory] = only('estate/inventory')
  const step = inventory?.place.step
  if (step?.kind !== 'task') throw new Error('the inventory is a task')
  const { today, proposed } = burdenOf(only('estate/inventory'))
  expect(today.contacts).toBe(step.today.contacts ?? 0)
  expect(today.papers).toBe(step.today.asks_for?.length ?? 0)
  expect(proposed.contacts).toBe(step.proposed.contacts ?? 0)
  const two = burdenOf(only('estate/inventory', 'estate/family-report')).today.contacts
  expect(two).toBe(today.contacts + burdenOf(only('estate/family-report')).today.contacts)
})

test('only steps that take care of themselves wholly count as automatic', () => {
  const full = all.filter(({ place: { step } }) => step.kind !== 'question' && step.proposed.automation === 'full')
  expect(burdenOf(all).proposed.automatic).toBe(full.length)
  expect(full.length).toBeGreaterThan(0)
  expect(burdenOf(all).today.automatic).toBeLessThan(full.length)
})

test('a step put aside adds nothing, a "perhaps" that is still open does', () => {
  const withContacts = all.filter(({ place: { step } }) => step.kind !== 'question' && step.today.contacts)
  const aside = withContacts.map((step): StepProgress => ({ ...step, status: 'aside' }))
  expect(burdenOf(withContacts).today.contacts).toBeGreaterThan(0)
  expect(burdenOf(aside).today).toEqual({ contacts: 0, papers: 0, automatic: 0 })
})

test('the package never asks Aino for more contacts or papers than today', () => {
  const { today, proposed } = burdenOf(all)
  expect(proposed.contacts).toBeLessThanOrEqual(today.contacts)
  expect(proposed.papers).toBeLessThanOrEqual(today.papers)
})

test('before the situation is told, everything that may come is counted', () => {
  expect(burdenOf(steps(begin())).today.contacts).toBeGreaterThan(burdenOf(all).today.contacts)
})
