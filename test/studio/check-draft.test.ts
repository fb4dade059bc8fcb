import { describe, expect, test } from 'vitest'
import type { Persona } from '#src/journey/definition.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { contentHash } from '#src/journey/version.ts'
import { checkDraft } from '#src/studio/check-draft.ts'
import { FIRST_CAT, nextCat } from './promised.ts'

const TEXT = writeDefinition(FIRST_CAT)
const MIRRI: Persona = {
  id: 'mirri',
  name: 'Mirri',
  introduction: { fi: 'Kissa', sv: 'En katt', en: 'A cat' },
  facts: { moved_on: '2026-03-01', colour: 'black' },
}
const nobody = () => []

function lineWith(part: string, text = TEXT): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1
}

function errorsOf(text: string, personas?: string, known: readonly Persona[] = []) {
  const checked = checkDraft({ text, personas, file: 'cat.yaml' }, () => known)
  if (checked.ok) throw new Error('nothing was found')
  return checked.findings.filter(({ severity }) => severity === 'error')
}

describe('a journey file', () => {
  test('that is sound becomes a definition with the hash of what it says, and remarks hinder nothing', () => {
    const checked = checkDraft({ text: TEXT, personas: undefined, file: 'cat.yaml' }, nobody)
    expect(checked).toMatchObject({ ok: true, definition: FIRST_CAT, hash: contentHash(FIRST_CAT), personas: [] })
    expect(checked.findings.map(({ severity }) => severity)).toContain('warning')
    expect(checked.findings.every(({ severity, file }) => severity !== 'error' && file === 'cat.yaml')).toBe(true)
  })

  test('that says the same in another layout has the same hash, another word another one', () => {
    const hashOf = (text: string) => {
      const checked = checkDraft({ text, personas: undefined }, nobody)
      return checked.ok ? checked.hash : undefined
    }
    expect(hashOf(`# by hand\n${TEXT.replace('kind: task', "kind:   'task'")}`)).toBe(contentHash(FIRST_CAT))
    expect(hashOf(JSON.stringify(FIRST_CAT))).toBe(contentHash(FIRST_CAT))
    expect(hashOf(TEXT.replace('fi: Maito', 'fi: Kerma'))).not.toBe(contentHash(FIRST_CAT))
  })

  test('that is no YAML is told with the line it breaks at', () => {
    const broken = TEXT.replace('fi: Kissa muuttaa', 'fi: "Kissa muuttaa')
    const [first] = errorsOf(broken)
    expect(first?.file).toBe('cat.yaml')
    expect(first?.line).toBeGreaterThanOrEqual(lineWith('"Kissa muuttaa', broken))
  })

  test('of another shape is told with the line of the fault', () => {
    const text = TEXT.replace('automation: full', 'automation: fully')
    expect(errorsOf(text)).toMatchObject([{ file: 'cat.yaml', line: lineWith('automation: fully', text) }])
  })

  test('that names a provider nobody knows is found by the lint, and one that cannot be walked to its end by the proof', () => {
    const text = TEXT.replace('provider: cat_register', 'provider: dog_register')
    expect(errorsOf(text)).toMatchObject([{ code: 'unknown-provider', line: lineWith('dog_register', text) }])
    const circle = writeDefinition(
      nextCat(([register, milk]) => {
        if (register && milk) register.needs = ['home/milk']
      }),
    )
    expect(errorsOf(circle).map(({ code }) => code)).toContain('order-cycle')
  })
})

describe('example people', () => {
  test('come from the draft, and where it brings none they stay who they were', () => {
    const known = () => [MIRRI]
    expect(checkDraft({ text: TEXT, personas: undefined }, known)).toMatchObject({ ok: true, personas: [MIRRI] })
    const others = JSON.stringify([{ ...MIRRI, id: 'miuku', name: 'Miuku' }])
    expect(checkDraft({ text: TEXT, personas: others }, known)).toMatchObject({ personas: [{ id: 'miuku' }] })
    expect(checkDraft({ text: TEXT, personas: '[]' }, known)).toMatchObject({ ok: true, personas: [] })
  })

  test('that no longer fit the journey hinder it, told under their own file', () => {
    const green = JSON.stringify([{ ...MIRRI, facts: { ...MIRRI.facts, colour: 'green' } }], null, 2)
    expect(errorsOf(TEXT, green)).toMatchObject([{ file: 'personas.yaml', line: lineWith('green', green) }])
    const faceless = { ...MIRRI, facts: { ...MIRRI.facts, tail: 'long' } }
    expect(errorsOf(TEXT, undefined, [faceless])).toMatchObject([{ file: 'personas.yaml', code: 'unknown-fact' }])
    expect(errorsOf(TEXT, '- { id: ')[0]).toMatchObject({ file: 'personas.yaml' })
  })

  test('are asked for under the journey of the file', () => {
    const asked: string[] = []
    checkDraft({ text: TEXT, personas: undefined }, (journey) => {
      asked.push(journey)
      return []
    })
    expect(asked).toEqual([FIRST_CAT.id])
  })
})
