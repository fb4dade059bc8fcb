import { expect, test } from 'vitest'
import { messages } from '#src/i18n/translate.ts'
import { readBackground, TRAIT_VALUES } from '#src/trial/background.ts'
import { TRAITS } from '#src/trial/trial.ts'

test('every field may stay empty, and an empty form tells nothing', () => {
  expect(readBackground({ standpoint: 'assisting', age: '', token: 'x' })).toEqual({ standpoint: 'assisting' })
  expect(readBackground({ standpoint: '', county: '' })).toBeUndefined()
})

test('a value that no form of ours offers is refused', () => {
  expect(() => readBackground({ county: '22' })).toThrow(/invalid/)
  expect(() => readBackground({ age: '33' })).toThrow(/invalid/)
})

test.each(['fi', 'sv', 'en'] as const)('every value has its words in %s, and no words are left over', (language) => {
  const { values } = messages(language).trial.background
  for (const trait of TRAITS) expect(Object.keys(values[trait]).sort()).toEqual([...TRAIT_VALUES[trait]].sort())
})
