import { describe, expect, test } from 'vitest'
import { compile } from '#src/journey/compile.ts'
import { paperAt } from '#src/walk/documents.ts'
import { shippedJourney } from '../support/shipped.ts'
import { begin, hereOf, openSteps, steps, toTheEnd } from '../walk/pure-walk.ts'

const PAPERS = [
  { id: 'death-of-a-relative', document: 'estate_inventory' },
  { id: 'death-of-a-relative', document: 'pension_application' },
  { id: 'moving-home', document: 'move_notification' },
  { id: 'unemployment', document: 'registration' },
]
const REAL_CODE = /\d{6}[-+A-FU-Y](?!9)\d{3}[0-9A-Y]/

describe.each(PAPERS)('$document of $id', ({ id, document }) => {
  const { definition, personas } = shippedJourney(id)
  const journey = compile(definition)

  const papers = personas.flatMap((persona) => {
    const walk = toTheEnd(begin(journey), persona.facts)
    const here = hereOf(walk)
    const seen = { ...here, version: { ...here.version, personas }, walk: { ...here.walk, persona: persona.id } }
    return steps(walk).flatMap(({ place }) => {
      const paper = paperAt(seen, place)
      return paper?.document === document ? [{ persona: persona.id, paper }] : []
    })
  })

  test('is met by somebody, and every line is filled in for whoever meets it', () => {
    expect(papers.length).toBeGreaterThan(0)
    const empty = papers.flatMap(({ persona, paper }) =>
      paper.lines.filter(({ given }) => given === undefined).map(({ item }) => `${persona} ${item}`),
    )
    expect(empty).toEqual([])
  })

  test('comes for the most part from others, and is to be signed', () => {
    for (const { paper } of papers) {
      const given = paper.lines.filter(({ origin }) => origin.kind === 'given')
      expect(given.length).toBeGreaterThan(paper.lines.length / 2)
      expect(paper.signature?.isGiven).toBe(false)
    }
  })

  test('never shows an identity code outside the test range', () => {
    expect(papers.map(({ paper }) => JSON.stringify(paper.lines)).filter((text) => REAL_CODE.test(text))).toEqual([])
  })
})

test('the day of the move stands in the notification as the walker told it', () => {
  const { definition, personas } = shippedJourney('moving-home')
  const walk = toTheEnd(begin(compile(definition)), { ...personas[0]?.facts, moved_on: '2026-03-09' })
  expect(openSteps(walk)).toEqual([])
  const here = hereOf(walk)
  const place = here.journey.places.get('notification/notify')
  const paper = place && paperAt({ ...here, version: { ...here.version, personas } }, place)
  expect(paper?.lines.find(({ item }) => item === 'move_date')?.given).toBe('9.3.2026')
})
