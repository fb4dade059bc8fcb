import { describe, expect, test } from 'vitest'
import type { Step } from '#src/journey/definition.ts'
import { promptsByStep, promptsOf } from '#src/journey/prompts.ts'
import { SHIPPED } from '../walk/pure-walk.ts'
import { smallJourney } from './small-journey.ts'

const stepWith = (more: object): Step => {
  const [step] = smallJourney({ office: [{ id: 'visit', ...more }] }).tracks.office?.steps ?? []
  if (!step) throw new Error('the office has a step')
  return step
}
const ids = (step: Step) => promptsOf(step).map(({ id }) => id)
const proposed = (automation: 'none' | 'partial' | 'full') => ({
  proposed: { what: { fi: 'Ei mitään' }, automation, feasibility: 'idea' },
})
const share = { id: 'visit-to-bank', data: ['identity'], from: 'office', to: 'bank', basis: 'unverified' }

describe('the invitations of a step', () => {
  test('end with "did this work for me?", other words and the open answer', () => {
    expect(ids(stepWith({}))).toEqual(['works', 'edit', 'open'])
  })

  test('ask about automation where the proposal automates something', () => {
    expect(ids(stepWith(proposed('partial')))).toEqual(['automation', 'works', 'edit', 'open'])
    expect(ids(stepWith(proposed('full')))).toContain('automation')
    expect(ids(stepWith(proposed('none')))).not.toContain('automation')
  })

  test('ask about every hand-over, with whom it goes from and to', () => {
    const [prompt] = promptsOf(stepWith({ shares: [share, { ...share, id: 'visit-to-kela', to: 'kela' }] }))
    expect(prompt).toEqual({
      ...{ id: 'share.visit-to-bank', kind: 'data-sharing', share: 'visit-to-bank' },
      ...{ data: ['identity'], from: 'office', to: 'bank' },
    })
    expect(ids(stepWith({ shares: [share, { ...share, id: 'visit-to-kela' }] }))).toContain('share.visit-to-kela')
  })

  test('offer the seed statements as ours unless a source reported them', () => {
    const statements = [
      { id: 's1', text: { fi: 'Yksi' }, about: 'visit-to-bank' },
      { id: 's2', text: { fi: 'Kaksi' }, origin: 'reported', cite: 'R1' },
    ]
    expect(promptsOf(stepWith({ statements })).slice(0, 2)).toEqual([
      { id: 'statement.s1', kind: 'statement', text: { fi: 'Yksi' }, origin: 'ours', about: 'visit-to-bank' },
      { id: 'statement.s2', kind: 'statement', text: { fi: 'Kaksi' }, origin: 'reported', about: undefined },
    ])
  })

  test('begin with what the designer declared: a rating is of ease unless they say otherwise', () => {
    const prompts = [
      { id: 'how-easy', kind: 'rating', ask: { fi: 'Oliko helppoa?' } },
      { id: 'how-clear', kind: 'rating', of: 'clarity' },
      { id: 'anything', kind: 'open' },
    ]
    expect(promptsOf(stepWith({ prompts })).slice(0, 3)).toEqual([
      { id: 'how-easy', kind: 'rating', of: 'ease', ask: { fi: 'Oliko helppoa?' } },
      { id: 'how-clear', kind: 'rating', of: 'clarity', ask: undefined },
      { id: 'anything', kind: 'open', ask: undefined },
    ])
  })

  test('have one open answer, even where the designer declared it too', () => {
    expect(ids(stepWith({ prompts: [{ id: 'open', kind: 'open' }] }))).toEqual(['works', 'edit', 'open'])
  })

  test('of a question are its statements, other words and the open answer: it is not a service that could work or not', () => {
    const [question] = smallJourney({}).tracks.situation?.steps ?? []
    if (!question) throw new Error('the situation asks')
    expect(ids(question)).toEqual(['edit', 'open'])
    expect(ids({ ...question, statements: [{ id: 's1', text: { fi: 'Yksi' } }] })).toEqual([
      'statement.s1',
      'edit',
      'open',
    ])
  })
})

describe('the shipped journey', () => {
  const all = promptsByStep(SHIPPED)

  test('has its prompts by step, in the order of the strands', () => {
    const steps = Object.entries(SHIPPED.tracks).flatMap(([track, { steps }]) =>
      steps.map(({ id }) => `${track}/${id}`),
    )
    expect([...all.keys()]).toEqual(steps)
  })

  test('names every prompt once within its step, and every step can be answered openly', () => {
    for (const prompts of all.values()) {
      const names = prompts.map(({ id }) => id)
      expect(new Set(names).size).toBe(names.length)
      expect(names.at(-1)).toBe('open')
    }
  })
})
