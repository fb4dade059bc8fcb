import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import type { Facts } from '#src/journey/definition.ts'
import { boxOf, widthOf } from '#src/journey/picture/box.ts'
import { type DrawnWords, sharingDrawing, strandDrawing } from '#src/journey/picture/drawing.ts'
import { giversOf, handOversOf, strandsOf } from '#src/journey/picture/strands.ts'
import type { Layout, Spot } from '#src/journey/picture/swimlanes.ts'
import { PROJECT } from '../support/project.ts'
import { shippedJourney } from '../support/shipped.ts'
import { type SmallTracks, smallJourney } from './small-journey.ts'

const SHIPPED = readdirSync(join(PROJECT, 'journeys'))
const WORDS: DrawnWords = {
  said: ({ fi = '' }) => fi,
  party: (id) => `palveluntuottaja ${id}`,
  data: (id) => `tieto ${id}`,
  basis: (basis) => basis,
  after: (numbers) => `ensin ${numbers.join(', ')}`,
  counts: (gives, gets) => `${gives} ${gets}`,
}

const small = (tracks: SmallTracks) => compile(smallJourney(tracks))
const drawnIn = (tracks: SmallTracks) => strandDrawing(strandsOf(small(tracks)), WORDS)
const widest = <L>({ layouts }: { readonly layouts: readonly { readonly layout: L }[] }): L => layouts.at(-1)!.layout
/** Every situation worth drawing: all at once, and each example person's. */
const situations = (journey: string): readonly (Facts | undefined)[] => [
  undefined,
  ...shippedJourney(journey).personas.map(({ facts }) => facts),
]

type Placed = Pick<Layout, 'width' | 'height' | 'heads' | 'spots'>
const placesOf = ({ heads, spots }: Placed): readonly Spot[] => [...heads.values(), ...spots.values()]
const overlap = (one: Spot, other: Spot) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

function overlapsIn(layout: Placed): number {
  const places = placesOf(layout)
  return places.flatMap((one, i) => places.slice(i + 1).filter((other) => overlap(one, other))).length
}

function isInside({ width, height, ...layout }: Placed): boolean {
  return placesOf({ width, height, ...layout }).every(
    (spot) => spot.x >= 0 && spot.y >= 0 && spot.x + spot.width <= width && spot.y + spot.height <= height,
  )
}

/** The straight pieces of a path of M, H and V, each as a very thin spot. */
function piecesOf(path: string): readonly Spot[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)].flatMap(([, way, first, second]) => {
    const [to, next] = [Number(first), Number(second)]
    const [fromX, fromY] = [x, y]
    if (way === 'M') [x, y] = [to, next]
    else if (way === 'H') x = to
    else y = to
    if (way === 'M') return []
    const [left, top] = [Math.min(fromX, x), Math.min(fromY, y)]
    return [{ x: left, y: top, width: Math.abs(x - fromX) + 0.01, height: Math.abs(y - fromY) + 0.01 }]
  })
}

/** A box a little smaller than it is drawn: an arrow may touch its edge. */
const inner = ({ x, y, width, height }: Spot): Spot => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 })

describe.each(SHIPPED)('the picture of %s', (id) => {
  const journey = compile(shippedJourney(id).definition)

  test('draws every step that concerns the situation once, and nothing over anything else', () => {
    for (const facts of situations(id)) {
      const strands = strandsOf(journey, facts)
      const concerned = [...journey.places.values()].filter(({ applies }) => !facts || applies(facts) !== false)
      const drawing = strandDrawing(strands, WORDS)
      expect([...drawing.boxes.keys()]).toEqual(concerned.map(({ key }) => key))
      for (const { layout } of drawing.layouts) {
        expect([...layout.spots.keys()].sort()).toEqual([...drawing.boxes.keys()].sort())
        expect([...layout.heads.keys()]).toEqual(strands.map(({ id: strand }) => strand))
        expect([overlapsIn(layout), isInside(layout)]).toEqual([0, true])
      }
    }
  })

  test('draws one arrow for every need, and no arrow through a box', () => {
    for (const facts of situations(id)) {
      const strands = strandsOf(journey, facts)
      const needs = strands.flatMap(({ steps }) =>
        steps.flatMap(({ place, needs: first }) => first.map((from) => `${from} ${place.key}`)),
      )
      for (const { layout } of strandDrawing(strands, WORDS).layouts) {
        expect(layout.needs.map(({ from, to }) => `${from} ${to}`)).toEqual(needs)
        const pieces = [...layout.needs.map(({ path }) => path), ...layout.flows].flatMap(piecesOf)
        const crossed = placesOf(layout).filter((spot) => pieces.some((piece) => overlap(piece, inner(spot))))
        expect(crossed).toEqual([])
      }
    }
  })

  test('draws every hand-over once, under whoever gives', () => {
    for (const facts of situations(id)) {
      const strands = strandsOf(journey, facts)
      const shares = strands.flatMap(({ steps }) => steps.flatMap(({ place }) => place.step.shares ?? []))
      const givers = giversOf(handOversOf(strands))
      const drawing = sharingDrawing(givers, WORDS)
      expect(drawing.boxes.size).toBe(shares.length)
      expect(givers.reduce((sum, { gets }) => sum + gets, 0)).toBeLessThanOrEqual(shares.length)
      for (const { party, gives } of givers) expect(gives.every(({ share }) => share.from === party)).toBe(true)
      for (const { layout } of drawing.layouts) {
        expect([...layout.spots.keys()]).toEqual([...drawing.boxes.keys()])
        expect([layout.arrows.length, overlapsIn(layout), isInside(layout)]).toEqual([shares.length, 0, true])
      }
    }
  })

  test('gives a step the same number in every situation', () => {
    const numbers = (facts?: Facts) =>
      strandsOf(journey, facts).flatMap(({ steps }) => steps.map(({ place, number }) => `${number} ${place.key}`))
    const all = numbers()
    for (const facts of situations(id))
      expect(all.filter((one) => numbers(facts).includes(one))).toEqual(numbers(facts))
  })
})

describe('a picture', () => {
  const first = { one: [{ id: 'a' }, { id: 'b' }], two: [{ id: 'c' }, { id: 'd' }] }
  const spots = (tracks: SmallTracks) => widest(drawnIn(tracks)).spots

  test('keeps everything else in its place when a version adds a step', () => {
    const [before, after] = [spots(first), spots({ ...first, one: [{ id: 'a' }, { id: 'new' }, { id: 'b' }] })]
    for (const key of ['situation/asked', 'one/a', 'two/c', 'two/d']) expect(after.get(key)).toEqual(before.get(key))
    expect(after.get('one/new')).toEqual(before.get('one/b'))
    expect(after.get('one/b')?.x).toBe(before.get('one/b')?.x)
    expect(after.get('one/b')?.y).toBeGreaterThan(before.get('one/b')?.y ?? 0)
  })

  test('puts a strand added last beside the others without moving them', () => {
    const [before, after] = [spots(first), spots({ ...first, three: [{ id: 'e' }] })]
    for (const [key, spot] of before) expect(after.get(key)).toEqual(spot)
  })

  test('puts a step below what it needs, in whichever strand that is', () => {
    const tracks = { one: [{ id: 'a', needs: ['two/d' as const] }, { id: 'b' }], two: [{ id: 'c' }, { id: 'd' }] }
    const placed = spots(tracks)
    expect(placed.get('one/a')?.y).toBeGreaterThan(placed.get('two/d')?.y ?? Infinity)
    expect(placed.get('one/b')?.y).toBeGreaterThan(placed.get('one/a')?.y ?? Infinity)
  })

  test('of steps that wait for each other, which nobody can publish, still comes to an end', () => {
    const circle = { one: [{ id: 'a', needs: ['two/c' as const] }], two: [{ id: 'c', needs: ['one/a' as const] }] }
    expect(spots(circle).size).toBe(3)
  })

  test('leaves out a strand without a step for the situation, and marks what may concern it', () => {
    const when = (fact: string) => ({ when: { fact, is: true } })
    const journey = small({ one: [{ id: 'x', ...when('a') }], two: [{ id: 'y', ...when('b') }, { id: 'z' }] })
    const strands = strandsOf(journey, { a: false, b: null })
    expect(strands.map(({ id }) => id)).toEqual(['situation', 'two'])
    expect(strands[1]?.steps.map(({ number, isForSome }) => [number, isForSome])).toEqual([
      ['3.1', true],
      ['3.2', false],
    ])
  })

  test('says one layout once where a journey has few strands', () => {
    expect(drawnIn({ one: [{ id: 'a' }] }).layouts.map(({ widths }) => widths)).toEqual([['narrow', 'middle', 'wide']])
    expect(drawnIn(first).layouts.map(({ widths }) => widths)).toEqual([['narrow'], ['middle', 'wide']])
  })
})

describe('a box', () => {
  const linesOf = (text: string, width = 178) => boxOf([{ text, style: 'title' }], width).lines

  test('keeps every word, in lines that fit', () => {
    const text = '4.2 Sukuselvitys tilataan puolestasi ja lähetetään niille, jotka sitä tarvitsevat'
    expect(
      linesOf(text)
        .map((line) => line.text)
        .join(' '),
    ).toBe(text)
    for (const line of linesOf(text)) expect(widthOf(line.text) * 15).toBeLessThanOrEqual(160)
  })

  test('draws a long word together a little, and breaks a much longer one', () => {
    expect(linesOf('edunvalvontaviranomaiselle')).toMatchObject([{ text: 'edunvalvontaviranomaiselle', squeezed: 160 }])
    const broken = linesOf('lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas')
    expect(broken.length).toBeGreaterThan(2)
    expect(broken.every(({ squeezed }) => squeezed === undefined)).toBe(true)
  })

  test('is as high as its lines', () => {
    expect(boxOf([], 100).height).toBeLessThan(boxOf([{ text: 'yksi', style: 'note' }], 100).height)
    const { lines, height } = boxOf([{ text: 'yksi kaksi kolme neljä viisi kuusi', style: 'title' }], 100)
    expect(height).toBeGreaterThan(lines.at(-1)?.y ?? Infinity)
  })
})
