import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCode, readCode } from '#src/walk/code.ts'

const bytes = fc.uint8Array({ minLength: 12, maxLength: 16 })
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a participation code', () => {
  test('is easy to read aloud: groups of 4, 4 and 5, no letter that looks like another', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(makeCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/)
      }),
    )
  })

  test('uses every one of its random bytes', () => {
    const zeros = new Uint8Array(12)
    const codes = Array.from({ length: 12 }, (_, i) => makeCode(zeros.with(i, 1)))
    expect(new Set([...codes, makeCode(zeros)]).size).toBe(13)
  })

  test('is not made from too little chance', () => {
    expect(() => makeCode(new Uint8Array(11))).toThrow()
  })

  test('is read however Erik types it: small letters, spaces, any dash, O for zero, I and L for one', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeCode(random)
        const plain = code.replaceAll('-', '')
        expect(readCode(code)).toBe(code)
        expect(readCode(plain.toLowerCase())).toBe(code)
        expect(readCode(`  ${plain.split('').join(' ')} `)).toBe(code)
        expect(readCode(code.replaceAll('-', '–'))).toBe(code)
        expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('V', 'u'))).toBe(code)
      }),
    )
  })

  test('one wrong character is noticed, whichever it is', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 12 }), fc.nat({ max: 30 }), (random, at, other) => {
        const plain = makeCode(random).replaceAll('-', '')
        const wrong = ALPHABET.replace(plain[at] ?? '', '')[other]
        expect(readCode(plain.slice(0, at) + wrong + plain.slice(at + 1))).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('two neighbours in the wrong order are nearly always noticed', () => {
    let swaps = 0
    let missed = 0
    fc.assert(
      fc.property(bytes, fc.nat({ max: 11 }), (random, at) => {
        const plain = makeCode(random).replaceAll('-', '')
        const swapped = `${plain.slice(0, at)}${plain[at + 1]}${plain[at]}${plain.slice(at + 2)}`
        if (swapped === plain) return
        swaps += 1
        if (readCode(swapped) !== undefined) missed += 1
      }),
      { numRuns: 2000, seed: 1 },
    )
    expect(swaps).toBeGreaterThan(1000)
    expect(missed / swaps).toBeLessThan(0.01)
  })

  test.each(['', '-', 'ABCD-EFGH-JKM', '1234-5678-90123-4', 'äöåä-öåäö-åäöåä', '💐💐💐💐💐💐💐💐💐💐💐💐💐'])(
    '%j is no code',
    (text) => {
      expect(readCode(text)).toBeUndefined()
    },
  )
})
