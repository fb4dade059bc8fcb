import { crc32, inflateRawSync } from 'node:zlib'

const MOST_ENTRIES = 200
const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_SIZE = 30

/**
 * The wanted files of a zip archive, unpacked. undefined where it is no archive, or holds more than `most` bytes of them in
 * all, whatever it declares: each file is cut off where its room ends. Never throws.
 */
export function unzipped(
  bytes: Uint8Array,
  { most, isWanted }: { readonly most: number; readonly isWanted: (name: string) => boolean },
): ReadonlyMap<string, Uint8Array> | undefined {
  try {
    const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const files = new Map<string, Uint8Array>()
    let left = most
    for (const entry of entriesOf(archive)) {
      if (!isWanted(entry.name)) continue
      const file = contentOf(archive, entry, left)
      left -= file.length
      if (left < 0) return undefined
      files.set(entry.name, file)
    }
    return files
  } catch {
    return undefined
  }
}

type Entry = { readonly name: string; readonly method: number; readonly size: number; readonly offset: number }

function entriesOf(archive: Buffer): readonly Entry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || archive.readUInt32LE(end) !== END || archive.length < end + END_SIZE)
    throw new RangeError('no archive')
  const count = archive.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new RangeError('too many files')
  const entries: Entry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new RangeError('no entry')
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: archive.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + name),
      method: archive.readUInt16LE(at + 10),
      size: archive.readUInt32LE(at + 20),
      offset: archive.readUInt32LE(at + 42),
    })
    at += ENTRY_SIZE + name + extra + comment
  }
  return entries
}

function contentOf(archive: Buffer, { method, size, offset }: Entry, most: number): Uint8Array {
  if (archive.readUInt32LE(offset) !== LOCAL) throw new RangeError('no file')
  const start = offset + LOCAL_SIZE + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const packed = archive.subarray(start, start + size)
  if (method === 0) return packed
  if (method !== 8) throw new RangeError('packed in an unknown way')
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
}

/** The same files as an archive that packs nothing: whoever reads it reads what was looked at, and no more. */
export function zipped(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const title = Buffer.from(name)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt32LE(crc32(content), 10)
    header.writeUInt32LE(content.length, 14)
    header.writeUInt32LE(content.length, 18)
    header.writeUInt16LE(title.length, 22)
    parts.push(number(LOCAL), header, title, Buffer.from(content))
    directory.push(number(ENTRY), Buffer.from([20, 0]), header, Buffer.alloc(10), number(offset), title)
    offset += LOCAL_SIZE + title.length + content.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(18)
  for (const place of [4, 6]) end.writeUInt16LE(files.size, place)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, ...directory, number(END), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
