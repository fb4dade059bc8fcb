import { HTTPException } from 'hono/http-exception'
import { AppError } from '#src/errors.ts'
import type { Context } from './context.ts'

export type Form = {
  /** the first value of every name; an object without a prototype, so that no name is special */
  readonly fields: Readonly<Record<string, string>>
  /** every value of a name that may be repeated */
  all(name: string): readonly string[]
  /** fields whose file is no text: an office document, a picture */
  readonly notText: readonly string[]
  /** the files as they were sent, by their fields; none where a form may not be large */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export const BODY_LIMIT = 64 * 1024
/** Of a journey file with its example people. */
export const FILE_LIMIT = 1024 * 1024
const MOST_FIELDS = 500
const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

const alreadyRead = new WeakMap<Request, Promise<Form>>()

/**
 * The form that was sent, as clean text: NFC, line ends as \n, no other control characters. Files are left out, but for
 * the routes that let a form be large: there they are read as text too, under the names of their fields.
 * Refuses what is not a form (415), is over 64 KB, or over 1 MB there (413), or is not text (400). It may be read more
 * than once.
 */
export function readForm(c: Context): Promise<Form> {
  const known = alreadyRead.get(c.req.raw)
  if (known) return known
  const form = read(c)
  alreadyRead.set(c.req.raw, form)
  return form
}

/** Refuses by the headers alone, before a byte of the body is read. */
export function checkFormHeaders(c: Context): string {
  const type = c.req.header('content-type') ?? ''
  const [kind = ''] = type.toLowerCase().split(';')
  if (kind.trim() !== URLENCODED && kind.trim() !== MULTIPART) throw new HTTPException(415)
  if (Number(c.req.header('content-length') ?? 0) > limitOf(c))
    throw new AppError('too-large', 'form by its declared length')
  return type
}

async function read(c: Context): Promise<Form> {
  const type = checkFormHeaders(c)
  const bytes = await readBytes(c.req.raw.body, limitOf(c))
  const isMultipart = type.toLowerCase().trimStart().startsWith(MULTIPART)
  const withFiles = isMultipart && (c.get('isLargeForm') ?? false)
  // Of a form with files each file is looked at by itself: whoever chose the wrong one is told which.
  const text = withFiles ? '' : textOf(bytes)
  return asForm(isMultipart ? await partsOf(bytes, type, withFiles) : pairsOf(text))
}

function limitOf(c: Context): number {
  return c.get('isLargeForm') ? FILE_LIMIT : BODY_LIMIT
}

async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    // Leaving the loop cancels the stream: the rest of a huge body is never held.
    if (length > limit) throw new AppError('too-large', 'form by its streamed length')
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks, length))
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('invalid', 'form is not UTF-8')
  }
}

type Pair = readonly [name: string, value: string | typeof NOT_TEXT, bytes?: Uint8Array]
const NOT_TEXT = Symbol('a file that is no text')

function pairsOf(text: string): Pair[] {
  const parts = text.split('&', MOST_FIELDS + 1).filter((part) => part !== '')
  try {
    return parts.map((part) => {
      const at = part.indexOf('=')
      return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))]
    })
  } catch {
    throw new AppError('invalid', 'form with malformed percent encoding')
  }
}

// decodeURIComponent, unlike URLSearchParams, throws on %zz and on bytes that are not UTF-8.
function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

async function partsOf(bytes: Uint8Array<ArrayBuffer>, type: string, withFiles: boolean): Promise<Pair[]> {
  try {
    const parts = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const pairs = [...parts].map(async ([name, value]): Promise<Pair[]> => {
      if (typeof value === 'string') return [[name, value]]
      return withFiles ? [await filePair(name, value)] : []
    })
    return (await Promise.all(pairs)).flat()
  } catch {
    throw new AppError('invalid', 'malformed multipart form')
  }
}

async function filePair(name: string, file: Blob): Promise<Pair> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  try {
    return [name, textOf(bytes), bytes]
  } catch {
    return [name, NOT_TEXT, bytes]
  }
}

function asForm(pairs: readonly Pair[]): Form {
  if (pairs.length > MOST_FIELDS) throw new AppError('invalid', 'form with too many fields')
  const values = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    const key = clean(name)
    if (value === NOT_TEXT) continue
    const known = values.get(key)
    if (known) known.push(clean(value))
    else values.set(key, [clean(value)])
  }
  const fields: Record<string, string> = Object.create(null)
  for (const [name, [first = '']] of values) fields[name] = first
  const notText = pairs.flatMap(([name, value]) => (value === NOT_TEXT ? [clean(name)] : []))
  const files = new Map(pairs.flatMap(([name, , bytes]) => (bytes ? [[clean(name), bytes] as const] : [])))
  return { fields, all: (name) => values.get(name) ?? [], notText, files }
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
}
