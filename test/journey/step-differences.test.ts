import { expect, test } from 'vitest'
import { fieldChanges } from '#src/journey/field-changes.ts'
import { comparedStrands } from '#src/journey/picture/compared.ts'
import { stepDifferences } from '#src/journey/step-differences.ts'
import { canonicalYaml, lineDifference } from '#src/journey/text-difference.ts'
import { markedWords } from '#src/journey/word-marks.ts'
import { type SmallTracks, smallJourney } from './small-journey.ts'

const BEFORE: SmallTracks = {
  home: [{ id: 'one' }, { id: 'two' }, { id: 'three' }],
  money: [{ id: 'pension', needs: ['home/one'] }],
}
const differences = (after: SmallTracks) => stepDifferences(smallJourney(BEFORE), smallJourney(after))

test('a text is told by its language, an item of a list by its id, and another order as an order', () => {
  const share = (id: string, basis: string) => ({ id, basis })
  const before = { title: { fi: 'Kerro', en: 'Tell' }, shares: [share('a', 'law'), share('b', 'law')], needs: ['x'] }
  const after = {
    title: { fi: 'Kerro nyt', en: 'Tell' },
    shares: [share('b', 'law'), share('a', 'consent')],
    needs: [],
  }
  expect(fieldChanges(before, after)).toEqual([
    { path: ['title', 'fi'], before: 'Kerro', after: 'Kerro nyt' },
    { path: ['shares', '#a', 'basis'], before: 'law', after: 'consent' },
    { path: ['needs'], before: ['x'], after: [] },
  ])
  expect(fieldChanges(before.shares, before.shares.toReversed())).toEqual([
    { path: [], before: ['a', 'b'], after: ['b', 'a'] },
  ])
})

test('a renamed step is one step, and whoever waits for it has not changed', () => {
  const [home, ...others] = differences({
    home: [{ id: 'first', was: 'home/one', title: { fi: 'one' } }, { id: 'two' }, { id: 'three' }],
    money: [{ id: 'pension', needs: ['home/first'] }],
  })
  expect(others).toEqual([])
  expect(home).toMatchObject({ step: 'home/first', was: 'home/one', fields: [] })
})

test('a moved step is drawn where it is now, a step that is gone where it was, each with its mark', () => {
  const before = smallJourney({ home: [...(BEFORE.home ?? []), { id: 'four' }] })
  const after = smallJourney({ home: [{ id: 'four' }, { id: 'one' }, { id: 'three' }, { id: 'new' }] })
  const { strands, marks } = comparedStrands(before, after, stepDifferences(before, after))
  const home = strands.find(({ id }) => id === 'home')
  expect(home?.steps.map(({ place }) => [place.key, marks.get(place.key)?.kind])).toEqual([
    ['home/four', 'moved'],
    ['home/one', undefined],
    ['home/two/gone', 'removed'],
    ['home/three', undefined],
    ['home/new', 'added'],
  ])
})

test('of two sentences only the words that differ are marked', () => {
  expect(markedWords('Soita pankkiin itse', 'Soita pankille itse').filter(({ is }) => is !== 'same')).toEqual([
    { text: 'pankkiin', is: 'removed' },
    { text: 'pankille', is: 'added' },
  ])
})

test('two texts that share nothing are given whole, and lines beyond following are not given', () => {
  const many = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word}${i}`)
  const [gone, come, ...rest] = markedWords(many('a').join(' '), many('b').join(' '))
  expect([gone?.is, come?.is, rest]).toEqual(['removed', 'added', []])
  expect(lineDifference(many('a').join('\n'), many('b').join('\n'))).toBe(undefined)
})

test('a definition has one text, in whatever order its things were written, and differs from the next by lines', () => {
  const journey = smallJourney(BEFORE)
  const turned = { ...journey, tracks: journey.tracks, providers: { ...journey.providers } }
  expect(canonicalYaml(Object.fromEntries(Object.entries(turned).toReversed()) as typeof journey)).toBe(
    canonicalYaml(journey),
  )
  const [hunk] = lineDifference('a\nb\nc\n', 'a\nB\nc\n') ?? []
  expect(hunk?.lines.map(({ is }) => is)).toEqual(['same', 'removed', 'added', 'same'])
})
