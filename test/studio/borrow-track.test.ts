import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lint } from '#src/journey/lint.ts'
import { lintPersonas } from '#src/journey/lint-personas.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { type BorrowPlan, planBorrowing } from '#src/studio/borrow-track.ts'
import { checkDraft, writePeople } from '#src/studio/check-draft.ts'
import { starterText } from '#src/studio/create-draft.ts'
import { change, valuesOf } from '#src/studio/document.ts'
import { PROJECT } from '../support/project.ts'
import { shippedJourney } from '../support/shipped.ts'

const journeys = new Map(readdirSync(join(PROJECT, 'journeys')).map((id) => [id, shippedJourney(id)]))
function shipped(id: string) {
  const journey = journeys.get(id)
  if (!journey) throw new Error(`no journey ${id}`)
  return journey
}

const EMPTY = starterText({
  id: 'a-new-one',
  title: { fi: 'Uusi', sv: 'Ny', en: 'New' },
  languages: ['fi', 'sv', 'en'],
})

function borrowed(text: string, journey: string, track: string, personas = shipped(journey).personas) {
  const { definition } = shipped(journey)
  const plan = planBorrowing(valuesOf(text), [], { definition, personas, track })
  if (!plan) throw new Error(`${journey} has no ${track}`)
  return { plan, text: written(text, plan) }
}

function written(text: string, { operations }: BorrowPlan): string {
  const changed = change(text, operations)
  if (!changed.ok) throw new Error(`${changed.trouble} ${JSON.stringify(changed.operation)}`)
  return changed.text
}

/** Names that lead nowhere, ids that stand twice, and in the long run everything the check has against a journey. */
function errorsIn(text: string, plan: BorrowPlan): string[] {
  const findings = process.env.POLKU_LONG ? checked(text, plan) : linted(text, plan)
  return findings
    .filter(({ severity, code }) => severity === 'error' && code !== 'missing-words')
    .map(({ code, path, values }) => `${code} ${path.join('.')} ${values.id ?? ''}`)
}

function checked(text: string, { personas }: BorrowPlan) {
  return checkDraft({ text, personas: writePeople(personas) }, () => []).findings
}

function linted(text: string, { personas }: BorrowPlan) {
  const read = readDefinition(text)
  if (!read.ok) return read.findings
  return [...lint(read.definition, read.lines), ...lintPersonas(personas, read.definition)]
}

describe.each([...journeys.keys()])('every track of %s', (journey) => {
  test.each(Object.keys(shipped(journey).definition.tracks))('%s stands in an empty journey on its own', (track) => {
    const { plan, text } = borrowed(EMPTY, journey, track)
    expect(errorsIn(text, plan)).toEqual([])
  })
})

test('what is there in the same words is used, and what only bears the same name is called otherwise', () => {
  const journey = 'death-of-a-relative'
  const { text } = borrowed(EMPTY, journey, 'estate')
  const twice = borrowed(text, journey, 'estate')
  expect(twice.plan.track).toBe('estate-2')
  expect(twice.plan.brought).toEqual([])
  expect(errorsIn(twice.text, twice.plan)).toEqual([])
  const other = change(text, [{ do: 'set', path: ['providers', 'bank', 'name', 'fi'], value: 'Toinen pankki' }])
  if (!other.ok) throw new Error(other.trouble)
  const third = borrowed(other.text, journey, 'estate')
  expect(third.plan.renamed).toContainEqual({ kind: 'providers', from: 'bank', to: 'bank_2' })
  expect(third.text).toMatch(/provider: bank_2|to: bank_2|from: bank_2/)
  expect(errorsIn(third.text, third.plan)).toEqual([])
})

test('example people come along with the day their journey begins, and a track that is not there does not', () => {
  const { definition, personas } = shipped('death-of-a-relative')
  const { plan } = borrowed(EMPTY, 'death-of-a-relative', 'estate')
  expect(plan.people).toBe(personas.length)
  expect(plan.personas[0]?.facts.happened_on).toBe(personas[0]?.facts[definition.starts_on])
  for (const track of ['none', '__proto__', 'constructor'])
    expect(planBorrowing(valuesOf(EMPTY), [], { definition, personas, track })).toBe(undefined)
})
