import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import {
  commentsFile,
  type PolisComment,
  PolisFormatError,
  participantsVotesFile,
  votesFile,
} from '#feedback/opinion-map/polis-export.ts'
import type { Vote } from '#feedback/opinion-map/vote-log.ts'

const PIECE = 1 << 17

/** The votes of a Polis export folder: all of them where it has votes.csv, else the final ones. Throws what `isAboutTheFiles` knows. */
export function votesIn(folder: string): Iterable<Vote> {
  const votes = join(folder, 'votes.csv')
  if (existsSync(votes)) return rowsOf(votes, votesFile)
  const wide = ['participants-votes.csv', 'participant-votes.csv'].map((name) => join(folder, name)).find(existsSync)
  if (wide === undefined) throw new PolisFormatError(`${folder} holds neither votes.csv nor participants-votes.csv`)
  return rowsOf(wide, participantsVotesFile)
}

/** Its statements; none where it has no comments.csv. */
export function commentsIn(folder: string): readonly PolisComment[] {
  const file = join(folder, 'comments.csv')
  return existsSync(file) ? [...rowsOf(file, commentsFile)] : []
}

/** What a file says, and its name in what is wrong with it. */
function* rowsOf<T>(file: string, read: (pieces: Iterable<string>) => Iterable<T>): Generator<T> {
  try {
    yield* read(piecesOf(file))
  } catch (error) {
    if (error instanceof PolisFormatError || error instanceof SyntaxError)
      throw new PolisFormatError(`${file}: ${error.message}`)
    throw error
  }
}

/** A file of two million votes would not do well as one text. */
function* piecesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r')
  const decoder = new TextDecoder()
  const bytes = new Uint8Array(PIECE)
  try {
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes))
      yield decoder.decode(bytes.subarray(0, read), { stream: true })
    yield decoder.decode()
  } finally {
    closeSync(handle)
  }
}

/** What whoever made the folder can mend: a file that is missing or not what its name says. */
export function isAboutTheFiles(error: unknown): error is Error {
  const isSystem = error instanceof Error && 'code' in error && 'syscall' in error
  return isSystem || error instanceof PolisFormatError
}
