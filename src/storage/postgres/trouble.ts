import { AppError } from '#src/errors.ts'

// Classes of SQLSTATE: connection, transaction given up, resources (a full disk too), operator intervention, system error; then single codes.
const STATES = ['08', '40', '53', '57P', '58', '25006', '55P03']
const CONNECTION = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENOENT',
]
// pg gives these no code.
const SAYINGS = /connection terminated|connection error|timeout exceeded when trying to connect|client was closed/i

/** Trouble of the server or the way to it as an AppError; every other error is a bug and passes as it is. */
export function postgresTrouble(error: unknown): unknown {
  const { code, message } = described(error)
  const isTrouble =
    CONNECTION.includes(code) ||
    STATES.some((state) => code.startsWith(state)) ||
    (code === '' && SAYINGS.test(message))
  return isTrouble ? new AppError('busy', `storage cannot do this now (${code || message})`) : error
}

/** Two transactions that waited for each other: the one given up may simply be done again. */
export function isGivenUp(error: unknown): boolean {
  return ['40001', '40P01'].includes(described(error).code)
}

/** drizzle wraps what pg says in an error of its own. */
function described(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' }
  if ('code' in error && typeof error.code === 'string') return { code: error.code, message: error.message }
  return error.cause === undefined ? { code: '', message: error.message } : described(error.cause)
}
