import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { commentsFile, PolisFormatError, participantsVotesFile, votesFile } from '#feedback/opinion-map/polis-export.ts'
import { conversations } from './reference-data.ts'

const VOTES = 'timestamp,datetime,comment-id,voter-id,vote\n'

test('any fields come back, however they are cut into pieces and whichever line break is used', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'ä', '"', ',', '\n', '\r\n', ' ', '1') })
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 })
  const quoted = (one: string) => (/["\n\r,]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(60), { maxLength: 6 }), (table, end, cuts) => {
      const text = table.map((row) => row.map(quoted).join(',') + end).join('')
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
      const pieces = at.slice(1).map((cut, i) => text.slice(at[i], cut))
      expect([...csvRows(pieces)]).toEqual(table)
      expect([...csvRows(['\uFEFF', text])]).toEqual(table)
    }),
  )
})

test('a statement of several lines with quotes and commas is one statement', () => {
  const file = 'comment-id,moderated,comment-body\r\n3,-1,"One, ""two""\r\nthree"\r\n4,0,plain\r\n'
  expect([...commentsFile([file])]).toMatchObject([
    { id: '3', text: 'One, "two"\r\nthree', moderated: -1, isMeta: false },
    { id: '4', text: 'plain', moderated: 0, isMeta: false },
  ])
})

test('the older header with is-meta is understood too', () => {
  const head = 'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body\n'
  const rows = [...commentsFile([`${head}1,7,0,1,0,1,true,false,one\n1,8,0,1,0,0,false,true,two\n`])]
  expect(rows.map(({ id, isMeta }) => [id, isMeta])).toEqual([
    ['7', true],
    ['8', false],
  ])
})

test('the last vote by time holds, by place in the file where times are equal', () => {
  const rows = ['20,x,0,5,1', '10,x,0,5,-1', '30,x,1,5,-1', '30,x,1,5,0']
  const { matrix } = opinionMap(votesFile([`${VOTES}${rows.join('\n')}`]))
  expect([...matrix.stances]).toEqual([1, 0])
})

test('an optional column of own ids in the wide file is no statement', () => {
  const file =
    'participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,4,2\n9,a@b,0,1,2,1,1,-1,1\n7,,,0,0,0,0,,\n'
  expect([...participantsVotesFile([file])]).toEqual([
    { participant: '9', statement: '4', vote: -1 },
    { participant: '9', statement: '2', vote: 1 },
  ])
})

test.each([
  ['no header', '', /nothing in it/],
  ['a missing column', 'timestamp,comment-id,vote\n', /no column voter-id/],
  ['a vote of two', `${VOTES}1,x,0,0,2\n`, /row 2: "2" is not/],
  ['an empty vote', `${VOTES}1,x,0,0,\n`, /row 2: "" is not/],
  ['a row cut short', `${VOTES}1,x,0,0,1\n1,x,0\n`, /row 3 has 3 fields, the header 5/],
  ['nobody who voted', `${VOTES}1,x,0,,1\n`, /row 2: an id is missing/],
  ['a time that is none', `${VOTES}then,x,0,0,1\n`, /row 2: the timestamp/],
])('votes with %s are refused with the reason', (_, file, reason) => {
  expect(() => [...votesFile([file])]).toThrow(PolisFormatError)
  expect(() => [...votesFile([file])]).toThrow(reason)
})

test('quotes out of place are refused', () => {
  expect(() => [...csvRows(['a,"b\n'])]).toThrow(/never closed/)
  expect(() => [...csvRows(['a,"b"c,d\n'])]).toThrow(/where none may/)
})

test.each(conversations)(
  'every statement of $name that was voted on is among its statements',
  ({ comments, votes }) => {
    const ids = new Set(comments.map(({ id }) => id))
    expect(votes.every(({ statement }) => ids.has(statement))).toBe(true)
    expect(ids.size).toBe(comments.length)
  },
)
