/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and written down without doubt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0', U: 'V' }

/** A participation code: 60 random bits and a check character, in groups of 4, 4 and 5. `bytes` gives one random byte per character. */
export function makeCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error(`a code needs ${LENGTH} random bytes`)
  const body = Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return grouped(body + checkCharacter(body))
}

/** The code as it is stored and compared, or undefined when it cannot be one: wrong length, letter or check character. */
export function readCode(text: string): string | undefined {
  const plain = Array.from(
    text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, ''),
    (letter) => READ_AS[letter] ?? letter,
  ).join('')
  if (plain.length !== LENGTH + 1 || [...plain].some((letter) => !ALPHABET.includes(letter))) return undefined
  return checkCharacter(plain.slice(0, LENGTH)) === plain[LENGTH] ? grouped(plain) : undefined
}

/** Luhn mod N: finds every single wrong character and nearly every swap of neighbours. */
function checkCharacter(body: string): string {
  const n = ALPHABET.length
  const sum = [...body].reverse().reduce((total, letter, i) => {
    const value = ALPHABET.indexOf(letter) * (i % 2 === 0 ? 2 : 1)
    return total + Math.floor(value / n) + (value % n)
  }, 0)
  return ALPHABET[(n - (sum % n)) % n] ?? ''
}

function grouped(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}
