import { describe, expect, test } from 'vitest'
import { checkPersonas, checkText } from '#src/journey/check.ts'
import { yamlNotation } from '#src/journey/export/notation.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { inPlainFinnish } from '#src/journey/plain-finnish.ts'
import { textsOf } from '#src/journey/texts.ts'
import { changed, definitionOf, EXAMPLE, lineWith } from './example.ts'

const LOCK = 'title: { fi: Lukko, sv: Låset, en: The lock }'
const PLAIN = changed(LOCK, 'title: { fi: Lukko, fi-x-selko: Ovessa oleva lukko, sv: Låset, en: The lock }')

const missing = (text: string) => checkText(text).filter(({ code }) => code === 'missing-plain-words')

describe('a journey with a text in plain Finnish', () => {
  test('lists each text that has none, as a note at its line', () => {
    const findings = missing(PLAIN)
    expect(findings).toHaveLength(textsOf(definitionOf(PLAIN)).length - 1)
    expect(findings.every(({ severity }) => severity === 'note')).toBe(true)
    expect(findings.map(({ line }) => line)).toContain(lineWith(PLAIN, 'Saako ilmoituksen lähettää?'))
    expect(findings.map(({ line }) => line)).not.toContain(lineWith(PLAIN, 'Ovessa oleva lukko'))
  })

  test('asks the same of its people once its title is in plain Finnish', () => {
    const people = '- id: eeva\n  name: Eeva\n  introduction: { fi: Eeva., sv: Eeva., en: Eeva. }\n  facts: {}\n'
    const codes = (text: string) => checkPersonas(people, text).map(({ code }) => code)
    expect(codes(EXAMPLE)).not.toContain('missing-plain-words')
    const title = /^title: \{ fi: ([^,]*),/m.exec(EXAMPLE)?.[0] ?? ''
    expect(codes(changed(title, `${title} fi-x-selko: Selkeä otsikko,`))).toContain('missing-plain-words')
  })

  test('is read with the plain words where there are any, and the usual ones elsewhere', () => {
    const usual = definitionOf(PLAIN)
    const plain = inPlainFinnish(usual)
    expect(plain.tracks.lock?.title.fi).toBe('Ovessa oleva lukko')
    const others = (definition: typeof plain) =>
      textsOf(definition).map(({ words }) => (words['fi-x-selko'] ? words.sv : words))
    expect(others(plain)).toEqual(others(usual))
    expect(usual.tracks.lock?.title.fi).toBe('Lukko')
  })

  test('keeps them when it is written out and read again', () => {
    const definition = definitionOf(PLAIN)
    const again = readDefinition(yamlNotation({ number: 1, hash: '', definition }))
    expect(again).toMatchObject({ ok: true, definition })
  })
})

test('a journey without any is not asked for them', () => {
  expect(missing(EXAMPLE)).toEqual([])
})
