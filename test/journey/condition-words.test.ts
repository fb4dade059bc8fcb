import { expect, test } from 'vitest'
import { conditionWords } from '#src/journey/condition-words.ts'
import type { Condition, Language } from '#src/journey/definition.ts'
import { example } from './example.ts'

const inWords = (condition: Condition, language: Language = 'fi') => conditionWords(condition, example(), language)

test.each<[Condition, string]>([
  ['abroad', 'Missä asut? – Ulkomailla'],
  [{ not: 'abroad' }, 'Missä asut? – muu vastaus kuin ”Ulkomailla”'],
  [{ fact: 'home', in: ['rented', 'owned'] }, 'Missä asut? – ”Vuokralla” tai ”Omassa”'],
  [{ not: { fact: 'home', in: ['rented', 'owned'] } }, 'Missä asut? – Ulkomailla'],
  ['was_stolen', 'Varastettiinko avaimet? – Kyllä'],
  [{ not: 'was_stolen' }, 'Varastettiinko avaimet? – Ei'],
  [{ fact: 'stolen', known: false }, 'Varastettiinko avaimet? – ei tiedossa'],
  [{ not: { fact: 'stolen', known: false } }, 'Varastettiinko avaimet? – on vastattu'],
  ['many_keys', 'Montako avainta katosi? – vähintään 3'],
  [{ not: 'many_keys' }, 'Montako avainta katosi? – alle 3'],
  ['old_rule', 'Milloin avaimet katosivat? – ennen 1.1.2026'],
  [{ not: 'old_rule' }, 'Milloin avaimet katosivat? – 1.1.2026 tai myöhemmin'],
  [{ all: ['was_stolen'] }, 'Varastettiinko avaimet? – Kyllä'],
  [
    'needs_locksmith',
    'Missä asut? – muu vastaus kuin ”Ulkomailla” ja (Varastettiinko avaimet? – Kyllä tai Montako avainta katosi? – vähintään 3)',
  ],
  [
    { not: 'needs_locksmith' },
    'Missä asut? – Ulkomailla tai (Varastettiinko avaimet? – Ei ja Montako avainta katosi? – alle 3)',
  ],
  ['no_such_name', 'no_such_name'],
  [{ fact: 'no_such_fact', is: true }, 'no_such_fact – Kyllä'],
])('%j is said as %s', (condition, words) => {
  expect(inWords(condition)).toBe(words)
})

test('in Swedish and in English as well', () => {
  expect(inWords({ any: ['old_rule', { not: 'abroad' }] }, 'sv')).toBe(
    'När försvann nycklarna? – före 1 januari 2026 eller Var bor du? – ett annat svar än ”Utomlands”',
  )
  expect(inWords({ any: ['old_rule', { not: 'abroad' }] }, 'en')).toBe(
    'When were the keys lost? – before 1 January 2026 or Where do you live? – another answer than “Abroad”',
  )
})

test('names that go in a circle or double without end are not written out for ever', () => {
  const conditions: Record<string, Condition> = {
    round: { not: 'round' },
    c0: 'abroad',
    abroad: { fact: 'home', is: 'abroad' },
  }
  for (let i = 1; i <= 50; i += 1) conditions[`c${i}`] = { all: [`c${i - 1}`, `c${i - 1}`] }
  const definition = { ...example(), conditions }
  expect(conditionWords('round', definition, 'fi')).toBe('≠ round')
  expect(conditionWords('c50', definition, 'fi').length).toBeLessThan(5000)
})
