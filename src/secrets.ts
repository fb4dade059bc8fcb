import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
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

/** One key, five uses: each under its own label, so that a value of one use means nothing in another. */
export type Secrets = {
  /** of a participation code, as `readCode` writes it */
  codeHash(code: string): string
  /** of the random part of a cookie or of a sign-in link */
  tokenHash(token: string): string
  formToken(session: string): string
  /** of a network prefix; another one every day */
  prefixKey(prefix: string, day: number): string
  /** makes a contact unreadable for whoever has the database alone; never twice the same */
  seal(text: string): string
  /** undefined for what was not sealed with this key, or was changed since */
  open(sealed: string): string | undefined
}

export function secretsFrom(key: Uint8Array): Secrets {
  const under = (label: string) => {
    const own = createHmac('sha256', key).update(`polku ${label}`).digest()
    return (value: string) => createHmac('sha256', own).update(value).digest('base64url')
  }
  const prefix = under('network prefix')
  const contacts = createHmac('sha256', key).update('polku contact').digest()
  return {
    codeHash: under('participation code'),
    tokenHash: under('session token'),
    formToken: under('form token'),
    prefixKey: (text, day) => prefix(`${day} ${text}`),
    seal: (text) => sealWith(contacts, text),
    open: (sealed) => openWith(contacts, sealed),
  }
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Sealed texts come in steps of this many bytes, so that their length says little of what is in them. */
const BLOCK = 128

function sealWith(key: Uint8Array, text: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  const bytes = Buffer.from(text)
  const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / BLOCK) * BLOCK)
  bytes.copy(padded)
  const hidden = Buffer.concat([cipher.update(padded), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

function openWith(key: Uint8Array, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    const padded = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
    return padded.toString().replace(/\0+$/, '')
  } catch {
    return undefined
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
