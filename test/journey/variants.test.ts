import { describe, expect, it } from 'vitest'
import type { Definition, Variant } from '#src/journey/definition.ts'
import { lint } from '#src/journey/lint.ts'
import { stepAsTold, variedSteps } from '#src/journey/variants.ts'
import { weighingJourney } from '../support/weighing-journey.ts'

const SHORT: Variant = { id: 'short', title: { fi: 'Lyhyt', sv: 'Kort', en: 'Short' } }
const LONG: Variant = { id: 'long', title: { fi: 'Pitkä', sv: 'Lång', en: 'Long' } }

function told(variants: [Variant, Variant], change: (step: Step) => void = () => {}): Definition {
  const definition = structuredClone(weighingJourney())
  const step = definition.tracks.home?.steps[0]
  if (!step) throw new Error('no step')
  step.variants = variants
  change(step)
  return definition
}
type Step = Definition['tracks'][string]['steps'][number]
const found = (definition: Definition) =>
  lint(definition)
    .filter(({ path }) => path.join('.').startsWith('tracks.home.steps.0.variants'))
    .map(({ code }) => code)

describe('a step told in two ways', () => {
  it('is sound with two that differ', () => {
    expect(found(told([SHORT, LONG]))).toEqual([])
    expect(variedSteps(told([SHORT, LONG])).map(({ variants }) => variants)).toEqual([['short', 'long']])
  })

  it('needs two ids and two ways that are not one', () => {
    expect(found(told([SHORT, { ...LONG, id: 'short' }]))).toContain('duplicate-id')
    expect(found(told([SHORT, { ...SHORT, id: 'again' }]))).toEqual(['variants-alike'])
  })

  it('proposes nothing anew where nothing is proposed', () => {
    const what = { what: { fi: 'Ehdotus', sv: 'Förslag', en: 'Proposal' } }
    const without = (step: Step) => {
      if ('proposed' in step) delete step.proposed
    }
    expect(found(told([SHORT, { ...LONG, proposed: what }], without))).toEqual(['variant-without-proposal'])
  })

  it('is told in the words of the variant, and as it stands where the variant says nothing', () => {
    const step = told([SHORT, LONG]).tracks.home?.steps[0]
    if (!step) throw new Error('no step')
    expect(stepAsTold(step, 'long').title).toEqual(LONG.title)
    expect(stepAsTold(step, 'long').do).toEqual(step.do)
    expect(stepAsTold(step, 'nobody')).toBe(step)
  })
})
