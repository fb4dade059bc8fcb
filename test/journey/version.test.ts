import { expect, test } from 'vitest'
import { canonicalJson, contentHash } from '#src/journey/version.ts'
import { example } from './example.ts'

test('the same content written in another order has the same hash', () => {
  const definition = example()
  const { title, ...rest } = definition
  expect(contentHash({ title, ...rest })).toBe(contentHash(definition))
  expect(contentHash(definition)).toMatch(/^[0-9a-f]{64}$/)
})

test('a changed word, and tracks in another order, are other content', () => {
  const definition = example()
  const { situation, ...others } = definition.tracks
  expect(contentHash({ ...definition, title: { fi: 'Toinen' } })).not.toBe(contentHash(definition))
  expect(contentHash({ ...definition, tracks: { ...others, ...(situation && { situation }) } })).not.toBe(
    contentHash(definition),
  )
})

test('canonical JSON sorts keys, leaves out what is absent and keeps the order of tracks, facts and options', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: null }], a: undefined })).toBe('{"b":[2,{"c":null,"d":1}]}')
  expect(canonicalJson({ tracks: { z: { b: 1, a: 2 }, a: 1 } })).toBe('{"tracks":{"z":{"a":2,"b":1},"a":1}}')
  expect(canonicalJson(JSON.parse(canonicalJson(example())))).toBe(canonicalJson(example()))
})
