import { expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { lint } from '#src/journey/lint.ts'
import { nextJourneyFindings } from '#src/journey/lint-leads-to.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const FACTS = [{ fact: 'colour', as: 'old_rental', values: { black: true, white: false } }]
const why = { fi: 'Muutto seuraa', sv: 'Flytten följer', en: 'Moving follows' }
type Next = NonNullable<Definition['leads_to']>[number]

function leading(more: Partial<Next> = {}, twice = false): Definition {
  const next = { journey: 'moving-home', why, facts: FACTS, ...more }
  return Definition.parse({ ...MOVING_HOUSE_CAT, leads_to: twice ? [next, next] : [next] })
}
const TARGET: Definition = {
  ...MOVING_HOUSE_CAT,
  id: 'moving-home',
  facts: {
    old_rental: { type: 'boolean', ask: why },
    fur: { type: 'choice', ask: why, options: { red: why, grey: why } },
  },
}
const codes = (definition: Definition) =>
  lint(definition)
    .filter(({ severity, path }) => severity === 'error' && path[0] === 'leads_to')
    .map(({ code, path }) => `${code} ${path.join('.')}`)
const beside = (definition: Definition) =>
  nextJourneyFindings(definition, (id) => (id === TARGET.id ? TARGET : undefined)).map(({ code, values }) =>
    `${code} ${values.id} ${values.value ?? ''}`.trim(),
  )

test('a journey that leads on as it should has nothing to be mended', () => {
  expect(codes(leading())).toEqual([])
  expect(beside(leading())).toEqual([])
})

test.each([
  [
    'carries a fact it does not ask',
    { facts: [{ fact: 'fur', as: 'old_rental' }] },
    'unknown-fact leads_to.0.facts.0.fact',
  ],
  [
    'knows an option that is none',
    { facts: [{ fact: 'colour', as: 'old_rental', values: { red: true } }] },
    'unknown-option leads_to.0.facts.0.values.red',
  ],
  ['says the same of a fact twice', { facts: [...FACTS, ...FACTS] }, 'duplicate-id leads_to.0.facts.1.as'],
  ['leads to itself', { journey: MOVING_HOUSE_CAT.id }, 'leads-to-itself leads_to.0.journey'],
  ['asks of a fact there is not', { when: { fact: 'fur', is: 'red' } }, 'unknown-fact leads_to.0.when.fact'],
])('a journey that %s is told so at its place', (_, more, found) => {
  expect(codes(leading(more))).toEqual([found])
})

test('leading to the same journey twice is told', () => {
  expect(codes(leading({}, true))).toEqual(['duplicate-id leads_to.1.journey'])
})

test('a reason that lacks a language is missed', () => {
  const found = lint(leading({ why: { fi: 'Muutto seuraa' } })).filter(({ code }) => code === 'missing-words')
  expect(found.map(({ path, values }) => `${path.join('.')} ${values.language}`)).toEqual([
    'leads_to.0.why sv',
    'leads_to.0.why en',
  ])
})

test('beside the journey it leads to, a fact that is not there and values it does not take are told; an absent one is not', () => {
  expect(beside(leading({ facts: [{ fact: 'colour', as: 'rental' }] }))).toEqual(['unknown-next-fact rental'])
  expect(beside(leading({ facts: [{ fact: 'colour', as: 'old_rental' }] }))).toEqual([
    'next-fact-differs old_rental black',
    'next-fact-differs old_rental white',
  ])
  expect(beside(leading({ journey: 'not-here', facts: [{ fact: 'colour', as: 'anything' }] }))).toEqual([])
})

test('what leads on survives being written and read, and is part of the content', () => {
  const definition = leading({ when: { fact: 'colour', is: 'black' } })
  for (const text of [writeDefinition(definition), JSON.stringify(definition)]) {
    const read = readDefinition(text)
    expect(read.ok && read.definition).toEqual(definition)
    expect(read.ok && contentHash(read.definition)).toBe(contentHash(definition))
  }
  expect(contentHash(definition)).not.toBe(contentHash(MOVING_HOUSE_CAT))
})
