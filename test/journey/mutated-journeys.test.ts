import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { compile } from '#src/journey/compile.ts'
import type { Definition, Facts } from '#src/journey/definition.ts'
import { findingLine, findingText, isPublishable } from '#src/journey/finding.ts'
import { lint } from '#src/journey/lint.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { prove } from '#src/journey/prove.ts'
import { contentHash } from '#src/journey/version.ts'
import { fits, replay } from '#src/walk/replay.ts'
import { anySituation, anyTurns, begin, steps, toTheEnd, turns } from '../walk/pure-walk.ts'
import { cpuMs } from './example.ts'
import { mutated, mutation, type Plain } from './mutating.ts'

/**
 * The shipped journeys with things changed that a hand or a merge might change. Each is refused with a line and a sentence,
 * or accepted, and then it can be walked to its end by anybody, its events are its state, and it survives being written.
 */

const RUNS = process.env.POLKU_LONG ? 10_000 : 100
const SOON_MS = 200
const folder = new URL('../../journeys/', import.meta.url)
const SHIPPED = globSync('*/journey.yaml', { cwd: folder })
  .sort()
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))
const PLAIN: readonly Plain[] = SHIPPED.map(({ text }) => parse(text, { schema: 'core' }) as Plain)

const situations = (definition: Definition): fc.Arbitrary<readonly Facts[]> =>
  fc.array(anySituation(definition), { minLength: 2, maxLength: 2 })
const chosen = ({ tracks }: Definition) =>
  fc.option(fc.subarray(Object.keys(tracks).slice(1), { minLength: 1 }), { nil: undefined })

/** What there is to say about a text, and the definition where nothing stands in the way of publishing it. */
function checked(text: string) {
  const read = readDefinition(text, 'journey.yaml')
  if (!read.ok) return { findings: read.findings, definition: undefined }
  const { definition, lines } = read
  const findings = [...lint(definition, lines), ...prove(definition, lines).findings]
  return { findings, definition: isPublishable(findings) ? definition : undefined }
}

function expectAnswer(text: string): Definition | undefined {
  let answer = checked('')
  const taken = cpuMs(() => {
    answer = checked(text)
  })
  expect(taken).toBeLessThan(SOON_MS)
  const { findings, definition } = answer
  const lines = text.split('\n').length
  for (const found of findings) {
    expect(found.line).toBeGreaterThanOrEqual(1)
    expect(found.line).toBeLessThanOrEqual(lines)
    for (const language of ['fi', 'en'] as const) expect(findingText(found, language)).toMatch(/^.{10,}[.?…]$/s)
    expect(findingLine(found, 'en')).not.toContain('undefined')
  }
  if (!definition) expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  return definition
}

function expectWalks(
  definition: Definition,
  facts: Facts,
  picks: readonly number[],
  tracks: readonly string[] | undefined,
) {
  const journey = compile(definition)
  const half = turns(begin(journey, tracks), facts, picks)
  const end = toTheEnd(half, facts, picks)
  for (const walk of [half, end]) {
    expect(fits(journey, walk.progress)).toBe(true)
    expect(replay(journey, walk, walk.events)).toEqual(walk.progress)
  }
  expect(Object.values(end.progress.value).every((at) => at === '$end')).toBe(true)
  expect(steps(end).filter(({ status }) => status !== 'done' && status !== 'aside')).toEqual([])
}

function expectSurvives(definition: Definition) {
  const again = readDefinition(writeDefinition(definition))
  expect(again.ok && again.definition).toEqual(definition)
  const json = readDefinition(JSON.stringify(definition))
  expect(json.ok && contentHash(json.definition)).toBe(contentHash(definition))
}

describe('the shipped journeys', () => {
  test.each(SHIPPED)('$file: whoever walks it comes to its end, and its events are its state', ({ text }) => {
    const definition = expectAnswer(text)
    if (!definition) throw new Error('refused')
    expectSurvives(definition)
    fc.assert(
      fc.property(anySituation(definition), anyTurns, chosen(definition), (facts, picks, tracks) => {
        expectWalks(definition, facts, picks, tracks)
      }),
      { numRuns: process.env.POLKU_LONG ? 200 : 5, seed: 20261125 },
    )
  })

  test('changed by hand are refused with a line and a sentence, or can be walked to the end', {
    timeout: 1_800_000,
  }, () => {
    const seen = { accepted: 0, refused: 0 }
    fc.assert(
      fc.property(
        fc.nat(PLAIN.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat({ max: 12 })),
        (which, mutations, picks) => {
          const changed = mutations.reduce(mutated, PLAIN[which] ?? null)
          const definition = expectAnswer(stringify(changed, { lineWidth: 0, aliasDuplicateObjects: false }))
          seen[definition ? 'accepted' : 'refused'] += 1
          if (!definition) return
          expectSurvives(definition)
          for (const facts of fc.sample(situations(definition), { numRuns: 1, seed: which })[0] ?? [])
            expectWalks(definition, facts, [...picks.take(20)], undefined)
        },
      ),
      { numRuns: RUNS, seed: 20261125 },
    )
    expect(seen.accepted).toBeGreaterThan(RUNS / 20)
    expect(seen.refused).toBeGreaterThan(RUNS / 20)
  })
})
