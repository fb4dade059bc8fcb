import { describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { commentsFile, participantsVotesFile, votesFile } from '#feedback/opinion-map/polis-export.ts'
import { type Opinions, opinionFiles } from '#src/review/opinion-files.ts'

const NOON = Date.UTC(2026, 2, 3, 12, 34, 56)
const statement = (id: string, author: string | undefined, text = `Sentence ${id}`) => ({
  ...{ id, author, text, step: 'home/milk', language: 'en', isSeed: author === undefined, at: NOON },
})
const person = (nth: number) => `walk-${String(nth).padStart(2, '0')}`

/** `people` who agree with the first and disagree with the second, every third the other way round; the first changes her mind once. */
function opinions(people: number, more: Partial<Opinions> = {}): Opinions {
  const cast = Array.from({ length: people }, (_, nth) => {
    const side = nth % 3 === 0 ? -1 : 1
    return [
      { walk: person(nth), statement: 'home/milk#a', vote: side, important: false, at: NOON } as const,
      { walk: person(nth), statement: 'added.x', vote: side === 1 ? -1 : 1, important: nth === 1, at: NOON } as const,
    ]
  })
  const changed = { walk: person(0), statement: 'home/milk#a', vote: 0, important: false, at: NOON } as const
  return {
    topic: 'Moving, =house and "cat"',
    description: { en: 'Two\nlines' },
    url: '/journeys/cat',
    statements: [statement('home/milk#a', undefined), statement('added.x', person(2), '=1+1, she said "no"\nand left')],
    votes: [...cast.flat(), changed],
    ...more,
  }
}
const rows = (text: string) => [...csvRows([text])]

describe('the files of opinions', () => {
  const files = opinionFiles(opinions(9))

  test('begin with the columns that Polis has, in its order', () => {
    const headers = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.split('\n')[0]]))
    expect(headers.comments).toMatch(
      /^timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,passes,is-meta,is-seed,step,lang$/,
    )
    expect(headers.votes).toBe('timestamp,datetime,comment-id,voter-id,vote,important')
    expect(headers['participants-votes']).toBe('participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1')
    expect(headers['comment-groups']).toMatch(
      /^comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes/,
    )
    expect(rows(files.summary).map(([key]) => key)).toEqual([
      ...['topic', 'url', 'voters', 'voters-in-conv', 'commenters', 'comments', 'groups', 'conversation-description'],
    ])
  })

  test('are read again as what they were: every vote with the earlier ones, every final vote, every statement', () => {
    const votes = [...votesFile([files.votes])]
    expect(votes).toHaveLength(19)
    const first = votes.filter(({ participant, statement }) => participant === '0' && statement === '0')
    expect(first.map(({ vote }) => vote)).toEqual([-1, 0])
    const final = [...participantsVotesFile([files['participants-votes']])]
    expect(final.filter(({ participant }) => participant === '0').map(({ vote }) => vote)).toEqual([0, 1])
    expect(final).toHaveLength(18)
    const comments = [...commentsFile([files.comments])]
    expect(comments.map(({ id, moderated, isMeta }) => [id, moderated, isMeta])).toEqual([
      ['0', 1, false],
      ['1', 1, false],
    ])
  })

  test('count the votes that hold, passes too, and say whose a statement is', () => {
    const [head = [], ...comments] = rows(files.comments)
    const of = (row: readonly string[], column: string) => row[head.indexOf(column)]
    const told = comments.map((row) => ['agrees', 'disagrees', 'passes', 'is-seed', 'author-id'].map((c) => of(row, c)))
    expect(told).toEqual([
      ['6', '2', '1', 'true', ''],
      ['3', '6', '0', 'false', '2'],
    ])
  })

  test('tell the day and never the moment, and nobody’s own id', () => {
    const all = Object.values(files).join('\n')
    expect(rows(files.votes)[1]?.slice(0, 2)).toEqual([String(Date.UTC(2026, 2, 3) / 1000), '2026-03-03'])
    expect(all).not.toContain('walk-')
  })

  test('hold no formula that a spreadsheet would run', () => {
    expect(files.comments).toContain("'=1+1")
    expect(rows(files.votes).some((row) => row[4] === '-1')).toBe(true)
  })

  test('leave out votes on what has been hidden or taken back', () => {
    const { statements } = opinions(9)
    const hidden = opinionFiles(opinions(9, { statements: statements.slice(0, 1) }))
    expect([...votesFile([hidden.votes])].map(({ statement }) => statement)).toEqual(Array(10).fill('0'))
  })

  test('are headers alone while fewer than seven have voted', () => {
    const few = opinionFiles(opinions(6))
    for (const name of ['comments', 'votes', 'participants-votes', 'comment-groups'] as const)
      expect([name, rows(few[name]).length]).toEqual([name, 1])
    expect(rows(opinionFiles(opinions(7)).comments)).toHaveLength(3)
  })
})
