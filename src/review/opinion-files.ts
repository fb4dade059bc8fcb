import { stringify } from 'csv-stringify/sync'
import { opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { FEWEST_PARTICIPANTS } from '#feedback/opinion-map/thresholds.ts'
import type { Words } from '#src/journey/definition.ts'
import type { StoredVote } from '#src/walk/vote-store.ts'

/** A statement people voted on, its id as feedback/statement-id.ts makes it. Those that a person has hidden are not among them. */
export type VotedStatement = {
  readonly id: string
  readonly step: string
  readonly text: string
  readonly language: string
  /** of the team's own, not of a walker's */
  readonly isSeed: boolean
  readonly author: string | undefined
  readonly at: number
}
export type Opinions = {
  readonly topic: string
  readonly description: Words
  readonly url: string
  readonly statements: readonly VotedStatement[]
  /** every vote in the order of its number, changed ones too */
  readonly votes: readonly Pick<StoredVote, 'walk' | 'statement' | 'vote' | 'important' | 'at'>[]
}
export type OpinionFile = 'comments' | 'votes' | 'participants-votes' | 'summary' | 'comment-groups'

const DAY_MS = 86_400_000
type Row = readonly (string | number)[]

/**
 * What people think, in the files that Polis exports, so that whatever reads those reads these: the same names, columns
 * and marks, and after them the columns Polis leaves out (passes, is-meta, is-seed, step, lang). People are numbered in
 * the order of random ids and moments cut to the day, so that neither tells who came when. `agrees` and `disagrees` count
 * the votes that hold now. Below seven voters every file has its header alone. Source: opinion-map.md 7.
 */
export function opinionFiles(opinions: Opinions): Readonly<Record<OpinionFile, string>> {
  const told = new Set(opinions.statements.map(({ id }) => id))
  const votes = opinions.votes.filter(({ statement }) => told.has(statement))
  const voters = new Set(votes.map(({ walk }) => walk)).size
  const shown = voters >= FEWEST_PARTICIPANTS ? { ...opinions, votes } : { ...opinions, statements: [], votes: [] }
  const table = tableOf(shown)
  return {
    comments: commentsCsv(shown, table),
    votes: votesCsv(shown, table),
    'participants-votes': participantsCsv(shown, table),
    summary: summaryCsv(shown, table),
    'comment-groups': groupsCsv(shown, table),
  }
}

type Table = {
  readonly people: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  /** the vote that holds, by person and statement */
  readonly now: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly groupOf: (person: string) => number | undefined
  readonly groups: number
  readonly counted: number
}

function tableOf({ statements, votes }: Opinions): Table {
  const authors = statements.flatMap(({ author }) => author ?? [])
  const people = [...new Set([...votes.map(({ walk }) => walk), ...authors])].sort(byText)
  const now = new Map<string, Map<string, number>>(people.map((person) => [person, new Map()]))
  for (const { walk, statement, vote } of votes) now.get(walk)?.set(statement, vote)
  const map = opinionMap(votes.map(({ walk, statement, vote }) => ({ participant: walk, statement, vote })))
  const row = new Map(map.matrix.participants.map((person, at) => [person, at]))
  return {
    people: new Map(people.map((person, number) => [person, number])),
    numbers: new Map(statements.map(({ id }, number) => [id, number])),
    now,
    groupOf: (person) => {
      const group = map.groups.of[row.get(person) ?? -1]
      return group === undefined || group < 0 ? undefined : group
    },
    groups: map.groups.ids.length,
    counted: map.counted.length,
  }
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

function commentsCsv({ statements }: Opinions, { people, now }: Table): string {
  const count = (id: string, wanted: number) => [...now.values()].filter((votes) => votes.get(id) === wanted).length
  return csv(
    ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'].concat([
      'passes',
      'is-meta',
      'is-seed',
      'step',
      'lang',
    ]),
    statements.map(({ id, text, author, at, isSeed, step, language }, number) => [
      ...moment(at),
      number,
      author === undefined ? '' : (people.get(author) ?? ''),
      count(id, 1),
      count(id, -1),
      1,
      text,
      count(id, 0),
      'false',
      String(isSeed),
      step,
      language,
    ]),
  )
}

/** Sorted by statement, then by person, then as cast: a person's earlier votes stand before the one that holds. */
function votesCsv({ votes }: Opinions, { people, numbers }: Table): string {
  const place = (of: ReadonlyMap<string, number>, id: string) => of.get(id) ?? 0
  const sorted = votes.toSorted(
    (one, other) =>
      place(numbers, one.statement) - place(numbers, other.statement) ||
      place(people, one.walk) - place(people, other.walk),
  )
  return csv(
    ['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote', 'important'],
    sorted.map(({ walk, statement, vote, important, at }) => [
      ...moment(at),
      place(numbers, statement),
      place(people, walk),
      vote,
      Number(important),
    ]),
  )
}

function participantsCsv({ statements }: Opinions, { people, now, groupOf }: Table): string {
  const voted = statements.filter(({ id }) => [...now.values()].some((votes) => votes.has(id)))
  const numberOf = new Map(statements.map(({ id }, number) => [id, number]))
  const rows = [...people].map(([person, number]): Row => {
    const own = now.get(person) ?? new Map<string, number>()
    const cast = [...own.values()]
    return [
      number,
      groupOf(person) ?? '',
      statements.filter(({ author }) => author === person).length,
      cast.length,
      cast.filter((vote) => vote === 1).length,
      cast.filter((vote) => vote === -1).length,
      ...voted.map(({ id }) => own.get(id) ?? ''),
    ]
  })
  const columns = voted.map(({ id }) => String(numberOf.get(id)))
  return csv(['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree', ...columns], rows)
}

function summaryCsv({ topic, url, description, statements, votes }: Opinions, { groups, counted }: Table): string {
  return csv(
    ['topic', topic],
    [
      ['url', url],
      ['voters', new Set(votes.map(({ walk }) => walk)).size],
      ['voters-in-conv', counted],
      ['commenters', new Set(statements.flatMap(({ author }) => author ?? [])).size],
      ['comments', statements.length],
      ['groups', groups],
      ['conversation-description', description.en ?? description.fi ?? description.sv ?? ''],
    ],
  )
}

const LETTERS = ['a', 'b', 'c', 'd', 'e']

function groupsCsv({ statements }: Opinions, { now, groupOf, groups }: Table): string {
  const letters = LETTERS.slice(0, groups)
  const counts = (id: string, isIn: (person: string) => boolean): Row => {
    const cast = [...now].flatMap(([person, votes]) => (isIn(person) ? (votes.get(id) ?? []) : []))
    return [cast.length, ...[1, -1, 0].map((wanted) => cast.filter((vote) => vote === wanted).length)]
  }
  return csv(
    ['comment-id', 'comment', 'total-votes', 'total-agrees', 'total-disagrees', 'total-passes'].concat(
      letters.flatMap((letter) => ['votes', 'agrees', 'disagrees', 'passes'].map((what) => `group-${letter}-${what}`)),
    ),
    statements.map(({ id, text }, number) => [
      number,
      text,
      ...counts(id, () => true),
      ...letters.flatMap((_, group) => counts(id, (person) => groupOf(person) === group)),
    ]),
  )
}

/** The day in seconds and in words, at its beginning: the moment would tell who was there. */
function moment(at: number): [number, string] {
  const day = Math.floor(at / DAY_MS) * DAY_MS
  return [day / 1000, new Date(day).toISOString().slice(0, 10)]
}

// A spreadsheet takes a text that begins with = + - @ for a formula and runs it; a number below nought is no formula.
function csv(header: readonly string[], rows: readonly Row[]): string {
  return stringify([header, ...rows], { escape_formulas: true })
}
