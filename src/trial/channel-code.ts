/** Read aloud and typed without doubt: no i, l, o or u. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 10
const READ_AS: Readonly<Record<string, string>> = { i: '1', l: '1', o: '0', u: 'v' }

/** The code of a way in: 50 random bits, in two groups of five. `bytes` gives one random byte per character. */
export function makeChannelCode(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new Error(`a code needs ${LENGTH} random bytes`)
  return grouped(Array.from(bytes.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join(''))
}

/** The code as it is stored, or undefined when it cannot be one. */
export function readChannelCode(text: string): string | undefined {
  const plain = Array.from(
    text
      .slice(0, 100)
      .toLowerCase()
      .replace(/[\s\u2010-\u2015-]/g, ''),
    (letter) => READ_AS[letter] ?? letter,
  )
  return plain.length === LENGTH && plain.every((letter) => ALPHABET.includes(letter))
    ? grouped(plain.join(''))
    : undefined
}

function grouped(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}
