import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Condition, Definition, Step } from '#src/journey/definition.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { prove } from '#src/journey/prove.ts'
import { cpuMs, definitionOf } from './example.ts'
import { smallJourney } from './small-journey.ts'

/** How long the proof takes: on the shipped journeys at their worst, and as a journey grows. Bounds are generous. */

const folder = new URL('../../journeys/', import.meta.url)
const SHIPPED = globSync('*/journey.yaml', { cwd: folder })
  .sort()
  .map((file) => definitionOf(readFileSync(new URL(file, folder), 'utf8')))

/** What makes a proof longest: every condition is false everywhere, so that no situation ends the search for one. */
function atItsWorst(definition: Definition): Definition {
  const never = (when: Condition): Condition => ({ all: [when, { not: when }] })
  const worse = (step: Step): Step => (step.when === undefined ? step : { ...step, when: never(step.when) })
  const tracks = Object.entries(definition.tracks).map(([id, track]) => [
    id,
    { ...track, steps: track.steps.map(worse) },
  ])
  return { ...definition, tracks: Object.fromEntries(tracks) }
}

/** Four strands; every third step has a condition, every second needs a step of another strand. */
function ofSteps(count: number): Definition {
  const yes = (fact: string): Condition => ({ fact, is: true })
  const conditions = [
    yes('a'),
    { any: [yes('a'), { not: yes('b') }] },
    { all: [yes('a'), yes('b'), { not: yes('c') }] },
  ]
  const steps = Array.from({ length: count }, (_, i) => {
    const when = i % 3 === 0 ? conditions[(i / 3) % conditions.length] : undefined
    const needs = i % 2 === 0 && i >= 4 ? [`t${(i + 1) % 4}/s${i - 3}` as const] : []
    return { track: `t${i % 4}`, step: { id: `s${i}`, needs, ...(when && { when }) } }
  })
  const tracks = Map.groupBy(steps, ({ track }) => track)
  return smallJourney(Object.fromEntries([...tracks].map(([id, all]) => [id, all.map(({ step }) => step)])))
}

test('the proof of every shipped journey takes no longer than a page, at its worst too', () => {
  const rows = SHIPPED.map((definition) => {
    const worst = atItsWorst(definition)
    const times = [definition, worst].map((one) => Math.round(cpuMs(() => prove(one))))
    expect(Math.max(...times)).toBeLessThan(100)
    return `${definition.id}: ${stepsOf(definition).length} steps, ${prove(definition).situations} situations in ${times[0]} ms; at its worst ${prove(worst).situations} in ${times[1]} ms`
  })
  console.log(rows.join('\n'))
})

test('it grows little faster than the journey: from 10 to 400 steps', () => {
  const sizes = [10, 50, 100, 200, 400]
  // The processor's clock ticks every few milliseconds: one proof of a small journey would take none.
  const often = 40
  const msOf = (definition: Definition) => cpuMs(() => Array.from({ length: often }, () => prove(definition))) / often
  msOf(ofSteps(400))
  const times = sizes.map((size) => ({ size, ms: msOf(ofSteps(size)) }))
  console.log(times.map(({ size, ms }) => `${size} steps: ${ms.toFixed(2)} ms`).join('\n'))
  expect(prove(ofSteps(400)).ok).toBe(true)
  expect(times.at(-1)?.ms).toBeLessThan(100)
})
