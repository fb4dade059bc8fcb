import { csvRows } from './csv.ts'
import type { Stance, Vote } from './vote-log.ts'

export type PolisComment = {
  readonly id: string
  readonly text: string
  readonly moderated: Stance
  readonly isMeta: boolean
  /** who wrote it, by their number in the same export; not every export tells */
  readonly author: string | undefined
  /** columns of our own exports: of the team's own, the step it is about, its language */
  readonly isSeed: boolean
  readonly step: string | undefined
  readonly language: string | undefined
}

/** A file that is not what its name says; the message is a sentence. */
export class PolisFormatError extends Error {}

const MARKS: ReadonlyMap<string, Stance> = new Map([
  ['1', 1],
  ['0', 0],
  ['-1', -1],
])
const YES = new Set(['true', 't', '1', 'yes'])

/**
 * The votes of a Polis `votes.csv`, re-votes and all; `at` in the file's own unit, milliseconds or seconds. Throws a
 * PolisFormatError for a missing column or a vote that is none.
 */
export function* votesFile(pieces: Iterable<string>): Generator<Vote> {
  for (const { number, field } of records(pieces, ['timestamp', 'comment-id', 'voter-id', 'vote'])) {
    const at = Number(field('timestamp'))
    if (!Number.isFinite(at)) throw new PolisFormatError(`row ${number}: the timestamp is no number`)
    const [participant, statement] = [idOf(field('voter-id'), number), idOf(field('comment-id'), number)]
    const important = YES.has(field('important').toLowerCase())
    yield { participant, statement, vote: markOf(field('vote'), number), at, important }
  }
}

/** The final votes of a Polis `participants-votes.csv`; statements' columns stand after `n-disagree`. Errors as above. */
export function* participantsVotesFile(pieces: Iterable<string>): Generator<Vote> {
  for (const { number, field, header } of records(pieces, ['participant', 'n-disagree'])) {
    const participant = idOf(field('participant'), number)
    for (const statement of header.slice(header.indexOf('n-disagree') + 1)) {
      const mark = field(statement)
      if (mark !== '') yield { participant, statement: idOf(statement, 1), vote: markOf(mark, number) }
    }
  }
}

/** The statements of a Polis `comments.csv`, with either header; without `is-meta` none is. Errors as above. */
export function* commentsFile(pieces: Iterable<string>): Generator<PolisComment> {
  for (const { number, field } of records(pieces, ['comment-id', 'moderated'])) {
    yield {
      id: idOf(field('comment-id'), number),
      text: field('comment-body'),
      moderated: markOf(field('moderated') || '0', number),
      isMeta: YES.has(field('is-meta').toLowerCase()),
      author: field('author-id') || undefined,
      isSeed: YES.has(field('is-seed').toLowerCase()),
      step: field('step') || undefined,
      language: field('lang') || undefined,
    }
  }
}

type Rec = { readonly number: number; readonly header: readonly string[]; field(name: string): string }

/** Rows by the names of their columns, since their order differs between exports; a field that is not there is empty. */
function* records(pieces: Iterable<string>, needed: readonly string[]): Generator<Rec> {
  let header: readonly string[] | undefined
  let place = new Map<string, number>()
  let number = 0
  for (const row of csvRows(pieces)) {
    number++
    if (header) {
      if (row.length < header.length)
        throw new PolisFormatError(`row ${number} has ${row.length} fields, the header ${header.length}`)
      yield { number, header, field: (name) => row[place.get(name) ?? -1]?.trim() ?? '' }
      continue
    }
    header = row.map((name) => name.trim())
    place = new Map(header.map((name, at) => [name, at]))
    const missing = needed.filter((name) => !place.has(name))
    if (missing.length > 0) throw new PolisFormatError(`there is no column ${missing.join(', ')}`)
  }
  if (!header) throw new PolisFormatError('there is nothing in it, not even the names of the columns')
}

function idOf(text: string, row: number): string {
  if (text === '') throw new PolisFormatError(`row ${row}: an id is missing`)
  return text
}

function markOf(text: string, row: number): Stance {
  const mark = MARKS.get(text) ?? MARKS.get(String(Number(text || Number.NaN)))
  if (mark === undefined) throw new PolisFormatError(`row ${row}: ${JSON.stringify(text)} is not -1, 0 or 1`)
  return mark
}
