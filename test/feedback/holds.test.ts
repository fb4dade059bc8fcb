import { describe, expect, test } from 'vitest'
import { isDistress } from '#feedback/distress.ts'
import { holdsOf } from '#feedback/house-rules.ts'

describe('whoever may be in need is seen', () => {
  test.each([
    'En jaksa enää elää tämän jälkeen.',
    'Haluan kuolla',
    'Välillä ajattelen että tapan itseni',
    'Jag orkar inte leva längre',
    'jag vill dö',
    'I don’t want to live without her',
    'I want to\ndie',
    'I think of ending my own life',
  ])('%s', (text) => expect(isDistress(text)).toBe(true))
})

describe('grief, anger and other people’s deaths are no crisis of the writer', () => {
  test.each([
    'Isä kuoli, ja jouduin soittamaan kymmeneen paikkaan.',
    'Veljeni teki itsemurhan, ja poliisi tuli kotiin.',
    'Äiti ei halunnut kuolla sairaalassa',
    'En jaksa enää täyttää lomakkeita',
    'Hän ei jaksanut elää yksin',
    'Jag orkar inte fylla i fler blanketter',
    'Min bror tog livet av sig',
    'He did not want to die in hospital',
    'This form is killing me',
  ])('%s', (text) => expect(isDistress(text)).toBe(false))
})

test.each([
  ['Tulen hakkaamaan sen virkailijan', ['abuse']],
  ['He deserves to die', ['abuse']],
  ['Katso www.halvatkukat.fi', ['abuse']],
  ['TÄMÄ PALVELU ON TÄYSIN MAHDOTON', ['abuse']],
  ['Soittakaa numeroon [tel]', ['personal-data']],
  ['Hän asui osoitteessa Koivukuja 12', ['personal-data']],
  ['Hon bodde på Storgatan 5', ['personal-data']],
  ['Haluan kuolla, olkaa hiljaa Mäkitie 3', ['distress', 'personal-data']],
  ['Olen vihainen. Tämä on hirveä paikka, ja virasto saisi hävetä.', []],
  ['Kela ja DVV kysyivät samaa asiaa', []],
  ['Perintökaari 20 luku, 3 kuukautta ja 1 500 euroa', []],
  ['Päätie 2,5 kilometriä', []],
] as const)('%s', (text, holds) => expect(holdsOf(text)).toEqual(holds))
