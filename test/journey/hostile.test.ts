import { describe, expect, test } from 'vitest'
import { checkText } from '#src/journey/check.ts'
import { type Finding, findingLine, findingText } from '#src/journey/finding.ts'
import { cpuMs } from './example.ts'

/**
 * Files of the right shape that were made to cost time: each compares much with much, or leads deep. Some are journeys all
 * the same and are only answered; the others are refused. `notation.test.ts` has those that are not even YAML or no journey.
 */

const SOON_MS = 200
/** of a journey that is one, however large: whoever made it waits once, and a busy machine doubles what it takes */
const LARGE_MS = 400
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i)
const each = (count: number, line: (i: number) => string) => numbers(count).map(line).join('')
const side =
  'today: { what: { fi: a }, automation: none }, proposed: { what: { fi: a }, automation: none, feasibility: idea }'

type Parts = { facts?: string; more?: string; asks?: readonly string[]; steps?: string }

function journey({ facts = '', more = '', asks = [], steps = task(0) }: Parts): string {
  return `format: 1
id: hostile
languages: [fi]
title: { fi: a }
starts_on: day
help: [{ name: { fi: a }, confidence: V }]
facts:
  day: { type: date, ask: { fi: a } }
${facts}providers: {}
${more}tracks:
  s: { title: { fi: s }, steps: [{ id: ask, kind: question, title: { fi: ask }, asks: [${['day', ...asks].join(', ')}] }] }
  t:
    title: { fi: t }
    steps:
${steps}`
}

function task(i: number, more = ''): string {
  return `      - { id: s${i}, kind: task, provider: self, title: { fi: t${i} }, ${side}${more} }\n`
}

const yesNo = (ids: readonly string[]) =>
  ids.map((id) => `  ${id}: { type: boolean, ask: { fi: a }, unknown_allowed: true }\n`).join('')
const choice = (id: string, options: number) =>
  `  ${id}: { type: choice, ask: { fi: a }, options: { ${numbers(options)
    .map((i) => `o${i}: { fi: a }`)
    .join(', ')} } }\n`
const f = (count: number) => numbers(count).map((i) => `f${i}`)
const named = (lines: string) => `conditions:\n${lines}`
const all = (leaves: readonly string[]) => `{ all: [${leaves.join(', ')}] }`

const REFUSED: readonly (readonly [string, string, Finding['code']])[] = [
  [
    'a million characters in one text',
    journey({ steps: task(0, `, ref: x`).replace('fi: t0', `fi: ${'a'.repeat(990_000)}`) }),
    'too-long',
  ],
  [
    'a thousand facts, each asked for under a name that is nearly right',
    journey({ facts: yesNo(f(1000)), asks: numbers(1000).map((i) => `g${i}`) }),
    'too-many',
  ],
  [
    'one id of ten thousand letters',
    journey({ facts: `  ? ${'a'.repeat(10_000)}\n  : { type: boolean, ask: { fi: a } }\n` }),
    'name-too-long',
  ],
  ['a thousand names in a row', journey({ more: named(each(1000, (i) => `  c${i}: c${i + 1}\n`)) }), 'too-many'],
  [
    'twenty thousand names in a row',
    journey({ more: named(each(20_000, (i) => `  c${i}: c${i + 1}\n`)) }),
    'too-many-values',
  ],
  [
    'names that lead to each other, 500 in a circle',
    journey({ more: named(each(500, (i) => `  c${i}: c${(i + 1) % 500}\n`)), steps: task(0, ', when: c0') }),
    'condition-cycle',
  ],
  [
    'names that each use the one before twice, read by 300 steps',
    journey({
      facts: yesNo(['b']),
      asks: ['b'],
      more: named(`  c0: { fact: b, is: true }\n${each(30, (i) => `  c${i + 1}: { all: [c${i}, c${i}] }\n`)}`),
      steps: each(300, (i) => task(i, `, when: { any: [c${i % 30}, c30] }`)),
    }),
    'condition-too-large',
  ],
  [
    'conditions that are small, but read one large one hundreds of times',
    journey({
      facts: yesNo(f(90)),
      asks: f(90),
      more: named(`  wide: ${all(f(90).map((id) => `{ fact: ${id}, is: true }`))}\n`),
      steps: each(300, (i) => task(i, `, when: { any: [wide, { not: wide }, wide] }`)),
    }),
    'conditions-too-large',
  ],
  [
    'a need of every step for the forty after it',
    journey({
      steps: each(250, (i) =>
        task(
          i,
          `, needs: [${numbers(40)
            .map((k) => `t/s${(i + k + 1) % 250}`)
            .join(', ')}]`,
        ),
      ),
    }),
    'order-cycle',
  ],
  [
    'needs of steps that are not there',
    journey({
      steps: each(200, (i) =>
        task(
          i,
          `, needs: [${numbers(40)
            .map((k) => `t/x${i}-${k}`)
            .join(', ')}]`,
        ),
      ),
    }),
    'unknown-step',
  ],
  ['a list of five thousand', journey({ facts: yesNo(['b']), asks: Array(5000).fill('b') }), 'too-many'],
  ['twenty thousand anchors', `a:\n${each(20_000, (i) => `  - &a${i} x\n`)}`, 'too-many-values'],
]

const ANSWERED: readonly (readonly [string, string])[] = [
  [
    'two choices of 400 options that one condition reads',
    journey({
      facts: choice('x', 400) + choice('y', 400),
      asks: ['x', 'y'],
      steps: each(5, (i) =>
        task(i, `, when: ${all([`{ fact: x, is: o${i} }`, '{ fact: y, is: o1 }', '{ fact: x, is: o7 }'])}`),
      ),
    }),
  ],
  [
    'conditions on ninety facts each',
    journey({
      facts: yesNo(f(90)),
      asks: f(90),
      steps: each(40, (i) =>
        task(i, `, when: ${all(f(90).map((id, k) => `{ fact: ${id}, is: ${(k + i) % 3 === 0} }`))}`),
      ),
    }),
  ],
  [
    'steps on eight facts each that need ten others',
    journey({
      facts: yesNo(f(12)),
      asks: f(12),
      steps: each(120, (i) =>
        task(
          i,
          `, when: ${all(numbers(8).map((k) => `{ fact: f${(i + k) % 12}, is: true }`))}, needs: [${numbers(
            Math.min(i, 10),
          )
            .map((k) => `t/s${i - k - 1}`)
            .join(', ')}]`,
        ),
      ),
    }),
  ],
  [
    'documents that every step produces and uses',
    journey({
      more: `documents:\n${each(30, (i) => `  d${i}: { name: { fi: a }, holds: [] }\n`)}`,
      steps: each(250, (i) =>
        task(
          i,
          `, produces: [d${i % 30}], uses: [${numbers(30)
            .map((k) => `d${k}`)
            .join(', ')}]`,
        ),
      ),
    }),
  ],
  [
    'days at the ends of the calendar',
    journey({
      steps: task(
        0,
        ', when: { any: [{ fact: day, before: 9999-12-31 }, { fact: day, gte: 0000-01-01 }] }, deadline: { from: day, add: P999Y9999M9999W99999D }',
      ),
    }),
  ],
]

function answersSoon(text: string, soon = SOON_MS): readonly Finding[] {
  expect(cpuMs(() => checkText(text).map((found) => findingText(found, 'fi')))).toBeLessThan(soon)
  return checkText(text, 'journey.yaml')
}

describe('a journey made to cost time', () => {
  test.each(REFUSED)('%s: is refused with a line and a sentence', (_, text, code) => {
    const errors = answersSoon(text).filter(({ severity }) => severity === 'error')
    expect(errors.map((found) => found.code)).toContain(code)
    for (const found of errors.slice(0, 5)) {
      expect(findingLine(found, 'en')).toMatch(/^journey\.yaml:\d+: .{15,}\.( Did you mean .*\?)?$/)
      expect(findingText(found, 'fi')).not.toMatch(/[{}]|undefined/)
    }
  })

  test.each(ANSWERED)('%s: is answered', (_, text) => {
    expect(answersSoon(text, LARGE_MS).map(({ code }) => code)).not.toContain('cannot-read')
  })

  test('where the proof ends early it says so, and calls nothing impossible that it has not tried', () => {
    const [, text = ''] = ANSWERED[1] ?? []
    const codes = checkText(text).map(({ code }) => code)
    expect(codes).toContain('cut-short')
    expect(codes).not.toContain('never-reached')
  })

  test('of thousands of findings as many are listed as anybody reads, and the rest is counted', () => {
    const shares = (i: number) =>
      numbers(6).map((k) => `{ id: h${i}-${k}, data: [d], from: self, to: self, basis: unverified }`)
    const text = journey({
      more: 'data: { d: { name: { fi: a }, about: other } }\n',
      steps: each(200, (i) => task(i, `, shares: [${shares(i).join(', ')}]`)),
    })
    const found = answersSoon(text)
    expect(found.length).toBeLessThan(600)
    const more = found.find(({ code }) => code === 'more-findings')
    expect(Number(more?.values.count)).toBeGreaterThan(700)
  })
})
