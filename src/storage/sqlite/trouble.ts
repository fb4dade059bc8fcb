import { AppError } from '#src/errors.ts'

// A full, locked, read-only or broken disk: the visitor is asked to try again, nothing was stored.
const TROUBLE = ['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN']

/** Trouble of the disk as an AppError; every other error is a bug and passes as it is. */
export function sqliteTrouble(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!TROUBLE.some((trouble) => code.startsWith(trouble))) return error
  return new AppError('busy', `storage cannot do this now (${code})`)
}
