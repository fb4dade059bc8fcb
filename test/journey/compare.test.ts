import { expect, test } from 'vitest'
import { compare, earlierNames, isFelt, namesAcross } from '#src/journey/compare.ts'
import type { Definition } from '#src/journey/definition.ts'
import { changed, definitionOf, EXAMPLE, example } from './example.ts'
import { type SmallTracks, smallJourney } from './small-journey.ts'

const BEFORE: SmallTracks = { home: [{ id: 'one' }, { id: 'two' }, { id: 'three' }], money: [{ id: 'pension' }] }
const whatChanged = (before: Definition, after: Definition) => compare(before, after).map(({ was, ...rest }) => rest)
const changes = (after: SmallTracks, before = BEFORE) => whatChanged(smallJourney(before), smallJourney(after))

test('nothing is different from one reading of a file to the next, nor where only sources were read again', () => {
  expect(compare(example(), definitionOf(EXAMPLE))).toEqual([])
  const readAgain = definitionOf(EXAMPLE.replaceAll('checked: 2026-11', 'checked: 2026-12'))
  expect(compare(example(), readAgain)).toEqual([])
})

test('a step that is new, gone or worded otherwise is told as such, in the order of the journey', () => {
  const after = {
    home: [{ id: 'new' }, { id: 'one', title: { fi: 'Toisin' } }, { id: 'three' }],
    money: BEFORE.money ?? [],
  }
  expect(changes(after)).toEqual([
    { step: 'home/new', kind: 'added', parts: [] },
    { step: 'home/one', kind: 'changed', parts: ['title'] },
    { step: 'home/two', kind: 'removed', parts: [] },
  ])
})

test('making room is not moving: of a row only the step that went elsewhere has moved', () => {
  const after = { home: [{ id: 'three' }, { id: 'one' }, { id: 'two' }], money: BEFORE.money ?? [] }
  expect(changes(after)).toEqual([{ step: 'home/three', kind: 'moved', parts: ['order'] }])
  expect(changes({ home: [{ id: 'two' }, { id: 'three' }], money: BEFORE.money ?? [] })).toEqual([
    { step: 'home/one', kind: 'removed', parts: [] },
  ])
})

test('a step in another track is known by its id; one that is also worded otherwise has changed', () => {
  const moved = { home: [{ id: 'one' }, { id: 'three' }], money: [{ id: 'pension' }, { id: 'two' }] }
  expect(compare(smallJourney(BEFORE), smallJourney(moved))).toEqual([
    { step: 'money/two', was: 'home/two', kind: 'moved', parts: ['track'] },
  ])
  const reworded = { ...moved, money: [{ id: 'pension' }, { id: 'two', title: { fi: 'Toisin' } }] }
  expect(changes(reworded)).toEqual([{ step: 'money/two', kind: 'changed', parts: ['title', 'track'] }])
})

test('an id that stood in two tracks is not guessed', () => {
  const twice = { home: [{ id: 'one' }], money: [{ id: 'one' }], rest: [{ id: 'other' }] }
  const after = { home: [{ id: 'other' }], money: [{ id: 'x' }], rest: [{ id: 'one' }] }
  const names = earlierNames(smallJourney(twice), smallJourney(after))
  expect(names.get('rest/one')).toBeUndefined()
  expect(names.get('home/other')).toEqual(['rest/other'])
})

test('a renamed step is the same step, and whoever waits for it waits for the same still', () => {
  const before = {
    home: [
      { id: 'one', title: { fi: 'Sama' } },
      { id: 'two', needs: ['home/one' as const] },
    ],
  }
  const after = {
    home: [
      { id: 'first', was: 'home/one' as const, title: { fi: 'Sama' } },
      { id: 'two', needs: ['home/first' as const] },
    ],
  }
  const [only, ...others] = compare(smallJourney(before), smallJourney(after))
  expect(only).toEqual({ step: 'home/first', was: 'home/one', kind: 'changed', parts: ['id'] })
  expect(others).toEqual([])
  expect(only && isFelt(only)).toBe(false)
})

test('a step that gets its old name back is the same step', () => {
  const renamed = { home: [{ id: 'first', was: 'home/one' as const, title: { fi: 'Sama' } }] }
  expect(changes({ home: [{ id: 'one', title: { fi: 'Sama' } }] }, renamed)).toEqual([
    { step: 'home/one', kind: 'changed', parts: ['id'] },
  ])
})

test('two steps put together into one are both found again in it, and neither is told as gone', () => {
  const after = {
    home: [{ id: 'both', was: ['home/one' as const, 'home/two' as const] }, { id: 'three' }],
    money: BEFORE.money ?? [],
  }
  expect(changes(after).map(({ step, kind }) => [step, kind])).toEqual([['home/both', 'changed']])
  expect(earlierNames(smallJourney(BEFORE), smallJourney(after)).get('home/both')).toEqual(['home/one', 'home/two'])
})

test('a rename told two versions ago does not take a step that has its own name', () => {
  const now = { home: [{ id: 'one' }, { id: 'two', was: 'home/one' as const }] }
  expect(changes(now, { home: [{ id: 'one' }, { id: 'two' }] })).toEqual([])
})

test.each([
  ['a deadline', 'add: P3M, law', 'add: P4M, law', 'lock/new-lock', 'deadline'],
  ['what a person does', 'fi: Sinun ei tarvitse tehdä mitään.', 'fi: Kuittaa viesti.', 'lock/report', 'do'],
  ['a reply', 'id: found-stolen, after: P9D', 'id: found-stolen, after: P8D', 'lock/report', 'replies'],
  ['a hand-over', 'to: landlord, basis: consent', 'to: landlord, basis: law', 'lock/report', 'shares'],
  ['what is proposed', 'fi: Huomautat yhdellä napilla.', 'fi: Et huomauta.', 'money/appeal', 'proposed'],
  ['how it is today', 'fi: Huomautat kirjeellä.', 'fi: Soitat.', 'money/appeal', 'today'],
  ['a wait', 'add: P14D }', 'add: P15D }', 'money/appeal', 'waits'],
  ['a remark', 'fi: Aiempi ohje koski', 'fi: Vanha ohje koski', 'lock/report', 'notes'],
])('%s is told at its step', (_what, from, to, step, part) => {
  expect(whatChanged(example(), definitionOf(changed(from, to)))).toEqual([{ step, kind: 'changed', parts: [part] }])
})

test('a named condition is told at every step that rests on it, also through another name', () => {
  const other = definitionOf(
    changed('was_stolen: { fact: stolen, is: true }', 'was_stolen: { fact: stolen, is: false }'),
  )
  expect(whatChanged(example(), other)).toEqual([
    { step: 'lock/choose-lock', kind: 'changed', parts: ['when'] },
    { step: 'lock/new-lock', kind: 'changed', parts: ['when'] },
  ])
})

test('a question worded otherwise is a change of the step that asks it', () => {
  const other = definitionOf(changed('fi: Milloin avaimet katosivat?', 'fi: Minä päivänä avaimet katosivat?'))
  expect(whatChanged(example(), other)).toEqual([
    { step: 'situation/about-the-loss', kind: 'changed', parts: ['asks'] },
  ])
})

test('another seed statement is told to the designer and is nothing a walker meets', () => {
  const other = definitionOf(changed('fi: Haluan tehdä ilmoituksen itse.', 'fi: Teen ilmoituksen itse.'))
  const [one] = compare(example(), other)
  expect(one).toMatchObject({ kind: 'changed', parts: ['statements'] })
  expect(one && isFelt(one)).toBe(false)
})

test('across several versions a step is followed through every name, and one that was left out and came back is the same', () => {
  const versions = [
    { home: [{ id: 'one' }, { id: 'two' }, { id: 'away' }] },
    { home: [{ id: 'first', was: 'home/one' as const }, { id: 'two' }] },
    { home: [{ id: 'begin', was: 'home/first' as const }, { id: 'new' }, { id: 'away' }] },
  ].map((tracks) => smallJourney(tracks))
  const names = namesAcross(versions)
  expect(names.get('home/begin')).toEqual(['home/one'])
  expect(names.get('home/away')).toEqual(['home/away'])
  expect(names.has('home/new')).toBe(false)
  const [first, , last] = versions
  if (!first || !last) throw new Error('no versions')
  expect(compare(first, last, names).map(({ step, kind }) => `${step} ${kind}`)).toEqual([
    'home/begin changed',
    'home/new added',
    'home/two removed',
  ])
  expect(namesAcross([first, last].slice(0, 1)).get('home/one')).toEqual(['home/one'])
})
