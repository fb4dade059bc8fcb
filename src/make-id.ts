const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 20

/** An id nobody can guess (100 random bits), of letters and digits that are safe in addresses, in field names and to the eye. */
export function makeId(random: (n: number) => Uint8Array): string {
  return Array.from(random(LENGTH), (byte) => ALPHABET[byte & 31]).join('')
}
