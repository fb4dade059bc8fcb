import { expect, test } from 'vitest'
import { makeChannelCode, readChannelCode } from '#src/trial/channel-code.ts'
import { seeded } from '../support/app.ts'

test('a code is ten characters that are read aloud without doubt', () => {
  const random = seeded(3)
  const codes = Array.from({ length: 500 }, () => makeChannelCode(random(10)))
  expect(new Set(codes).size).toBe(500)
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
})

test('it is known however it is typed', () => {
  for (const typed of ['abc01-23xyz', 'ABC01-23XYZ', ' abc0123xyz ', 'abcO1–23xyz', 'abc0I 23xyz'])
    expect(readChannelCode(typed)).toBe('abc01-23xyz')
})

test.each(['', 'abc01', 'abc01-23xyz-1', 'abc01-23xy!', 'a'.repeat(5000)])(
  'what cannot be a code is none: %#',
  (typed) => {
    expect(readChannelCode(typed)).toBeUndefined()
  },
)

test('too few random bytes make no code', () => {
  expect(() => makeChannelCode(new Uint8Array(9))).toThrow()
})
