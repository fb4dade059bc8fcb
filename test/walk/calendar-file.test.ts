import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile, datesOf } from '#src/walk/calendar-file.ts'
import { readCalendar } from '../support/calendar.ts'
import { AINO, begin, hereOf, stepOf, toTheEnd, turn } from './pure-walk.ts'

const NOW = Date.parse('2026-11-25T12:34:56.789Z')
const WORDS = {
  ...{ language: 'sv', summary: () => 'Försök: bouppteckning', description: 'Detta är ett försök' },
  idOf: (text: string) => Buffer.from(text).toString('hex'),
}

const begun = [1, 2, 3].reduce((walk) => turn(walk, AINO), turn(begin(), AINO))
const here = hereOf(begun)
const read = (event: ReturnType<typeof readCalendar>['events'][number] | undefined, name: string) =>
  event?.find((line) => line.name === name)?.value

test('every deadline of the walk that is not done stands in the file as a whole day', () => {
  const dates = datesOf(here)
  expect(dates.map(({ place }) => place.key)).toContain('estate/inventory')
  const { events } = readCalendar(calendarFile(here, WORDS, NOW))
  expect(events.map((event) => read(event, 'DTSTART'))).toEqual(dates.map(({ due }) => due?.replaceAll('-', '')))
  expect(events.map((event) => read(event, 'DTSTAMP'))).toEqual(dates.map(() => '20261125T123456Z'))
  expect(events.map((event) => read(event, 'SUMMARY'))).toEqual(dates.map(() => 'Försök: bouppteckning'))
})

test('what is done or put aside is no date any more, and an empty file is a calendar still', () => {
  const done = hereOf(toTheEnd(begin(), AINO))
  expect(datesOf(done)).toEqual([])
  expect(readCalendar(calendarFile(done, WORDS, NOW)).events).toEqual([])
})

test('a deadline that has passed undone stays in the file', () => {
  const late = { ...here, steps: here.steps.map((step) => ({ ...step, due: step.due && '2020-01-02' })) }
  expect(datesOf(late).length).toBe(datesOf(here).length)
})

test('an entry keeps its UID, which tells nothing, in another file and another language; another walk has others', () => {
  const uids = (one: typeof here, now = NOW) =>
    readCalendar(calendarFile(one, { ...WORDS, language: 'en' }, now)).events.map((event) => read(event, 'UID'))
  expect(uids(here, NOW + 1e9)).toEqual(readCalendar(calendarFile(here, WORDS, NOW)).events.map((e) => read(e, 'UID')))
  const other = { ...here, walk: { ...here.walk, id: 'other' } }
  expect(uids(other).filter((uid) => uids(here).includes(uid))).toEqual([])
  expect(uids(here).join()).not.toContain(here.walk.id === 'w' ? 'inventory' : here.walk.id)
  expect(new Set(uids(here)).size).toBe(uids(here).length)
})

test('whatever the words are, they come back as they were, in lines of 75 octets at most', () => {
  const runs = process.env.POLKU_LONG ? 5000 : 200
  const step = stepOf(begun, 'estate/inventory')
  const one = { ...here, steps: [step] }
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      // Control characters never stand in a journey's words.
      const text = typed.replace(/[\p{Cc}]/gu, ';,\\')
      const { events } = readCalendar(calendarFile(one, { ...WORDS, summary: () => text }, NOW))
      expect(read(events[0], 'SUMMARY')).toBe(text)
    }),
    { numRuns: runs },
  )
})

test('a line break in the words is escaped', () => {
  const { events } = readCalendar(calendarFile(here, { ...WORDS, description: 'yksi\r\nkaksi' }, NOW))
  expect(read(events[0], 'DESCRIPTION')).toBe('yksi\nkaksi')
})
