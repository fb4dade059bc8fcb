import { describe, expect, it } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import { lint } from '#src/journey/lint.ts'
import { weighingJourney } from '../support/weighing-journey.ts'

type Declared = NonNullable<NonNullable<Definition['tracks'][string]>['steps'][number]['prompts']>[number]

/** What the lint finds at the proposition when it is declared otherwise. */
function found(change: (prompt: Declared) => Partial<Declared>): readonly string[] {
  const definition = structuredClone(weighingJourney())
  const step = definition.tracks.home?.steps[0]
  const [prompt] = step?.prompts ?? []
  if (!step || !prompt) throw new Error('no proposition')
  step.prompts = [{ ...prompt, ...change(prompt) }]
  return lint(definition)
    .filter(({ path }) => path.join('.').startsWith('tracks.home.steps.0.prompts'))
    .map(({ code }) => code)
}

describe('a proposition in a journey file', () => {
  it('is sound with its words and reasons for and against', () => {
    expect(found(() => ({}))).toEqual([])
  })

  it('needs words, in every language, and so do its reasons', () => {
    expect(found(() => ({ ask: undefined }))).toEqual(['no-proposition'])
    const halfSaid = { fi: 'Syy', sv: undefined, en: 'Reason' }
    const first = (reasons: Declared['reasons']) =>
      reasons?.map((one, i) => (i === 0 ? { ...one, text: halfSaid } : one))
    expect(found(({ reasons }) => ({ reasons: first(reasons) }))).toEqual(['missing-words'])
  })

  it('is about a hand-over of its own step, or about none', () => {
    expect(found(() => ({ share: 'no-such-share' }))).toEqual(['unknown-share'])
  })

  it('should have reasons on both sides, each with an id of its own', () => {
    expect(found(({ reasons }) => ({ reasons: reasons?.filter(({ side }) => side !== 'against') }))).toEqual([
      'one-sided-reasons',
    ])
    const twice = (reasons: Declared['reasons']) => [...(reasons ?? []), ...(reasons ?? []).slice(0, 1)]
    expect(found(({ reasons }) => ({ reasons: twice(reasons) }))).toEqual(['duplicate-id'])
  })

  it('is the only kind of prompt that has reasons', () => {
    expect(found(() => ({ kind: 'rating' }))).toEqual(['not-weighed'])
  })
})
