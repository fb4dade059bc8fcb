import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftSynthesis } from '#src/review/read-synthesis.ts'
import { countThemes } from '#src/review/synthesis-counts.ts'
import { inputHashOf } from '#src/review/synthesis-hash.ts'
import type { Coding, Theme, ThemeStore } from '#src/review/theme-store.ts'
import { type Codebook, leftoversOf } from '#src/review/theme-texts.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { aContribution, JOURNEY } from '../contract/cast.ts'

const NUM_RUNS = process.env.POLKU_LONG ? 2000 : 100
const THEMES = ['a', 'b', 'c'].map(
  (id): Theme => ({
    id,
    journey: JOURNEY,
    name: { fi: id },
    state: 'open',
    into: undefined,
    by: 'mika',
    at: 1,
    rev: 0,
  }),
)
type Drawn = { readonly person: number; readonly themes: readonly string[]; readonly language: 'fi' | 'sv' }

const drawn = fc.array(
  fc.record<Drawn>({
    person: fc.nat(30),
    themes: fc.subarray(['a', 'b', 'c']),
    language: fc.constantFrom('fi', 'sv'),
  }),
  { maxLength: 60 },
)

function codebookOf(all: readonly Drawn[]): Codebook {
  const readable = all.map(({ person, language }, i): Contribution => {
    const text = `Sanoja ${i}`
    return aContribution(`w${person}`, { id: `t${i}`, kind: 'open', prompt: 'open', text, language, state: 'visible' })
  })
  const codings = all.flatMap(({ themes }, i) =>
    themes.map((theme): Coding => ({ contribution: `t${i}`, theme, journey: JOURNEY, by: 'mika', at: 1 })),
  )
  return { themes: THEMES, codings, same: [], said: readable, readable, waiting: 0, hidden: 0 }
}

const storeOf = ({ themes, codings, same, said }: Codebook) =>
  ({
    themes: async () => themes,
    codings: async () => codings,
    sameWords: async () => same,
    texts: async () => said,
  }) as Partial<ThemeStore> as ThemeStore

test('every number is the count of what stands behind it, and none tells of one to four people', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const codebook = codebookOf(all)
      const people = (ids: readonly string[]) =>
        new Set(codebook.readable.filter(({ id }) => ids.includes(id)).map(({ walk }) => walk)).size
      for (const theme of countThemes(codebook).themes) {
        for (const claim of theme.claims) {
          expect(claim.people).toBe(people(claim.sources))
          expect(claim.texts).toBe(claim.sources.length)
          expect(claim.people).toBeGreaterThanOrEqual(5)
        }
        if (theme.people !== undefined) expect(theme.people).toBe(people(theme.texts.map(({ id }) => id)))
      }
    }),
    { numRuns: NUM_RUNS },
  )
})

test('where each text has one theme and each person one text, no hidden number can be had from the others', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const single = all.map((one, i) => ({ ...one, person: i, themes: one.themes.slice(0, 1) }))
      const codebook = codebookOf(single)
      const counted = countThemes(codebook)
      const shown = [counted.uncoded, ...counted.themes.map(({ figure }) => figure)]
      const hidden = shown.filter((one) => one === undefined).length
      const told = shown.reduce<number>((sum, one) => sum + (one ?? 0), 0)
      const rest = single.length - told
      // The sum of what is hidden can be worked out: it is of several parts, or of nobody.
      if (counted.texts !== undefined && hidden > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(5)
      expect(leftoversOf(codebook).length).toBe(single.filter(({ themes }) => themes.length === 0).length)
    }),
    { numRuns: NUM_RUNS },
  )
})

test('the mark of the input moves with every change and with no other order', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const codebook = codebookOf(all)
      const mark = inputHashOf(codebook)
      expect(
        inputHashOf({ ...codebook, said: codebook.said.toReversed(), codings: codebook.codings.toReversed() }),
      ).toBe(mark)
      if (codebook.said.length > 0) expect(inputHashOf({ ...codebook, said: codebook.said.slice(1) })).not.toBe(mark)
      if (codebook.codings.length > 0)
        expect(inputHashOf({ ...codebook, codings: codebook.codings.slice(1) })).not.toBe(mark)
    }),
    { numRuns: NUM_RUNS },
  )
})

test('a language whose texts are left without themes shows as heard less than the others', async () => {
  const of = (language: 'fi' | 'sv', n: number, coded: number): Drawn[] =>
    Array.from({ length: n }, (_, i) => ({
      person: language === 'fi' ? i : 100 + i,
      themes: i < coded ? ['a'] : [],
      language,
    }))
  const minority = async (all: readonly Drawn[]) => {
    const themes = storeOf(codebookOf(all))
    return (await draftSynthesis({ themes, lemmasOf: () => undefined }, JOURNEY)).synthesis.minority
  }
  expect(await minority([...of('fi', 20, 16), ...of('sv', 6, 5)])).toBeGreaterThanOrEqual(80)
  expect(await minority([...of('fi', 20, 16), ...of('sv', 6, 1)])).toBeLessThan(40)
})
