import { expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { otherChanges } from '#src/studio/other-changes.ts'
import { FIRST_CAT, nextCat, words } from './promised.ts'

const [HELP] = FIRST_CAT.help ?? []
const told = (change: object, before = FIRST_CAT) =>
  otherChanges(before, Definition.parse({ ...before, ...change })).map(({ part, before: was, after }) => [
    part.join('/'),
    was,
    after,
  ])

test('nothing that is a step’s own is told, and nothing where nothing is different', () => {
  expect(otherChanges(FIRST_CAT, structuredClone(FIRST_CAT))).toEqual([])
  expect(otherChanges(FIRST_CAT, nextCat())).toEqual([])
})

test('a text is told in the one language that changed', () => {
  const title = { ...FIRST_CAT.title, sv: 'Katten byter hem' }
  expect(told({ title })).toEqual([['title/sv', FIRST_CAT.title.sv, 'Katten byter hem']])
})

test('a number of help comes before everything else', () => {
  const help = [{ ...HELP, phone: '113' }]
  expect(told({ help, summary: words('Uusi'), title: words('Uusi') })[0]).toEqual(['help/phone', '112', '113'])
})

test('help that was put before another leaves the other as it is', () => {
  const first = { name: words('Toinen apu'), phone: '116', confidence: 'V' }
  expect(told({ help: [first, HELP] })).toEqual([['help', undefined, expect.objectContaining({ phone: '116' })]])
})

test('help that is called otherwise is the same help, and help that is gone is told', () => {
  expect(told({ help: [{ ...HELP, name: words('Hätä') }] })).toMatchObject([
    ['help/name/fi', 'Apu', 'Hätä'],
    ['help/name/sv', 'Apu (sv)', 'Hätä (sv)'],
    ['help/name/en', 'Apu (en)', 'Hätä (en)'],
  ])
  expect(told({ help: [] })).toEqual([['help', HELP, undefined]])
})

test('the name of a provider and the title of a strand are told under what they were called', () => {
  const [id = '', provider] = Object.entries(FIRST_CAT.providers)[0] ?? []
  const providers = { ...FIRST_CAT.providers, [id]: { ...provider, name: words('Uusi nimi') } }
  const changes = otherChanges(FIRST_CAT, Definition.parse({ ...FIRST_CAT, providers }))
  expect(changes.map(({ part, of }) => [part.join('/'), of])).toContainEqual(['providers/name/fi', provider?.name])
  const home = { ...FIRST_CAT.tracks.home, title: words('Toinen koti') }
  expect(told({ tracks: { ...FIRST_CAT.tracks, home } })).toContainEqual([
    'tracks/title/fi',
    FIRST_CAT.tracks.home?.title.fi,
    'Toinen koti',
  ])
})

test('another order of strands is told, though each is as it was', () => {
  const tracks = Object.fromEntries(Object.entries(FIRST_CAT.tracks).toReversed())
  expect(told({ tracks }).map(([part]) => part)).toContain('tracks/order')
})

test('where a step’s facts were read is told, which the steps pass over', () => {
  const cite = { cite: 'Laki 1', checked: '2026', confidence: 'V' as const }
  const next = nextCat(([register]) => {
    if (register?.today) register.today.source = [cite]
  })
  expect(otherChanges(FIRST_CAT, next).map(({ part, after }) => [part.join('/'), after])).toEqual([
    ['steps/today/source', [cite]],
  ])
})
