export type ErrorCode = 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'too-large' | 'too-many' | 'busy' | 'gone'

/** Trouble a person cannot put right by filling in a form again. Anything that is not an AppError is a bug. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'AppError'
    this.code = code
  }
}
