import { expect, test } from 'vitest'
import { burdensOf as ofPeople } from '#src/review/burdens.ts'
import { automaticSteps, burdensOf, concerned, MEASURES, spared } from '#src/walk/burden.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { AINO, begin, DEATH_OF_A_RELATIVE, hereOf, personas, SHIPPED, steps, toTheEnd } from './pure-walk.ts'

const DAY = '2026-03-01'
const all = steps(toTheEnd(begin(), AINO))
const only = (...keys: string[]) => concerned(all.filter(({ place }) => keys.includes(place.key)))
const contacts = (of: ReturnType<typeof only>) => burdensOf(of, DAY).today.contacts?.from ?? 0

test('questions cost nothing, and an empty journey neither', () => {
  const questions = concerned(all.filter(({ place }) => place.track === 'situation'))
  expect(questions.length).toBeGreaterThan(0)
  expect(burdensOf(questions, DAY)).toEqual(burdensOf([], DAY))
  expect(burdensOf([], DAY).today).toMatchObject({
    contacts: { from: 0, to: 0 },
    papers: { from: 0, to: 0 },
    fees: undefined,
  })
})

test('contacts and details asked for are the sums of the steps', () => {
  const [step] = only('estate/inventory')
  if (step?.kind !== 'task') throw new Error('the inventory is a task')
  const { today, proposed } = burdensOf([step], DAY)
  expect(today.contacts?.from).toBe(step.today.contacts ?? 0)
  expect(today.papers?.from).toBe(step.today.asks_for?.length ?? 0)
  expect(proposed.contacts?.from).toBe(step.proposed.contacts ?? 0)
  expect(contacts(only('estate/inventory', 'estate/family-report'))).toBe(
    contacts([step]) + contacts(only('estate/family-report')),
  )
})

test('a step put aside adds nothing, a "perhaps" that is still open does', () => {
  expect(contacts(concerned(all))).toBeGreaterThan(0)
  const aside = all.map((step): StepProgress => ({ ...step, status: 'aside' }))
  expect(concerned(aside)).toEqual([])
  expect(contacts(concerned(steps(begin())))).toBeGreaterThan(contacts(concerned(all)))
})

test('the package spares Aino contacts, details and repeats, and more steps take care of themselves', () => {
  const burdens = burdensOf(concerned(all), DAY)
  for (const measure of ['contacts', 'papers', 'twice'] as const)
    expect(spared(burdens, measure)?.from).toBeGreaterThan(0)
  const counted = concerned(all)
  expect(automaticSteps(counted, 'proposed')).toBeGreaterThan(automaticSteps(counted, 'today'))
})

test('what is spared is low against low and high against high, and unknown where a side is', () => {
  const side = burdensOf([], DAY).today
  const today = { ...side, waits: { from: 10, to: 30 }, fees: { from: 0, to: 5 } }
  const proposed = { ...side, waits: { from: 1, to: 28 }, fees: undefined }
  expect(spared({ today, proposed }, 'waits')).toEqual({ from: 2, to: 9 })
  expect(spared({ today, proposed }, 'fees')).toBeUndefined()
})

test('the figures a walker meets at the end are those the staff reads of the same situation', () => {
  const people = personas()
  const version = { ...hereOf(begin()).version, definition: SHIPPED, personas: people }
  const staff = ofPeople({ version, journey: DEATH_OF_A_RELATIVE, prompts: new Map() }).people
  for (const { id, facts } of people.slice(0, 3)) {
    const walked = concerned(steps(toTheEnd(begin(), facts)))
    const read = staff.find((person) => person.id === id)
    const met = burdensOf(walked, String(facts.died_on))
    for (const measure of MEASURES) expect(met.today[measure]).toEqual(read?.today[measure])
    expect(met.waited).toEqual(read?.waited)
  }
})
