import { describe, expect, test } from 'vitest'
import { checkText } from '#src/journey/check.ts'
import { findingLine } from '#src/journey/finding.ts'
import { lintSince } from '#src/journey/lint-since.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { checkDraft } from '#src/studio/check-draft.ts'
import { changed, EXAMPLE, example, lineWith } from './example.ts'

function since(text: string, before = example()): readonly string[] {
  const read = readDefinition(text, 'journey.yaml')
  if (!read.ok) throw new Error(JSON.stringify(read.findings[0]))
  return lintSince(before, read.definition, read.lines).map((found) => findingLine(found, 'en'))
}

const PAY = 'title: { fi: Maksa lasku, sv: Betala räkningen, en: Pay the bill }'
const line = (text: string, part: string) => lineWith(text, part)

describe('a translation is stale', () => {
  test('in each language that stayed as it was while the first one changed', () => {
    const text = changed(PAY, 'title: { fi: Maksa lukon lasku, sv: Betala räkningen, en: Pay the bill }')
    expect(since(text)).toEqual(
      ['sv', 'en'].map(
        (language) =>
          `journey:${line(text, 'Maksa lukon lasku')}: warning: money/pay title.${language}: the text has changed in fi but not in ${language}. Check the translation.`,
      ),
    )
  })

  test('no longer once it has been written anew, and never where only the translation was mended', () => {
    expect(since(changed(PAY, 'title: { fi: Maksa lukon lasku, sv: Betala låset, en: Pay for the lock }'))).toEqual([])
    expect(since(changed(PAY, 'title: { fi: Maksa lasku, sv: Betala räkningen, en: Pay the invoice }'))).toEqual([])
    expect(since(EXAMPLE)).toEqual([])
  })

  test('under the new name of its step too, and not because steps moved or words are missing', () => {
    const renamed = changed('- id: pay\n', '- id: settle\n        was: money/pay\n')
    expect(since(renamed)).toEqual([])
    const both = renamed.replace(PAY, 'title: { fi: Maksa lukon lasku, sv: Betala låset, en: Pay the bill }')
    expect(since(both)).toEqual([expect.stringMatching(/money\/settle title\.en: the text has changed in fi/)])
    const { tracks, ...rest } = example()
    const turned = {
      ...rest,
      tracks: Object.fromEntries(
        Object.entries(tracks).map(([id, track]) => [id, { ...track, steps: track.steps.toReversed() }]),
      ),
    }
    expect(lintSince(example(), turned)).toEqual([])
    expect(since(changed(PAY, 'title: { fi: Maksa lukon lasku, sv: Betala låset }'))).toEqual([])
  })
})

describe('an earlier name', () => {
  const withWas = (was: string) => changed('- id: pay\n', `- id: settle\n        was: ${was}\n`)

  test('that no step of the version before had is told, with the one that was probably meant', () => {
    const text = withWas('money/pai')
    expect(since(text)).toEqual([
      `journey:${line(text, 'was: money')}: warning: money/settle was: the version before has no step money/pai. Did you mean money/pay?`,
    ])
    expect(since(withWas('[money/pay, money/old]'))).toEqual([
      expect.stringMatching(/was\.2: the version before has no step money\/old\./),
    ])
  })

  test('that was already an earlier name in the version before is kept without a word', () => {
    const read = readDefinition(withWas('money/invoice'))
    if (!read.ok) throw new Error('refused')
    expect(since(withWas('[money/settle, money/invoice]'), read.definition)).toEqual([])
  })

  test('that is a step still, or that two steps claim, is told without any version before', () => {
    const codes = (text: string) => checkText(text).map(({ code, line: at }) => ({ code, line: at }))
    const still = withWas('money/claim')
    expect(codes(still)).toContainEqual({ code: 'was-still-there', line: line(still, 'was: money') })
    const twice = withWas('money/invoice').replace('- id: claim\n', '- id: claim\n        was: [money/invoice]\n')
    expect(codes(twice)).toContainEqual({ code: 'was-twice', line: line(twice, 'was: money/invoice') })
  })
})

test('a draft is looked at beside the version that is published, where there is one', () => {
  const text = changed(PAY, 'title: { fi: Maksa lukon lasku, sv: Betala räkningen, en: Pay the bill }')
  const codes = (published: boolean) =>
    checkDraft(
      { text, personas: '[]' },
      () => [],
      () => (published ? example() : undefined),
    ).findings.map(({ code }) => code)
  expect(codes(true).filter((code) => code === 'stale-words')).toHaveLength(2)
  expect(codes(false)).not.toContain('stale-words')
})

test('tracks with one title, and a deadline from nowhere, want a look', () => {
  const codes = (from: string, to: string) => checkText(changed(from, to)).map(({ code }) => code)
  expect(codes('law: Laki 1, ', '')).toContain('no-law')
  const titles = EXAMPLE.match(/^ {4}title: .*$/gm) ?? []
  const [first = '', second = ''] = titles
  expect(checkText(EXAMPLE.replace(second, first)).map(({ code }) => code)).toContain('duplicate-track-title')
})
