import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { jsonNotation, yamlNotation } from '#src/journey/export/notation.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { canonicalJson, contentHash } from '#src/journey/version.ts'
import { copiedText } from '#src/studio/copy-journey.ts'
import { valuesOf } from '#src/studio/document.ts'
import { journeyFromPtv, readPtv } from '#src/studio/from-ptv.ts'
import { journeyFromSheet, planSheet } from '#src/studio/from-spreadsheet.ts'
import { importJourney } from '#src/studio/import-journey.ts'
import { zipped } from '#src/studio/plain-zip.ts'
import { readSheetFile } from '#src/studio/read-sheet.ts'
import { TEMPLATES, templateText } from '#src/studio/templates.ts'
import { at, listAt, namesAt } from '#src/studio/values.ts'
import { PROJECT } from '../support/project.ts'
import { shippedJourney } from '../support/shipped.ts'

const NEW = { id: 'a-new-one', title: { fi: 'Uusi', sv: 'Ny', en: 'New' }, languages: ['fi', 'sv', 'en'] }
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a journey that is taken along and brought back', () => {
  test.each(readdirSync(join(PROJECT, 'journeys')))('%s is the same to the last sign, as YAML and as JSON', (id) => {
    const { definition } = shippedJourney(id)
    const version = { number: 1, hash: contentHash(definition), definition }
    for (const text of [yamlNotation(version), jsonNotation(version), `\uFEFF${jsonNotation(version)}`]) {
      const read = readDefinition(text.replace(/^\uFEFF/, ''))
      expect(read.ok && canonicalJson(read.definition)).toBe(canonicalJson(definition))
    }
  })

  test('keeps its comments as YAML, becomes YAML from JSON, and is told line by line what is wrong with it', () => {
    const { text, definition } = shippedJourney('marriage')
    const yaml = importJourney(`\uFEFF# oma huomautus\n${text}`)
    expect(yaml.ok && yaml.text).toContain('# oma huomautus')
    const json = importJourney(JSON.stringify(definition))
    expect(json.ok && json.isClean && json.text.startsWith('format: 1')).toBe(true)
    const broken = importJourney(text.replace('format: 1', 'format: 2'))
    expect(broken.ok).toBe(false)
    expect(broken.findings[0]?.line).toBeGreaterThan(0)
  })

  test('is refused where it is hostile, and never throws', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((one, i) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}`
    const odd = [
      '',
      '{',
      '[]',
      'null',
      '__proto__: 1',
      '{"__proto__": {"format": 1}}',
      bomb,
      '['.repeat(5000),
      '\u0000',
    ]
    for (const text of odd) expect(importJourney(text).ok).toBe(false)
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => importJourney(text).ok === false))
  })

  test('is another journey when it is copied, with its comments and without the names of its past', () => {
    const text =
      '# oma\nid: old\ntitle: { fi: Vanha }\ntracks:\n  a:\n    steps:\n      - id: one # yksi\n        was: a/zero\n'
    const copy = copiedText(text, { id: 'new', title: { fi: 'Uusi' } }) ?? ''
    expect(copy).toContain('# oma')
    expect(copy).toContain('# yksi')
    expect(valuesOf(copy)).toMatchObject({
      id: 'new',
      title: { fi: 'Uusi' },
      tracks: { a: { steps: [{ id: 'one' }] } },
    })
    expect(copy).not.toContain('was')
  })
})

test.each(TEMPLATES)('the template %s passes the check in every choice of languages', (template) => {
  for (const languages of [['fi'], ['sv', 'en'], ['fi', 'sv', 'en']]) {
    const read = importJourney(templateText(template, { ...NEW, languages }))
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(read.ok && read.isClean).toBe(true)
  }
})

const SHEET = [
  ['Vaihe', 'Askel', 'Askel (sv)', 'Tuottaja', 'Laji', 'Nyt', 'Ehdotus', 'Yhteydenottoja', 'Muuta'],
  ['Raha', 'Kerro pankille; heti', 'Berätta för banken', 'Pankki', 'tehtävä', 'Soitat "itse"', '', '2', 'x'],
  ['Raha', '=1+1', '', 'Kela', 'hoituu itsestään', '', 'Päätös tulee', 'monta', ''],
  ['Koti', '', '', '', '', 'Viet avaimet', '', '', ''],
]
const csv = (rows: readonly (readonly string[])[], sign: string) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(sign)).join('\r\n')
const answers = {
  language: 'fi',
  track: 'Askeleet',
  sectors: new Map([['Pankki', 'private']]),
  titles: new Map<number, string>(),
}

async function journeyIn(file: Uint8Array, given = answers) {
  const sheet = await readSheetFile(file)
  const plan = sheet.ok ? planSheet(sheet.rows) : undefined
  if (!plan) throw new Error('no sheet')
  const text = journeyFromSheet(NEW, plan, given)
  const read = readDefinition(text)
  return { plan, text, definition: read.ok ? read.definition : read.findings }
}

describe('a spreadsheet', () => {
  test('is the same journey as CSV with either sign, in old and new encodings, and as XLSX', async () => {
    const xlsx = await writeXlsxFile(SHEET.map((row) => row.map((value) => ({ value, type: String })))).toBuffer()
    const wide = new Uint8Array(Buffer.from(`\uFEFF${csv(SHEET, '\t')}`, 'utf16le'))
    const files = [bytes(csv(SHEET, ';')), bytes(`\uFEFF${csv(SHEET, ',')}`), wide, new Uint8Array(xlsx)]
    files.push(new Uint8Array(Buffer.from(csv(SHEET, ';'), 'latin1')))
    const [first, ...others] = await Promise.all(files.map((file) => journeyIn(file)))
    for (const other of others) expect(other.text).toBe(first?.text)
    expect(first?.definition).toMatchObject({
      providers: { pankki: { sector: 'private' }, kela: { sector: 'public' } },
      tracks: {
        raha: {
          steps: [
            {
              id: 'kerro-pankille-heti',
              title: { sv: 'Berätta för banken' },
              today: { contacts: 2 },
              provider: 'pankki',
            },
            { kind: 'automatic', title: { fi: '=1+1' } },
          ],
        },
      },
    })
  })

  test('is asked for what it does not say, and a row without a name is left out where nobody names it', async () => {
    const { plan, definition } = await journeyIn(bytes(csv(SHEET, ';')))
    expect(plan).toMatchObject({
      asksTitle: false,
      asksTrack: false,
      asksLanguage: true,
      sectorless: ['Pankki', 'Kela'],
    })
    expect(plan.untitled).toEqual([4])
    expect(namesAt(definition, ['tracks'])).toEqual(['situation', 'raha'])
    const named = await journeyIn(bytes(csv(SHEET, ';')), { ...answers, titles: new Map([[4, 'Palauta avaimet']]) })
    expect(at(named.definition, ['tracks', 'koti', 'steps', 'palauta-avaimet', 'today', 'what', 'fi'])).toBe(
      'Viet avaimet',
    )
    const bare = planSheet([
      { number: 1, cells: ['Tehtävä'] },
      { number: 2, cells: ['Soita'] },
    ])
    expect(bare).toMatchObject({ asksTitle: true, asksTrack: true })
    expect(
      planSheet(
        [
          { number: 1, cells: ['Tehtävä'] },
          { number: 2, cells: ['Soita'] },
        ],
        0,
      )?.asksTitle,
    ).toBe(false)
  })

  test('that is a bomb, a picture, empty or far too large is refused and never throws', async () => {
    const far = `<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`
    const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'
    const wide = Buffer.alloc(9_000_000, 0x20)
    const sheets = [far, entity].map(
      (xml) => new Uint8Array(zipped(new Map([['xl/worksheets/sheet1.xml', bytes(xml)]]))),
    )
    const bomb = new Uint8Array(packed('xl/worksheets/sheet1.xml', wide))
    expect(bomb.length).toBeLessThan(20_000)
    const many = bytes(`Askel\n${'Soita\n'.repeat(600)}`)
    const odd = [new Uint8Array(), bytes('\n\n'), new Uint8Array([0x89, 0x50, 0, 0]), bytes('PK\u0003\u0004'), many]
    for (const file of [...sheets, bomb, ...odd]) expect((await readSheetFile(file)).ok).toBe(false)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (file) => {
        const sheet = await readSheetFile(file)
        const plan = sheet.ok ? planSheet(sheet.rows, 0) : undefined
        if (plan) expect(valuesOf(journeyFromSheet(NEW, plan, answers))).toBeDefined()
      }),
    )
  })

  test('makes a journey of the right shape out of whatever stands in its cells', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('__proto__', 'constructor', '#', ': -', '&a', '*a'),
    )
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (cells) => {
        const [head = []] = SHEET
        const sheet = [head, ...cells].map((one, i) => ({ number: i + 1, cells: one.map((text) => text.trim()) }))
        const plan = planSheet(sheet)
        const text = plan && journeyFromSheet(NEW, plan, answers)
        const read = text === undefined ? undefined : readDefinition(text)
        expect(read?.ok === false ? read.findings : []).toEqual([])
      }),
    )
  })
})

/** One file, packed as archives pack. */
function packed(name: string, content: Buffer): Buffer {
  const plain = zipped(new Map([[name, deflateRawSync(content)]]))
  plain.writeUInt16LE(8, 8)
  plain.writeUInt16LE(8, plain.lastIndexOf('PK\u0001\u0002') + 10)
  return plain
}

describe('a service collection of the Finnish Service Catalogue', () => {
  const texts = (fi: string, sv: string, type?: string) => [
    { language: 'fi', value: fi, type },
    { language: 'sv', value: sv, type },
  ]
  const collection = {
    id: 'c1',
    serviceCollectionNames: texts('Muutto', 'Flytt'),
    serviceCollectionDescriptions: [
      ...texts('Lyhyesti', 'Kort', 'Summary'),
      ...texts('Pitkästi', 'Långt', 'Description'),
    ],
    services: [
      { id: 's1', name: texts('Muuttoilmoitus', 'Flyttanmälan', 'Name') },
      { id: 's2', name: texts('Postin kääntäminen', 'Eftersändning', 'Name') },
    ],
  }
  const service = {
    id: 's1',
    serviceNames: texts('Muuttoilmoitus', 'Flyttanmälan', 'Name'),
    serviceDescriptions: texts('<p>Ilmoitat muutosta.</p>', 'Du anmäler flytten.', 'Summary'),
    organizations: [{ roleType: 'Producer' }, { roleType: 'Responsible', organization: { id: 'o', name: 'DVV' } }],
  }

  test('becomes a journey with a step for each service, by its organisation, and nothing made up', () => {
    for (const text of [[collection, service], { ...collection, organization: { id: 'o', name: 'DVV' } }].map((one) =>
      JSON.stringify(one),
    )) {
      const found = readPtv(text)
      const read =
        found &&
        readDefinition(journeyFromPtv({ ...NEW, languages: found.languages, title: found.name }, found, '2026-11'))
      expect(read?.ok && read.definition).toMatchObject({
        ...{ title: { fi: 'Muutto', sv: 'Flytt' }, summary: { fi: 'Lyhyesti' }, languages: ['fi', 'sv'] },
        providers: { dvv: { name: { fi: 'DVV' } } },
      })
      const steps = listAt(read?.ok ? read.definition : undefined, ['tracks', 'services', 'steps'])
      expect(steps.map((step) => at(step, ['title', 'fi']))).toEqual(['Muuttoilmoitus', 'Postin kääntäminen'])
      expect(steps.map((step) => [at(step, ['shares']), at(step, ['today', 'source', '0', 'confidence'])])).toEqual([
        [undefined, 'U'],
        [undefined, 'U'],
      ])
      expect(at(steps[0], ['today', 'what', 'fi']) ?? '').not.toContain('<p>')
    }
  })

  test('that is something else is refused and never throws', () => {
    for (const odd of ['', 'null', '[]', '{}', '[1]', '{"serviceCollectionNames":5}', '{"services":[null]}'])
      expect(readPtv(odd)).toBe(undefined)
    fc.assert(
      fc.property(fc.json(), fc.json(), (names, services) => {
        const text = `{"serviceCollectionNames":[${names}],"services":[${services}]}`
        const found = readPtv(text)
        if (found) expect(readDefinition(journeyFromPtv(NEW, found, '2026-11')).ok).toBe(true)
      }),
    )
  })
})
