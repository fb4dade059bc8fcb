import { expect, test } from 'vitest'
import { isLanguage, LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'

type Said = string | readonly Said[] | { [key: string]: Said } | ((...values: never[]) => unknown)

/** Every sentence with the path to it; a function stands for its own text. */
function sentences(said: Said, path = ''): (readonly [path: string, text: string])[] {
  if (typeof said === 'string') return [[path, said]]
  if (typeof said === 'function') return [[path, `${said}`]]
  return Object.entries(said).flatMap(([key, inner]) => sentences(inner, path ? `${path}.${key}` : key))
}

const keys = (language: 'fi' | 'sv' | 'en') => sentences(messages(language)).map(([path]) => path)

test('the three languages say the same things', () => {
  expect(keys('fi').length).toBeGreaterThan(40)
  expect(keys('sv').sort()).toEqual(keys('fi').sort())
  expect(keys('en').sort()).toEqual(keys('fi').sort())
})

test.each(LANGUAGES)('nothing in %s is empty, and nothing is exclaimed', (language) => {
  const plain = sentences(messages(language)).filter(([, text]) => !text.includes('=>'))
  expect(plain.filter(([, text]) => text.trim() === '').map(([path]) => path)).toEqual([])
  expect(plain.filter(([, text]) => text.includes('!')).map(([path]) => path)).toEqual([])
})

test('only the three languages are languages', () => {
  expect(['fi', 'sv', 'en'].every(isLanguage)).toBe(true)
  expect([undefined, 'se', 'FI', 'toString'].some(isLanguage)).toBe(false)
})
