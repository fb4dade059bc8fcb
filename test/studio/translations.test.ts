import { describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { change, valuesOf } from '#src/studio/document.ts'
import { easeOf, lix } from '#src/studio/reading-ease.ts'
import { fromTranslationsCsv, translationsCsv, translationsOf } from '#src/studio/translations.ts'
import { at } from '#src/studio/values.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const changed = (edit: (draft: typeof MOVING_HOUSE_CAT) => void) => {
  const draft = structuredClone(MOVING_HOUSE_CAT)
  edit(draft)
  return draft
}
const lacking = (draft: typeof MOVING_HOUSE_CAT, before?: typeof MOVING_HOUSE_CAT) =>
  translationsOf(draft, before).flatMap(({ place, lacks }) => lacks.map(({ language, is }) => [place, language, is]))

describe('the texts of a draft side by side', () => {
  test('lack nothing where every language is written', () => {
    expect(lacking(MOVING_HOUSE_CAT, MOVING_HOUSE_CAT)).toEqual([])
  })

  test('tell which language is missing, by the ids of the places', () => {
    const draft = changed(({ tracks }) => delete tracks.home?.steps[0]?.title.sv)
    const [first] = draft.tracks.home?.steps ?? []
    expect(lacking(draft)).toEqual([[`tracks/home/steps/${first?.id}/title`, 'sv', 'missing']])
  })

  test('tell which translation was left behind when another language was changed', () => {
    const draft = changed(({ title }) => {
      title.fi = 'Aivan toinen'
    })
    expect(lacking(draft, MOVING_HOUSE_CAT)).toEqual([
      ['title', 'sv', 'stale'],
      ['title', 'en', 'stale'],
    ])
    const translated = changed(({ title }) => {
      title.fi = 'Aivan toinen'
      title.sv = 'Något annat'
    })
    expect(lacking(translated, MOVING_HOUSE_CAT)).toEqual([['title', 'en', 'stale']])
  })

  test('ask for plain Finnish everywhere once there is some', () => {
    const draft = changed(({ title }) => {
      title['fi-x-selko'] = 'Kissa muuttaa'
    })
    const plain = lacking(draft).filter(([, language]) => language === 'fi-x-selko')
    expect(plain.length).toBe(translationsOf(draft, undefined).length - 1)
  })
})

describe('the file of a translator', () => {
  test('comes back without a change as no change', () => {
    const csv = translationsCsv(MOVING_HOUSE_CAT)
    expect(fromTranslationsCsv(MOVING_HOUSE_CAT, csv)).toEqual({ operations: [], unknown: [], trouble: undefined })
  })

  test('changes the words that are other than now, and keeps comments and everything else', () => {
    const csv = translationsCsv(MOVING_HOUSE_CAT)
    const [head = [], ...rows] = csvRows([csv])
    const sv = head.indexOf('sv')
    const edited = rows.map((row) => (row[0] === 'title' ? row.with(sv, 'Ny, "rak" titel') : row.with(sv, '')))
    const text = [head, ...edited]
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n')
    const { operations } = fromTranslationsCsv(MOVING_HOUSE_CAT, text)
    expect(operations).toEqual([{ do: 'set', path: ['title', 'sv'], value: 'Ny, "rak" titel' }])
    const source = `# keep me\n${writeDefinition(MOVING_HOUSE_CAT)}`
    const after = change(source, operations)
    expect(after.ok && after.text.startsWith('# keep me')).toBe(true)
    expect(after.ok && at(valuesOf(after.text), ['title', 'sv'])).toBe('Ny, "rak" titel')
  })

  test('may have semicolons, as a spreadsheet in Finland writes them', () => {
    const csv = 'place;sv\ntitle;En katt, kort sagt\nproviders/cat_register/name;"Katt; register"\n'
    const { operations } = fromTranslationsCsv(MOVING_HOUSE_CAT, csv)
    expect(operations.map((one) => 'value' in one && one.value)).toEqual(['En katt, kort sagt', 'Katt; register'])
  })

  test.each([
    ['"never closed', 'not-csv'],
    ['paikka,sv\ntitle,x', 'no-place'],
    ['place,de\ntitle,x', 'no-language'],
  ])('%s is told for what it is', (csv, trouble) => {
    expect(fromTranslationsCsv(MOVING_HOUSE_CAT, csv)).toMatchObject({ operations: [], trouble })
  })

  test('names the places that the journey has not', () => {
    expect(fromTranslationsCsv(MOVING_HOUSE_CAT, 'place,sv\ngone/away,x\n').unknown).toEqual(['gone/away'])
  })
})

describe('reading ease', () => {
  test('is words a sentence plus long words in a hundred', () => {
    expect(lix('Jag går hem. Du stannar kvar.', 'sv')).toBe(3 + Math.round(100 / 6))
    expect(lix('', 'fi')).toBe(0)
  })

  test('tells short sentences from official ones in every language', () => {
    expect(easeOf('Pankki sulkee tilin. Saat kirjeen.', 'fi')).toBe('easy')
    const officialese =
      'Perukirjoitusvelvollisuuden laiminlyönnistä aiheutuvien seuraamusten välttämiseksi osakkaiden edellytetään toimittavan asiakirjajäljennökset Verohallinnolle määräaikaan mennessä.'
    expect(easeOf(officialese, 'fi')).toBe('hard')
    expect(easeOf('You call the bank. They close the account.', 'en')).toBe('easy')
  })
})
