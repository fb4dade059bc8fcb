import { describe, expect, test } from 'vitest'
import { findingLine, findingText } from '#src/journey/finding.ts'
import { readDefinition, readPersonas, writeDefinition } from '#src/journey/notation.ts'
import { changed, cpuMs, EXAMPLE, example, lineWith } from './example.ts'

/** Longer than any of these takes, shorter than anyone would wait. */
const SOON_MS = 200

function refused(text: string) {
  const read = readDefinition(text, 'journey.yaml')
  if (read.ok) throw new Error('was accepted')
  return read.findings
}

const steps = (count: number) =>
  Array.from({ length: count }, (_, i) => `      - { id: s${i}, kind: info, title: { fi: a } }\n`).join('')
const bomb = [...'abcdefghij'].map(
  (name, i) =>
    `${name}: &${name} [${
      i
        ? Array(9)
            .fill(`*${'abcdefghij'[i - 1]}`)
            .join(', ')
        : 'x, x, x'
    }]`,
)

describe('a file that would do harm is refused at once, with a line and a sentence', () => {
  test.each([
    ['more than a million characters', `format: 1\nid: ${'x'.repeat(1_000_001)}`, 'too-large', 1],
    ['fifty levels', Array.from({ length: 50 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'too-deep', 22],
    ['twenty-five thousand brackets', '['.repeat(25_000), 'too-deep', 1],
    ['five thousand lists in lists', '- '.repeat(5000), 'too-deep', 1],
    ['aliases of aliases', bomb.join('\n'), 'alias-bomb', 2],
    ['an alias of itself', 'format: 1\ntitle: &a\n  fi: *a\n', 'alias-bomb', 3],
    ['an alias of nothing', 'format: 1\ntitle: *a\n', 'alias-bomb', 2],
    ['a key of every object', 'format: 1\n__proto__: { polluted: true }\n', 'reserved-key', 2],
    ['another such key, deep inside', 'format: 1\nfacts:\n  constructor: { type: date }\n', 'reserved-key', 3],
    ['a key that stands twice', 'format: 1\nid: a\nid: b\n', 'duplicate-key', 3],
    ['five thousand steps', `format: 1\ntracks:\n  a:\n    steps:\n${steps(5000)}`, 'too-many-steps', 506],
    [
      'five thousand steps in ten tracks',
      `tracks:\n${Array.from({ length: 10 }, (_, i) => `  t${i}:\n    steps:\n${steps(500)}`).join('')}`,
      'too-many-steps',
      508,
    ],
    [
      'five thousand steps as JSON',
      JSON.stringify({ tracks: { a: { steps: Array.from({ length: 5000 }, (_, i) => ({ id: `s${i}` })) } } }),
      'too-many-steps',
      1,
    ],
    [
      'ninety thousand keys',
      `{${Array.from({ length: 90_000 }, (_, i) => `k${i}: 1`).join(',')}}`,
      'too-many-values',
      1,
    ],
  ])('%s', (_, text, code, line) => {
    const [first] = refused(text)
    expect(first).toMatchObject({ code, line, severity: 'error' })
    expect(first && findingLine(first, 'en')).toMatch(/^journey\.yaml:\d+: \w.{15,}\.$/)
    expect(first && findingText(first, 'fi')).not.toMatch(/[{}]/)
    expect(cpuMs(() => refused(text))).toBeLessThan(SOON_MS)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test.each([
    ['nothing', '', 'not-a-journey'],
    ['one word', 'hello', 'not-a-journey'],
    ['two documents', 'a: 1\n---\nb: 2', 'yaml-syntax'],
    ['a bracket left open', 'a: {\n', 'yaml-syntax'],
    ['a tab for indentation', 'a:\n\t- b', 'yaml-syntax'],
    ['a key that is a map', '? { a: 1 }\n: 2', 'key-not-text'],
    ['a tag that makes objects of keys', 'a: !!pairs [ [a]: 1 ]', 'key-not-text'],
    ['bytes', '\u0000\u0001', 'not-a-journey'],
  ])('%s', (_, text, code) => {
    expect(refused(text)[0]).toMatchObject({ code })
  })

  test('a file of nonsense gets a readable number of findings', () => {
    const nonsense = Array.from({ length: 5000 }, (_, i) => `k${i}: 1`).join('\n')
    expect(refused(nonsense).length).toBeLessThanOrEqual(100)
  })
})

test.each([
  [500, 'missing'],
  [501, 'too-many-steps'],
])('%s steps: %s', (count, code) => {
  expect(refused(`tracks:\n  a:\n    steps:\n${steps(count)}`)[0]).toMatchObject({ code })
})

describe('a slip in the notation is said where it is', () => {
  test.each([
    [
      'a missing part, at what it is missing from',
      '        title: { fi: Maksa lasku, sv: Betala räkningen, en: Pay the bill }\n',
      '',
      'missing',
      'id: pay',
    ],
    ['a misspelt part', 'quick_exit: false', 'quick_exitt: false', 'unknown-key', 'quick_exitt'],
    ['a text with a comma in braces', "fi: 'Mitä teet, kun", 'fi: Mitä teet, kun', 'comma-in-text', 'Mitä teet, kun'],
    ['a text with a colon', 'title: Talon ohje,', 'title: Talon ohje: uusi,', 'colon-in-text', 'Talon ohje: uusi'],
    [
      'a text without its language',
      'do: { fi: Sinun ei tarvitse tehdä mitään., sv: Du behöver inte göra något., en: You need not do anything. }',
      'do: Sinun ei tarvitse.',
      'not-words',
      'do: Sinun',
    ],
    ['a kind that does not exist', 'kind: decision', 'kind: desicion', 'not-one-of', 'desicion'],
    ['an option that does not exist', 'feasibility: agreed', 'feasibility: maybe', 'not-one-of', 'feasibility: maybe'],
    ['an id with a capital', 'id: may-we-tell', 'id: May-we-tell', 'bad-kebab-id', 'May-we-tell'],
    ['a hyphen where an underscore belongs', '  was_stolen: {', '  was-stolen: {', 'bad-snake-id', '  was-stolen: {'],
    [
      'a step without its track',
      'needs: [lock/may-we-tell]',
      'needs: [may-we-tell]',
      'bad-step-ref',
      'needs: [may-we-tell]',
    ],
    ['a duration in words', 'add: P14D', 'add: 14 days', 'bad-duration', '14 days'],
    ['a date that is none', 'before: 2026-01-01', 'before: 2026-1-1', 'bad-date', '2026-1-1'],
    ['a web address', "url: 'https://example.org/ohje'", "url: 'example'", 'bad-url', "url: 'example'"],
    ['one option only', ", leave: { fi: Ei, sv: Nej, en: 'No' }", '', 'too-few', 'lock: { type: choice'],
    ['a comparison that does not exist', '{ fact: keys, gte: 3 }', '{ fact: keys, gt: 3 }', 'bad-condition', 'gt: 3'],
    [
      'a part of a condition that is none',
      '{ any: [was_stolen, many_keys] }',
      '{ any: [was_stolen, 5] }',
      'bad-condition',
      '[was_stolen, 5]',
    ],
    ['nothing to be true', '{ any: [was_stolen, many_keys] }', '{ any: [] }', 'too-few', 'any: []'],
    ['a number that is text', 'contacts: 2', 'contacts: two', 'wrong-type', 'contacts: two'],
    ['a number below nought', 'contacts: 2', 'contacts: -2', 'out-of-range', 'contacts: -2'],
  ])('%s', (_, from, to, code, at) => {
    const text = changed(from, to)
    const found = refused(text).find((one) => one.code === code)
    expect(found, JSON.stringify(refused(text))).toMatchObject({ line: lineWith(text, at), severity: 'error' })
    for (const language of ['fi', 'en'] as const)
      expect(found && findingText(found, language)).not.toMatch(/[{}]|undefined/)
  })

  test('in words a designer knows: the step by its name, not by its number', () => {
    const text = changed('feasibility: agreed', 'feasibility: maybe')
    expect(refused(text).map((found) => findingLine(found, 'en'))).toEqual([
      `journey.yaml:${lineWith(text, 'feasibility: maybe')}: lock/new-lock proposed.feasibility: choose one of exists, agreed, needs_law, idea.`,
    ])
  })
})

test('what is written reads back as the same definition', () => {
  const read = readDefinition(writeDefinition(example()))
  expect(read.ok && read.definition).toEqual(example())
})

test('every place of the file knows its line', () => {
  const read = readDefinition(EXAMPLE)
  if (!read.ok) throw new Error('refused')
  const lineOf = (...path: (string | number)[]) => read.lines.lineOf(path)
  expect(lineOf('conditions', 'abroad')).toBe(lineWith(EXAMPLE, '  abroad: { fact'))
  expect(lineOf('tracks', 'lock', 'steps', 1, 'replies', 1, 'back_to')).toBe(lineWith(EXAMPLE, '- { id: more-needed'))
  expect(lineOf('tracks', 'lock', 'steps', 1, 'no-such', 'thing')).toBe(lineWith(EXAMPLE, '- id: report'))
  expect(lineOf()).toBe(1)
})

test('personas are read by the same rules', () => {
  const aino = '- { id: aino, name: Aino, introduction: { fi: Aino }, facts: { lost_on: 2026-03-01 } }'
  expect(readPersonas(aino)).toMatchObject({ ok: true, personas: [{ id: 'aino', facts: { lost_on: '2026-03-01' } }] })
  expect(readPersonas(`${aino}\n- { id: erik, name: Erik }`)).toMatchObject({
    ok: false,
    findings: [{ line: 2 }, { line: 2 }],
  })
})
