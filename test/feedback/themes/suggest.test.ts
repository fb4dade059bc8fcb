import { describe, expect, test } from 'vitest'
import { featuresOf, type Lemmas } from '#feedback/themes/features.ts'
import { type Example, themeSuggester } from '#feedback/themes/suggest.ts'
import { openVoikko } from '#src/voikko.ts'
import { seeded } from '../../support/app.ts'
import { CODED, NAMES } from './coded-comments.ts'

const ROUNDS = process.env.POLKU_LONG ? 200 : 20
const EXAMPLES = 3
const NOWHERE = 'home/milk'
type Comment = { readonly theme: string; readonly features: Example['features']; readonly place: number }

/** Shares of comments whose own theme is the first, or among the three, suggested from three examples a theme. */
function measured(lemmas: Lemmas | undefined): { readonly top1: number; readonly top3: number } {
  const comments = Object.entries(CODED).flatMap(([theme, texts]) =>
    texts.map((text): Comment => ({ theme, features: featuresOf(text, lemmas), place: 0 })),
  )
  const names = Object.entries(NAMES).map(([theme, name]) => ({ theme, features: featuresOf(name, lemmas) }))
  const random = seeded(7)
  const found = { first: 0, three: 0, all: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = Map.groupBy(
      comments
        .map((one) => ({ ...one, place: Buffer.from(random(4)).readUInt32LE() }))
        .sort((a, b) => a.place - b.place),
      ({ theme }) => theme,
    )
    const sets = [...drawn.values()]
    const examples = [...sets.flatMap((set) => set.slice(0, EXAMPLES)), ...names].map((one) => ({
      ...one,
      step: NOWHERE,
    }))
    const suggest = themeSuggester(
      examples,
      comments.map(({ features }) => features),
    )
    for (const { theme, features } of sets.flatMap((set) => set.slice(EXAMPLES))) {
      const themes = suggest({ step: 'home/vaccine', features }).map((one) => one.theme)
      found.all++
      if (themes[0] === theme) found.first++
      if (themes.includes(theme)) found.three++
    }
  }
  return { top1: found.first / found.all, top3: found.three / found.all }
}

describe('from three examples a theme the right one is among three suggested', () => {
  test('with four-letter pieces alone', () => {
    const { top1, top3 } = measured(undefined)
    console.log(`four-letter pieces: first ${top1.toFixed(3)}, among three ${top3.toFixed(3)}`)
    expect(top3).toBeGreaterThanOrEqual(0.85)
  })

  test('with base forms and parts of compounds', ({ skip }) => {
    const lemmas = openVoikko()
    if (!lemmas) return skip('libvoikko with its Finnish words is not installed: base forms were not measured')
    const { top1, top3 } = measured(lemmas)
    console.log(`base forms with parts: first ${top1.toFixed(3)}, among three ${top3.toFixed(3)}`)
    expect(top3).toBeGreaterThanOrEqual(0.85)
  })
})

test('a theme seen at the same step goes before one as near, and nothing in common is no suggestion', () => {
  const features = featuresOf('Odotin todistusta')
  const examples = [
    { theme: 'a', step: 'money/bank', features },
    { theme: 'b', step: 'estate/inventory', features },
    { theme: 'c', step: 'estate/inventory', features: featuresOf('Sururyhmä auttoi') },
  ]
  const themes = (step: string) => themeSuggester(examples, [])({ step, features }).map(({ theme }) => theme)
  expect(themes('money/bank')).toEqual(['a', 'b'])
  expect(themes('estate/inventory')).toEqual(['b', 'a'])
})
