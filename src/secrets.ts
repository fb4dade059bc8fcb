import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

const KEY_BYTES = 32

/** One key, four uses: each under its own label, so that a value of one use means nothing in another. */
export type Secrets = {
  /** of a participation code, as `readCode` writes it */
  codeHash(code: string): string
  /** of the random part of a cookie or of a sign-in link */
  tokenHash(token: string): string
  formToken(session: string): string
  /** of a network prefix; another one every day */
  prefixKey(prefix: string, day: number): string
}

export function secretsFrom(key: Uint8Array): Secrets {
  const under = (label: string) => {
    const own = createHmac('sha256', key).update(`polku ${label}`).digest()
    return (value: string) => createHmac('sha256', own).update(value).digest('base64url')
  }
  const prefix = under('network prefix')
  return {
    codeHash: under('participation code'),
    tokenHash: under('session token'),
    formToken: under('form token'),
    prefixKey: (text, day) => prefix(`${day} ${text}`),
  }
}

/** Reads the key, or makes it at the first start. All processes of an installation share one. */
export function openSecrets(file: string): Secrets {
  return secretsFrom(readKey(file) ?? makeKey(file))
}

function readKey(file: string): Uint8Array | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (mode === undefined) return undefined
  if (mode & 0o007)
    throw new Error(`the key file ${file} can be read by everyone on this machine: chmod 400 it, or make a new one`)
  const key = readFileSync(file)
  if (key.length !== KEY_BYTES) throw new Error(`the key file ${file} must hold ${KEY_BYTES} bytes, not ${key.length}`)
  return key
}

/** Written aside and linked into place: of processes that start together one makes the key, and none reads half of it. */
export function makeKey(file: string): Uint8Array {
  mkdirSync(dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  write(aside, randomBytes(KEY_BYTES))
  try {
    linkSync(aside, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
  const key = readKey(file)
  if (!key) throw new Error(`the key file ${file} was made and is gone`)
  return key
}

function write(file: string, bytes: Uint8Array) {
  const handle = openSync(file, 'wx', 0o400)
  try {
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  chmodSync(file, 0o400)
}
