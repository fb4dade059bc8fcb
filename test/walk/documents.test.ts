import { expect, test } from 'vitest'
import { type Line, paperAt } from '#src/walk/documents.ts'
import type { Here } from '#src/walk/here.ts'
import { writtenOn } from '#src/walk/write-on.ts'
import { AINO, answered, begin, hereOf, type PureWalk, personas, stepOf, steps, toTheEnd } from './pure-walk.ts'

const INVENTORY = 'estate/inventory'
const people = personas()
const [aino] = people
const facts = { ...AINO, ...aino?.facts }

const at = (walk: PureWalk, persona?: string): Here => {
  const here = hereOf(walk)
  return { ...here, version: { ...here.version, personas: people }, walk: { ...here.walk, persona } }
}
const paper = (walk: PureWalk, key = INVENTORY, persona = 'aino-ordinary') => {
  const found = paperAt(at(walk, persona), stepOf(walk, key).place)
  if (!found) throw new Error(`${key} has no document`)
  return found
}
const line = (lines: readonly Line[], item: string) => lines.find((one) => one.item === item)
const write = (walk: PureWalk, fields: Record<string, string>, key = INVENTORY) =>
  writtenOn(at(walk, 'aino-ordinary'), stepOf(walk, key).place, fields)
const telling = (walk: PureWalk, told: Record<string, string>): PureWalk => ({
  ...walk,
  told: { ...walk.told, ...told },
})

const walked = toTheEnd(begin(), facts)

test('the estate inventory deed arrives filled in, each line with who gave it, on what basis and when', () => {
  const { document, lines, signature } = paper(walked)
  expect([document, signature?.isGiven]).toEqual(['estate_inventory', false])
  expect(line(lines, 'balances')).toMatchObject({
    given: aino?.data?.balances,
    origin: {
      kind: 'given',
      document: 'balance_certificate',
      by: ['bank'],
      share: { id: 'balances-to-estate', basis: 'consent' },
    },
  })
  expect(line(lines, 'family_relations')?.origin).toMatchObject({ by: ['dvv'], share: { to: 'self' }, lacks: [] })
  expect(lines.every(({ given, correction }) => given !== undefined && correction === undefined)).toBe(true)
  const dated = lines.flatMap(({ origin }) => (origin.kind === 'given' ? [origin.on] : []))
  expect(dated).toHaveLength(6)
  expect(dated.every((on) => on !== null && on > String(facts.died_on))).toBe(true)
})

test('what no register holds is the walker’s to fill in, with an example to begin with', () => {
  expect(line(paper(walked).lines, 'estate_value')).toMatchObject({
    origin: { kind: 'own' },
    given: aino?.data?.estate_value,
  })
})

test('a transfer that was refused leaves its lines empty, and says which it was', () => {
  const refused = answered(walked, 'estate/consent-to-share', { 'share-balances-to-estate': 'no' })
  const { lines } = paper(refused)
  for (const item of ['balances', 'debts'])
    expect(line(lines, item)).toMatchObject({ given: undefined, origin: { kind: 'refused', share: { from: 'bank' } } })
  expect(line(lines, 'family_relations')?.origin.kind).toBe('given')
})

test('a transfer refused further back leaves the line as given, and says that it may lack something', () => {
  const refused = answered(walked, 'estate/consent-to-share', { 'share-parish-relations-to-dvv': 'no' })
  expect(line(paper(refused).lines, 'family_relations')?.origin).toMatchObject({
    kind: 'given',
    lacks: [{ from: 'parish' }],
  })
})

test('what has not come yet is awaited, not made up', () => {
  const early = steps(begin()).filter(({ place }) => place.key === INVENTORY)
  expect(early).toHaveLength(1)
  expect(line(paper(begin()).lines, 'balances')).toMatchObject({
    given: undefined,
    origin: { kind: 'awaited', by: ['bank'] },
  })
})

test('a correction is the walker’s own row and flows on to every later document', () => {
  const corrected = telling(walked, { 'line-shareholders': 'Aino, Matti ja Sisko' })
  expect(line(paper(corrected).lines, 'shareholders')?.correction).toBe('Aino, Matti ja Sisko')
  const deed = paper(corrected, 'estate/distribution')
  expect(deed.document).toBe('distribution_deed')
  expect(line(deed.lines, 'shareholders')).toMatchObject({
    correction: 'Aino, Matti ja Sisko',
    origin: { kind: 'given', document: 'estate_inventory', by: ['self'], share: undefined },
  })
})

test('only what differs from what was given is a correction, in whichever language it was read', () => {
  const balances = aino?.data?.balances as Record<string, string>
  for (const text of [balances.fi, balances.sv, ` ${balances.en}  `, ''])
    expect(write(walked, { 'line-balances': text ?? '' }).told).toEqual({})
  expect(write(walked, { 'line-balances': 'Ei tilejä\n enää ' }).told).toEqual({ 'line-balances': 'Ei tilejä enää' })
  expect(write(walked, { line: 'x', 'line-nothing': 'x', 'line-contracts': 'x' }).told).toEqual({})
})

test('a line put back as it was given erases the correction', () => {
  const corrected = telling(walked, { 'line-balances': 'Ei tilejä' })
  expect(write(corrected, { 'line-balances': '' }).told).toEqual({ 'line-balances': undefined })
  expect(write(corrected, { 'line-balances': 'Ei tilejä' }).told).toEqual({})
  expect(write(corrected, {}).told).toEqual({})
})

test('an identity code written on a line is taken out, and too long a line is said to be so', () => {
  const { told, redacted } = write(walked, { 'line-shareholders': 'Aino 131052-308T' })
  expect(told).toEqual({ 'line-shareholders': 'Aino [hetu]' })
  expect(redacted).toEqual([{ kind: 'hetu', count: 1 }])
  expect(write(walked, { 'line-shareholders': 'a'.repeat(2001) }).errors).toEqual([
    { field: 'line-shareholders', error: 'too-long' },
  ])
})

test('the deed is signed and unsigned by its box, and a form without the box changes nothing', () => {
  const signing = { paper: 'estate_inventory', 'sign-estate_inventory': 'yes' }
  expect(write(walked, signing).told).toEqual({ 'sign-estate_inventory': 'yes' })
  const signed = telling(walked, { 'sign-estate_inventory': 'yes' })
  expect(paper(signed).signature?.isGiven).toBe(true)
  expect(write(signed, {}).told).toEqual({})
  expect(write(signed, { paper: 'estate_inventory' }).told).toEqual({ 'sign-estate_inventory': undefined })
})

test('whoever walks as themselves sees the figures of the example person most like them', () => {
  const given = (walk: PureWalk) => {
    const lines = paperAt(at(walk), stepOf(walk, INVENTORY).place)?.lines ?? []
    return line(lines, 'balances')?.given
  }
  for (const { data, facts } of people.slice(0, 2))
    expect(given(toTheEnd(begin(), { ...AINO, ...facts }))).toEqual(data?.balances)
})
