import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact } from '#feedback/redaction.ts'

const LONG = process.env.POLKU_LONG !== undefined
const CHECK = '0123456789ABCDEFHJKLMNPRSTUVWXY'
const withCheck = (date: string, separator: string, number: string) =>
  `${date}${separator}${number}${CHECK[Number(date + number) % 31]}`
const two = (n: number) => String(n).padStart(2, '0')

/** Only the artificial range of individual numbers, 900 to 999. */
const hetu = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    year: fc.integer({ min: 0, max: 99 }),
    separator: fc.constantFrom(...'+-–YXWVUABCDEF'),
    number: fc.integer({ min: 900, max: 999 }),
    before: fc.constantFrom('', ' '),
    after: fc.constantFrom('', ' '),
    isLower: fc.boolean(),
  })
  .map(({ day, month, year, separator, number, before, after, isLower }) => {
    const date = two(day) + two(month) + two(year)
    const code = withCheck(date, `${before}${separator}${after}`, String(number))
    return isLower ? code.toLowerCase() : code
  })

const LENGTHS = {
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
const iban = fc
  .record({
    country: fc.constantFrom(...Object.entries(LENGTHS)),
    digits: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 24, maxLength: 24 }),
    isSpaced: fc.boolean(),
    isLower: fc.boolean(),
  })
  .map(({ country: [land, length], digits, isSpaced, isLower }) => {
    const account = digits.join('').slice(0, length - 4)
    const plain = `${land}${two(98 - Number(BigInt(`${account}${numbers(land)}00`) % 97n))}${account}`
    const spaced = isSpaced ? plain.replace(/(.{4})(?=.)/g, '$1 ') : plain
    return isLower ? spaced.toLowerCase() : spaced
  })
const numbers = (land: string) => [...land].map((letter) => Number.parseInt(letter, 36)).join('')

const word = fc
  .array(fc.constantFrom(...'abcdefghåäö0123456789'), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''))
const email = fc
  .record({
    name: word,
    family: word,
    dot: fc.constantFrom('.', '_', '-', '+', ''),
    host: word,
    end: fc.constantFrom('fi', 'com', 'ax', 'co.uk'),
  })
  .map(({ name, family, dot, host, end }) => `${name}${dot}${family}@${host}.${end}`)

const phone = fc
  .record({
    prefix: fc.constantFrom(
      '040',
      '044',
      '045',
      '050',
      '0400',
      '09',
      '03',
      '017',
      '+358 40',
      '+35850',
      '00358 9',
      '+358 (0)50',
      '+358(0)40',
    ),
    rest: fc.integer({ min: 200000, max: 999999 }),
    gap: fc.constantFrom('', ' ', '-'),
  })
  .map(({ prefix, rest, gap }) => `${prefix}${gap}${String(rest).slice(0, 3)}${gap}${String(rest).slice(3)}`)

/** Somewhere in a sentence, as people write. */
const inText = (value: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('', 'Äidin tunnus on ', 'numret är: ', '(', '\n'),
      value,
      fc.constantFrom('', ' ja kiitos', ', tack', ')', '.', '\n', ' — 12'),
    )
    .map(([before, found, after]) => ({ before, found, after }))

describe('every valid value is found, in any sentence', () => {
  test.each([
    ['hetu', hetu, '[hetu]'],
    ['iban', iban, '[iban]'],
    ['email', email, '[e-mail]'],
    ['phone', phone, '[tel]'],
  ] as const)('%s', (kind, value, mark) => {
    fc.assert(
      fc.property(inText(value), ({ before, found, after }) => {
        const result = redact(before + found + after)
        expect(result).toEqual({ text: before + mark + after, found: [{ kind, count: 1 }] })
      }),
      { numRuns: LONG ? 100_000 : 500 },
    )
  })

  test('published artificial identity codes, old separators and new', () => {
    const codes =
      '010594Y9032 020594X903P 030594W903B 040594V9030 050594U903M 010516B903X 020516C903K 030516D9037 010501E9032 020503F9037 020504A902E'
    expect(redact(codes).found).toEqual([{ kind: 'hetu', count: 11 }])
    expect(redact('010594 Y 9032, 010594y9032, ０１０５９４Ｙ９０３２').text).toBe('[hetu], [hetu], [hetu]')
  })

  test('a leap day of 2000', () => {
    expect(redact(withCheck('290200', 'A', '903')).text).toBe('[hetu]')
  })

  test('several of every kind in one text, each counted', () => {
    const { text, found } = redact(
      '010594Y9032 tai 020594X903P, FI21 1234 5600 0007 85 avattu, åsa.öhman@esimerkki.fi, 040 123 4567 ja 09 1234 5678',
    )
    expect(text).toBe('[hetu] tai [hetu], [iban] avattu, [e-mail], [tel] ja [tel]')
    expect(found).toEqual([
      { kind: 'hetu', count: 2 },
      { kind: 'iban', count: 1 },
      { kind: 'email', count: 1 },
      { kind: 'phone', count: 2 },
    ])
  })

  test('an account is found right after another and after a word that only begins like one', () => {
    expect(redact('FI21 1234 5600 0007 85 FI21 1234 5600 0007 85 ja').text).toBe('[iban] [iban] ja')
    expect(redact('AB12 on siis tilini FI21 1234 5600 0007 85').text).toBe('AB12 on siis tilini [iban]')
  })
})

describe('what only looks like it stays', () => {
  test.each([
    withCheck('310294', 'Y', '903'), // no such day
    withCheck('290200', 'Y', '903'), // 1900 was no leap year
    withCheck('010594', 'Y', '001'), // individual numbers begin at 002
    '010594Y9033', // wrong check character
    'x010594Y9032', // inside a word
    'FI21 1234 5600 0007 86', // mod 97
    'FI21 1234 5600 0007', // too short
    'XX21 1234 5600 0007 85', // no such country here
    'aino@kotona',
    'aino @ kotona.fi',
    'Y-tunnus 0245437-2',
    'dnro VN/0412345/2024',
    'THL/0412345/5.09.00/2024',
    'palvelunumero 0295 16001',
    'puhelu 0295 536 000 tai +358 295 536 000',
    '0800 123456',
    '0600 123 456',
    '116 117',
    'soita 112',
    '1 200,05 euroa 1.3.2026',
    '00100 Helsinki',
    '12,0412345678 €',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, found: [] })
  })

  test('a business id needs its right check digit to be left alone', () => {
    expect(redact('0245437-3').found).toEqual([{ kind: 'phone', count: 1 }])
  })

  test('on the safe side a mistyped identity code or a payment reference goes as a telephone number', () => {
    expect(redact('010203-1234').text).toBe('[tel]')
    expect(redact('viite 01234 56780').text).toBe('viite [tel]')
  })
})

test('a text without findings comes back exactly as written', () => {
  const text = 'Hän sai ½ … ja x² ﬁ'
  expect(redact(text).text).toBe(text)
})

describe('formats that are nobody’s own stay, whatever their figures', () => {
  const n = (min: number, max: number) => fc.integer({ min, max })
  const tuple = <T extends unknown[]>(...parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.tuple(...parts)
  const date = tuple(n(1, 28), n(1, 12), n(1900, 2099), fc.boolean()).map(([day, month, year, isIso]) =>
    isIso ? `${year}-${two(month)}-${two(day)}` : `${day}.${month}.${year}`,
  )
  const paddedDate = tuple(n(1, 28), n(1, 12), n(1900, 2099)).map(([d, m, y]) => `${two(d)}.${two(m)}.${y}`)
  const euros = tuple(n(1, 999), n(0, 999), n(0, 99), fc.constantFrom(' €', ' euroa', ' e')).map(
    ([thousands, rest, cents, unit]) => `${thousands} ${String(rest).padStart(3, '0')},${two(cents)}${unit}`,
  )
  const section = tuple(n(1, 40), n(1, 99), n(1, 1600), n(1900, 2030)).map(
    ([chapter, paragraph, act, year]) => `${chapter} luku ${paragraph} §, laki ${act}/${year}`,
  )
  const postCode = tuple(n(0, 99999), fc.constantFrom('Helsinki', 'Oulu', 'Åbo')).map(
    ([code, town]) => `${String(code).padStart(5, '0')} ${town}`,
  )
  const businessId = n(1, 9_999_999)
    .map((number) => String(number).padStart(7, '0'))
    .filter((digits) => remainderOf(digits) !== 1)
    .map((digits) => `${digits}-${remainderOf(digits) === 0 ? 0 : 11 - remainderOf(digits)}`)
  const remainderOf = (digits: string) =>
    [7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, i) => sum + weight * Number(digits.charAt(i)), 0) % 11
  const diary = tuple(fc.constantFrom('VN', 'THL', 'DVV', 'STM'), n(1, 99_999_999), n(1990, 2030)).map(
    ([office, number, year]) => `${office}/${number}/${year}`,
  )
  const service = tuple(fc.constantFrom('0295', '0800', '0600'), n(100_000, 999_999), fc.constantFrom(' ', '')).map(
    ([series, number, gap]) => `${series}${gap}${String(number).slice(0, 3)}${gap}${String(number).slice(3)}`,
  )
  const times = tuple(n(0, 23), n(0, 59)).map(([hour, minute]) => `klo ${two(hour)}.${two(minute)}`)

  test.each([
    ['a date', date],
    ['a date with noughts', paddedDate],
    ['a sum of euros', euros],
    ['a section of a law', section],
    ['a post code', postCode],
    ['a business id', businessId],
    ['a diary number', diary],
    ['a service number', service],
    ['a time of day', times],
  ] as const)('%s', (_name, value) => {
    fc.assert(
      fc.property(inText(value), ({ before, found, after }) => {
        const text = before + found + after
        expect(redact(text)).toEqual({ text, found: [] })
      }),
      { numRuns: LONG ? 100_000 : 500 },
    )
  })
})

describe('redacting again changes nothing', () => {
  const glue = fc.constantFrom(
    '',
    ' ',
    '-',
    '.',
    ',',
    '+',
    '@',
    '_',
    '/',
    '0',
    'a',
    '€',
    '[',
    ']',
    '\u0308',
    '１',
    '[tel]',
    '[iban]',
    'b.fi',
  )
  const pieces = fc.array(fc.oneof({ weight: 2, arbitrary: glue }, hetu, iban, email, phone), { maxLength: 8 })
  const mixed = pieces.map((all) => all.join(''))
  const anything = fc.string({ unit: 'grapheme', maxLength: 60 })

  test.each([
    ['values of all kinds glued together in every way', mixed],
    ['any text', anything],
  ])('%s', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redact(text).text
        expect(redact(once)).toEqual({ text: once, found: [] })
      }),
      { numRuns: LONG ? 50_000 : 1000 },
    )
  })
})

describe('50,000 hostile characters take under 50 ms', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(50_000 / piece.length)).slice(0, 50_000)
  test.each([
    ['zeros', long('0')],
    ['an address without end', `a@${long('b.')}`],
    ['addresses without end', long('a@b.')],
    ['dots and ats', long('.@')],
    ['an account without end', `AA11${long(' A')}`],
    ['beginnings of accounts', long('FI21 ')],
    ['beginnings of accounts, glued', long('AA11')],
    ['spaced zeros', long('0 ')],
    ['half identity codes', long('010594-90 ')],
    ['diary numbers without end', `A/0412345/${long('1.')}`],
    ['many diary numbers', long('A/0412345/1.')],
    ['accounts', long('FI2112345600000785 ')],
    ['telephone numbers', long('0401234567,+358401234567 ')],
    ['country codes', long('+358 (0) ')],
    ['ligatures that unfold, 50,000 bytes', 'ﷺ'.repeat(16_666)],
  ])('%s', (_name, text) => {
    // The best of three: a busy neighbour on the machine is not the rule's fault.
    expect(Math.min(...[1, 2, 3].map(() => millisecondsOf(text)))).toBeLessThan(50)
  })
})

function millisecondsOf(text: string): number {
  const before = process.threadCpuUsage()
  redact(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
