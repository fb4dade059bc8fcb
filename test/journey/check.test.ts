import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPersonas, checkText } from '#src/journey/check.ts'
import { findingText } from '#src/journey/finding.ts'
import { changed, cpuMs, EXAMPLE, errorsIn, SMALL } from './example.ts'

test('the example has nothing to mend, and says which needed step may be passed by', () => {
  expect(checkText(EXAMPLE).map(({ code }) => code)).toEqual(['needed-passed-by'])
})

/** Of two that are the same the later is reported. */
const LAST: ReadonlySet<string> = new Set(['duplicate-id'])

test('nor has the small one', () => {
  expect(checkText(SMALL).map(({ code }) => code)).toEqual([])
})

describe('a planted fault is an error at its line', () => {
  test.each([
    [
      'a step waits for one that does not exist',
      'needs: [lock/may-we-tell]',
      'needs: [lock/may-we-tel]',
      'unknown-step',
    ],
    ['a reply leads to a step that does not exist', 'back_to: lock/report', 'back_to: lock/reprot', 'unknown-step'],
    [
      'a deadline counts from a step that does not exist',
      'deadline: { from: { done: money/claim }',
      'deadline: { from: { done: money/clam }',
      'unknown-step',
    ],
    ['a provider that does not exist', 'provider: locksmith', 'provider: locksmit', 'unknown-provider'],
    ['one of several providers', '[police, neighbours]', '[police, neighbors]', 'unknown-provider'],
    ['a receiver that does not exist', 'to: landlord, basis', 'to: landlady, basis', 'unknown-provider'],
    ['data that does not exist', 'data: [loss_report], from', 'data: [lost_report], from', 'unknown-data'],
    ['a document that does not exist', 'uses: [report_copy]', 'uses: [report_copies]', 'unknown-document'],
    ['a consent to nothing', 'consents: [report-to-landlord]', 'consents: [report-to-landlady]', 'unknown-share'],
    ['a statement about nothing', 'about: report-to-landlord', 'about: report-to-landlady', 'unknown-share'],
    ['a source that does not exist', 'origin: reported, cite: S1', 'origin: reported, cite: S9', 'unknown-source'],
    ['a question for nothing', 'asks: [stolen, keys]', 'asks: [stolen, keyz]', 'unknown-fact'],
    ['a condition on nothing', '{ fact: stolen, is: true }', '{ fact: stollen, is: true }', 'unknown-fact'],
    ['a condition that does not exist', 'when: rents', 'when: rent', 'unknown-condition'],
    ['an answer that does not exist', '{ fact: home, is: abroad }', '{ fact: home, is: aboard }', 'unknown-option'],
    ['a yes to a choice', '{ fact: home, is: abroad }', '{ fact: home, is: true }', 'unknown-option'],
    ['a text to a yes or no', '{ fact: stolen, is: true }', "{ fact: stolen, is: 'true' }", 'wrong-value'],
    ['a number out of reach', '{ fact: keys, gte: 3 }', '{ fact: keys, is: 21 }', 'wrong-value'],
    ['a choice compared by size', '{ fact: keys, gte: 3 }', '{ fact: home, gte: 3 }', 'not-comparable'],
    ['a reply that sets an impossible answer', 'sets: { stolen: true }', 'sets: { home: tent }', 'unknown-option'],
    ['a decision on a yes or no', '        sets: lock', '        sets: stolen', 'not-a-choice'],
    ['a deadline from a choice', 'deadline: { from: lost_on', 'deadline: { from: home', 'not-a-date'],
    [
      'words missing in one language',
      'title: { fi: Lukko, sv: Låset, en: The lock }',
      'title: { fi: Lukko, sv: Låset }',
      'missing-words',
    ],
    [
      'words missing deep inside',
      'text: { fi: Hinta on laskettu., sv: Priset är räknat.,',
      'text: { fi: Hinta on laskettu.,',
      'missing-words',
    ],
    ['a step that stands twice', 'id: new-lock', 'id: choose-lock', 'duplicate-id'],
    ['a share that stands twice', 'id: price-to-you', 'id: report-to-landlord', 'duplicate-id'],
    ['a statement that stands twice', '{ id: s2, origin', '{ id: s1, origin', 'duplicate-id'],
    [
      'a condition that no situation makes true',
      'when: rents\n        title',
      'when: { all: [rents, { fact: home, is: owned }] }\n        title',
      'never-reached',
    ],
    [
      'numbers that cannot both be',
      '{ any: [{ fact: keys, lt: 3 }, rents] }',
      '{ all: [{ fact: keys, lt: 3 }, many_keys] }',
      'never-reached',
    ],
    [
      'dates that cannot both be',
      'when: old_rule',
      'when: { all: [old_rule, { fact: lost_on, gte: 2026-01-01 }] }',
      undefined,
    ],
    ['a step that waits for itself', 'needs: [lock/may-we-tell]', 'needs: [lock/report]', 'order-cycle'],
    ['a step that waits for a later one', 'needs: [lock/may-we-tell]', 'needs: [lock/new-lock]', 'order-cycle'],
    [
      'a fact asked too late',
      '        when: rents\n        title',
      '        when: { fact: lock, is: leave }\n        title',
      'read-before-asked',
    ],
    [
      'a fact that a passed-by step asks',
      '{ all: [needs_locksmith, { fact: lock, is: change }] }',
      '{ fact: lock, is: change }',
      'not-asked-on-path',
    ],
    [
      'a wait for what comes later',
      '{ from: { done: money/claim }, add: P14D }',
      '{ from: { done: money/pay }, add: P14D }',
      'wait-not-before',
    ],
    [
      'a deadline from what comes later',
      '{ from: { done: money/claim }, law: Laki 1, add: P1M }',
      '{ from: { done: money/pay }, law: Laki 1, add: P1M }',
      'deadline-not-before',
    ],
    ['a reply that leads ahead', 'back_to: lock/report', 'back_to: lock/new-lock', 'back-to-not-back'],
    [
      'a first reply that leads back',
      '{ id: ready, after: P3D, seen: imagined,',
      '{ id: ready, after: P3D, back_to: lock/may-we-tell, seen: imagined,',
      'back-to-loops',
    ],
    ['a document that nobody produces', 'uses: [report_copy]', 'uses: [receipt_copy]', 'unknown-document'],
    [
      'a document used before it is produced',
      'needs: [lock/report]\n',
      'needs: [lock/report]\n        uses: [receipt]\n',
      undefined,
    ],
    ['time that starts from a choice', 'starts_on: lost_on', 'starts_on: home', 'not-a-date'],
    [
      'time that starts from an answer one may not know',
      'lost_on: { type: date,',
      'lost_on: { type: date, unknown_allowed: true,',
      'start-may-be-unknown',
    ],
    [
      'names in a circle',
      'rents: { fact: home, in: [rented] }',
      'rents: { not: { any: [rents, abroad] } }',
      'condition-cycle',
    ],
  ])('%s', (_, from, to, code) => {
    const text = changed(from, to)
    const errors = errorsIn(text)
    if (code === undefined) return expect(errors).toEqual([])

    const found = errors.find((one) => one.code === code)
    const changedPart = LAST.has(code)
      ? text.lastIndexOf(to.split('\n')[0] ?? to)
      : text.indexOf(to.split('\n')[0] ?? to)
    expect(found, JSON.stringify(errors)).toMatchObject({ line: text.slice(0, changedPart).split('\n').length })
    for (const language of ['fi', 'sv', 'en'] as const)
      expect(found && findingText(found, language)).not.toMatch(/[{}]|undefined/)
  })

  test('a misspelt name comes with the one that was probably meant', () => {
    const [found] = errorsIn(changed('provider: locksmith', 'provider: locksmit'))
    expect(found && findingText(found, 'en')).toBe(
      'lock/new-lock provider: there is no provider locksmit. Did you mean locksmith?',
    )
  })
})

describe('what wants a look is a warning or a note', () => {
  test.each([
    ['a basis that nobody verified', 'basis: contract', 'basis: unverified', 'unverified-basis', 'warning'],
    ['a consent that nobody asks', 'basis: contract', 'basis: consent', 'consent-not-asked', 'warning'],
    [
      'a title that stands twice',
      'title: { fi: Maksa lasku,',
      'title: { fi: Tilaa uusi lukko,',
      'duplicate-title',
      'warning',
    ],
    ['a long title', 'title: { fi: Maksa lasku,', `title: { fi: ${'Maksa lasku '.repeat(6)},`, 'long-text', 'warning'],
    [
      'a long sentence',
      'do: { fi: Sinun ei tarvitse tehdä mitään.,',
      `do: { fi: ${'ja '.repeat(30)}niin.,`,
      'long-sentence',
      'note',
    ],
    [
      'variables that differ',
      'sv: Hur många nycklar försvann?',
      "sv: 'Hur många {keys} försvann?'",
      'variables-differ',
      'warning',
    ],
    [
      'a step without a source',
      ', automation: none, source: [{ cite: S2, checked: 2026-11-22, confidence: P }] }',
      ', automation: none }',
      'no-source',
      'warning',
    ],
    [
      'an unverified source',
      'checked: 2026-11-22, confidence: P',
      'checked: 2026-11-22, confidence: U',
      'unverified-source',
      'note',
    ],
    [
      'a condition always true',
      '{ any: [{ fact: keys, lt: 3 }, rents] }',
      '{ any: [{ fact: keys, lt: 3 }, many_keys] }',
      'always-on-path',
      'warning',
    ],
    ['a hand-over nobody has a statement about', 'about: report-to-landlord, ', '', 'no-statement', 'warning'],
    [
      'a note that never holds',
      'when: old_rule',
      'when: { all: [old_rule, { fact: lost_on, gte: 2026-01-01 }] }',
      'condition-never-true',
      'warning',
    ],
    [
      'a document from a strand not waited for',
      'needs: [lock/report]\n',
      'needs: [lock/report]\n        uses: [receipt]\n',
      'produced-elsewhere',
      'warning',
    ],
    ['a provider without a step', 'provider: [landlord, parish]', 'provider: landlord', 'unused-provider', 'warning'],
    ['a condition nobody uses', 'when: old_rule, ', '', 'unused-condition', 'warning'],
    ['a fact nobody reads', '{ fact: keys, gte: 3 }', '{ fact: stolen, is: false }', undefined, undefined],
  ])('%s', (_, from, to, code, severity) => {
    const found = checkText(changed(from, to))
    expect(found.filter((one) => one.severity === 'error')).toEqual([])
    if (code) expect(found).toContainEqual(expect.objectContaining({ code, severity }))
  })
})

test('personas fit their journey', () => {
  const persona = (facts: string) =>
    `- { id: aino, name: Aino, introduction: { fi: Aino, sv: Aino, en: Aino }, facts: { ${facts} } }`
  const codes = (facts: string) => checkPersonas(persona(facts), EXAMPLE, 'personas.yaml').map(({ code }) => code)
  expect(codes('lost_on: 2026-03-01, home: rented, stolen: null, keys: 2')).toEqual([])
  expect(codes('lost_on: 2026-03-01, home: tent')).toEqual(['unknown-option'])
  expect(codes('lost_on: 2026-02-30, hom: rented')).toEqual(['wrong-value', 'unknown-fact'])
  expect(codes('home: owned')).toEqual(['persona-incomplete'])
})

/** Cuts, doubles, swaps and overwrites pieces of a journey at random places. */
const mutationOf = (text: string) =>
  fc.record({
    at: fc.nat(text.length),
    length: fc.integer({ min: 0, max: 60 }),
    from: fc.nat(text.length),
    put: fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ maxLength: 20 }), fc.constant(undefined)),
  })
const SNIPPETS = [
  '',
  '[',
  '{',
  '}',
  ': ',
  '- ',
  '&a ',
  '*now',
  '\n',
  '\t',
  '"',
  "'",
  '__proto__',
  'null',
  '1e999',
  '.nan',
  '!!binary ',
  '? ',
  '#',
]

test.each([
  ['2,000 damages of a small journey', SMALL, 2000],
  ['100 damages of the whole example', EXAMPLE, 100],
])('%s are all answered, none takes long', { timeout: 240_000 }, (_, whole, numRuns) => {
  fc.assert(
    fc.property(fc.array(mutationOf(whole), { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce(
        (sofar, { at, length, from, put }) =>
          sofar.slice(0, at) + (put ?? whole.slice(from, from + 60)) + sofar.slice(at + length),
        whole,
      )
      expect(cpuMs(() => checkText(text).map((found) => findingText(found, 'fi')))).toBeLessThan(200)
    }),
    { numRuns, seed: 20261122 },
  )
})
