import { describe, expect, test } from 'vitest'
import { filledIn, type Proposed, type Sources, type Trouble, troublesOf } from '#feedback/themes/gate.ts'

const SOURCES: Sources = {
  texts: new Map([
    ['t1', 'Odotin pankin todistusta viikkoja.'],
    ['t2', 'Pankki ei vastannut, todistus viipyi.'],
    ['t3', 'Todistus tuli pankista myöhässä.'],
  ]),
  people: new Map([
    ['t1', 'aino'],
    ['t2', 'erik'],
    ['t3', 'sari'],
  ]),
  themes: new Set(['wait']),
  counts: new Map([['wait/people', 6]]),
  names: ['Odottaminen'],
  language: 'fi',
  languageOf: (text) => (/\bthe\b/.test(text) ? 'en' : 'fi'),
}
const HONEST: Proposed = {
  sentence: 'Pankin todistusta odotettiin pitkään: näin kirjoitti {{wait/people}} ihmistä.',
  theme: 'wait',
  quotes: [
    { id: 't1', text: 'Odotin pankin todistusta viikkoja.' },
    { id: 't3', text: 'Todistus tuli pankista myöhässä.' },
  ],
  counts: [{ key: 'wait/people', value: 6 }],
}

test('an honest sentence passes and has its number from us', () => {
  expect(troublesOf(HONEST, SOURCES)).toEqual([])
  expect(filledIn(HONEST.sentence, SOURCES.counts)).toContain('kirjoitti 6 ihmistä')
})

describe('a sentence is refused', () => {
  const [first = { id: '', text: '' }, second = { id: '', text: '' }] = HONEST.quotes
  test.each<[string, Trouble, Partial<Proposed>]>([
    ['that quotes what nobody wrote', 'quote', { quotes: [first, { id: 't3', text: 'Todistus tuli heti.' }] }],
    ['that gives a text to somebody else', 'quote', { quotes: [first, { id: 't2', text: second.text }] }],
    ['that invents a text', 'id', { quotes: [first, { id: 't9', text: second.text }] }],
    ['that invents a theme', 'theme', { theme: 'money' }],
    ['that changes a count', 'count', { counts: [{ key: 'wait/people', value: 60 }] }],
    ['that invents a count', 'count', { sentence: 'Näin kirjoitti {{wait/all}} ihmistä.' }],
    ['with a number of its own', 'number', { sentence: 'Todistusta odotti 60 ihmistä.' }],
    ['with a word of quantity', 'number', { sentence: 'Useimmat odottivat todistusta.' }],
    ['that takes the "not" out of a quote', 'quote', { quotes: [first, { id: 't2', text: 'Pankki vastannut' }] }],
    ['that turns a "not" around', 'negation', { sentence: 'Todistusta ei tarvinnut odottaa.' }],
    [
      'that leaves out the "not" all its quotes have',
      'negation',
      { sentence: 'Pankki vastasi.', quotes: [{ id: 't2', text: 'Pankki ei vastannut, todistus viipyi.' }] },
    ],
    ['with a name no text has', 'name', { sentence: 'Todistusta odotettiin, kertoo Virtanen.' }],
    ['from one person alone', 'few', { quotes: [first] }],
    ['in another language', 'language', { sentence: 'Waiting for the bank took long.' }],
    ['too long to read', 'length', { sentence: `Odotettiin ${'todella '.repeat(60)}pitkään.` }],
    ['with nothing in it', 'length', { sentence: ' ' }],
  ])('%s', (_, trouble, lie) => {
    expect(troublesOf({ ...HONEST, ...lie }, SOURCES)).toContain(trouble)
  })
})
