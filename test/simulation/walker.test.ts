import { describe, expect, test } from 'vitest'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { adjustedRandIndex } from '#feedback/opinion-map/rand-index.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'
import { promptsByStep } from '#src/journey/prompts.ts'
import { optionTaken, says } from '#src/simulation/opinion.ts'
import { GROUPS, type SimulatedWalker, simulatedWalkers } from '#src/simulation/walker.ts'
import { shippedJourney } from '../support/shipped.ts'
import { votedOf } from './voted.ts'

const { definition, personas } = shippedJourney('marriage')
const [, ...tracks] = Object.keys(definition.tracks)
const people = (walkers: number, seed = 'a') => [
  ...simulatedWalkers({ seed, walkers, personas, tracks, languages: definition.languages }),
]
const prompts = [...promptsByStep(definition)].flatMap(([step, all]) => all.map((prompt) => ({ step, prompt })))
const statements = prompts.filter(({ prompt }) => prompt.kind === 'statement')

describe('simulated walkers', () => {
  test('are the same people for the same seed, others for another, and more of them change nobody', () => {
    expect(people(20)).toEqual(people(20))
    expect(people(40).slice(0, 20)).toEqual(people(20))
    expect(people(20, 'b')).not.toEqual(people(20).map((walker) => ({ ...walker, seed: 'b' })))
  })

  test('are every example person and as many in situations of their own, in all languages', () => {
    const all = people(100)
    expect(new Set(all.flatMap(({ persona }) => persona?.id ?? []))).toEqual(new Set(personas.map(({ id }) => id)))
    expect(all.filter(({ persona }) => !persona)).toHaveLength(50)
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(definition.languages))
    expect(all.some(({ tracks: chosen }) => chosen.length > 0 && chosen.length < tracks.length)).toBe(true)
  })

  test('belong to groups of about one size, none of which is one example person’s', () => {
    const all = people(300)
    for (let group = 0; group < GROUPS; group++) {
      const members = all.filter((walker) => walker.group === group)
      expect(members.length).toBeGreaterThan(70)
      expect(new Set(members.map(({ persona }) => persona?.id)).size).toBe(personas.length + 1)
    }
  })

  test('choose at every prompt what their group leans to, most of the time', () => {
    const all = people(600)
    const choosable = prompts.filter(({ prompt }) => prompt.kind !== 'open')
    for (const { step, prompt } of choosable)
      for (let group = 0; group < GROUPS; group++) {
        const members = all.filter((walker) => walker.group === group)
        const taken = members.flatMap((walker) => optionTaken(walker, step, prompt) ?? [])
        const most = Math.max(...[...new Set(taken)].map((one) => taken.filter((other) => other === one).length))
        expect(taken.length).toBeGreaterThan(members.length * 0.7)
        expect(taken.length).toBeLessThanOrEqual(members.length)
        expect(most / taken.length).toBeGreaterThan(0.6)
        expect(most / taken.length).toBeLessThan(1)
      }
  })

  test('write seldom, in their own language, and mark it as simulated', () => {
    const all = people(300)
    const words = (walker: SimulatedWalker) =>
      prompts.flatMap(({ step, prompt }) =>
        Object.entries(says(walker, step, [prompt])).flatMap(([field, text]) =>
          /\.(text|own)$/.test(field) ? text : [],
        ),
      )
    const mark = { fi: '(simuloitu)', sv: '(simulerat)', en: '(simulated)' }
    for (const walker of all) for (const text of words(walker)) expect(text.endsWith(mark[walker.language])).toBe(true)
    const writing = all.filter((walker) => words(walker).length > 0)
    expect(writing.length).toBeGreaterThan(15)
    expect(writing.length).toBeLessThan(90)
  })

  test('show their groups on the opinion map, had all been asked every statement', () => {
    const all = people(150)
    const votes = all.flatMap((walker) =>
      statements.flatMap(({ step, prompt }): readonly Vote[] => {
        const vote = votedOf(optionTaken(walker, step, prompt))
        return vote === undefined ? [] : [{ participant: String(walker.nth), statement: `${step} ${prompt.id}`, vote }]
      }),
    )
    const { matrix, counted, groups } = opinionMap(votes)
    const planted = Int16Array.from(counted, (row) => all[Number(matrix.participants[row])]!.group)
    const index = adjustedRandIndex(
      planted,
      Int16Array.from(counted, (row) => groups.of[row]!),
    )
    expect(counted).toHaveLength(150)
    expect(index).toBeGreaterThanOrEqual(0.9)
  })
})
