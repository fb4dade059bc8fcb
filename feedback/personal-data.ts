const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/** A Finnish personal identity code, spaces allowed: a real date, an individual number from 002 and the right check. */
export function isIdentityCode(text: string): boolean {
  const code = text.replace(/\s/g, '').toUpperCase()
  const [day, month, year] = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)]
  const number = code.slice(7, 10)
  const check = CHECK[Number(day + month + year + number) % CHECK.length]
  return (
    isDate(century(code.charAt(6)) + Number(year), Number(month), Number(day)) &&
    Number(number) >= 2 &&
    code.charAt(10) === check
  )
}

/** Decree on personal identity codes, 2023: the old marks + - A have new companions. */
function century(separator: string): number {
  if (separator === '+') return 1800
  return /[A-F]/.test(separator) ? 2000 : 1900
}

/** Day 1 to 31 of month 1 to 12: a day that the month does not have rolls over into another number. */
function isDate(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
}

const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  FI: 18,
  SE: 24,
  EE: 20,
  NO: 15,
  DK: 18,
  DE: 22,
  GB: 22,
  FR: 27,
  ES: 24,
  IT: 27,
  NL: 18,
  PL: 28,
  LV: 21,
  LT: 20,
}

/** How many characters of the text's start are a valid IBAN, spaces included; 0 when none are. ISO 13616. */
export function ibanLength(text: string): number {
  const length = IBAN_LENGTHS[text.slice(0, 2).toUpperCase()]
  if (length === undefined) return 0

  const iban = text.replaceAll(' ', '').slice(0, length)
  return iban.length === length && mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? endOf(text, length) : 0
}

function mod97(iban: string): number {
  let rest = 0
  for (const character of iban) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97
  }
  return rest
}

/** Where the given number of characters ends, spaces not counted. */
function endOf(text: string, count: number): number {
  let at = 0
  for (let left = count; left > 0; at++) if (text.charAt(at) !== ' ') left--
  return at
}

// National service numbers belong to offices: 0295 16001, +358 800 ... (116 numbers do not start like a telephone number.)
const SERVICE = /(?:(?:\+|00)358[ -]?(?:\(0\))?[ -]?|0[ -]?)(?:2[ -]?9[ -]?5|8[ -]?0[ -]?0|6[ -]?0[ -]?0)/y
// VN/0412345/2024, THL/0412345/5.09.00/2024
const DIARY = /(?<=\p{L}\/)\d+\/(?:[\d.]+\/)?(?:19|20)\d{2}(?!\d)/uy
const BUSINESS_ID = /\d{7}-\d(?!\d)/y

/** Whether a number that looks like a telephone number at this place is a service number, a business id or a diary number. */
export function isOfficialNumber(text: string, at: number): boolean {
  const businessId = found(BUSINESS_ID, text, at)
  return found(SERVICE, text, at) !== '' || found(DIARY, text, at) !== '' || isBusinessId(businessId)
}

/** A Y-tunnus with its hyphen: NNNNNNN-C, weighted sum mod 11; a remainder of 1 is never issued. */
function isBusinessId(text: string): boolean {
  const sum = [7, 9, 10, 5, 8, 4, 2].reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0)
  const remainder = sum % 11
  const check = remainder === 0 ? 0 : 11 - remainder
  return text !== '' && text.charAt(8) === String(check)
}

function found(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
