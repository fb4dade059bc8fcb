import { describe, expect, test } from 'vitest'
import { sourceFormat, sourceNames } from '#src/studio/source-names.ts'
import { completionsAt } from '#views/assets/source-completion.ts'
import { FIRST_CAT } from './promised.ts'

const known = { names: sourceNames(FIRST_CAT), ...sourceFormat() }
const offered = (before: string) => completionsAt(before, known)?.options ?? []
const STEP = 'tracks:\n  home:\n    title: { fi: Koti }\n    steps:\n      - id: milk\n'

describe('while the text of a journey is written, what fits is offered', () => {
  test('steps where a step is named, in a list of lines and in brackets', () => {
    for (const text of [
      `${STEP}        needs: [`,
      `${STEP}        needs: [home/milk, ho`,
      `${STEP}        needs:\n          - `,
    ])
      expect(offered(text)).toEqual(known.names.steps)
    expect(known.names.steps).toContain('home/milk')
  })

  test('facts, and then the options of that very fact', () => {
    expect(offered(`${STEP}        when: { fact: `)).toContain('colour')
    expect(offered(`${STEP}        when: { fact: colour, is: `)).toEqual(known.names.facts.colour)
    expect(offered(`${STEP}        when:\n          fact: colour\n          is: b`)).toContain('black')
  })

  test('providers where one is named, also the walker', () => {
    expect(offered(`${STEP}        provider: `)).toEqual([...known.names.providers, 'self'])
  })

  test('the keys of the place and no others', () => {
    expect(offered('')).toContain('tracks')
    expect(offered(`${STEP}        `)).toContain('needs')
    expect(offered(`${STEP}        today:\n          `)).toContain('contacts')
    expect(offered(`${STEP}        today:\n          `)).not.toContain('needs')
    expect(offered('facts:\n  colour:\n    ')).toContain('unknown_allowed')
    expect(offered('providers:\n  bank:\n    name: { ')).toContain('fi')
  })

  test('the fixed values of a key', () => {
    expect(offered(`${STEP}        today:\n          automation: p`)).toEqual(['none', 'partial', 'full'])
  })

  test('nothing in the middle of words and in comments', () => {
    expect(offered(`${STEP}        do: { fi: Kaada maito`)).toEqual([])
    expect(offered(`${STEP}        # needs: `)).toEqual([])
  })
})
