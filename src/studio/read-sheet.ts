import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { unzipped, zipped } from './plain-zip.ts'

export const MOST_ROWS = 500
const MOST_COLUMNS = 40
const LONGEST_CELL = 4000
const MOST_BYTES = 8_000_000
const MOST_CELLS = 40_000

/** Rows of cells as text, without empty rows; each with its number in the sheet, counted from 1. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] }
export type Sheet =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly why: 'not-a-sheet' | 'too-large' | 'empty' }

/** Reads a spreadsheet that somebody brings along, CSV with `;`, `,` or tabs, or XLSX. What formulas say is text. Never throws. */
export async function readSheetFile(bytes: Uint8Array): Promise<Sheet> {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  const read = isArchive ? await fromXlsx(bytes) : fromCsv(bytes)
  if (!read.ok) return read
  const rows = read.rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) return { ok: false, why: 'empty' }
  return rows.length > MOST_ROWS ? { ok: false, why: 'too-large' } : { ok: true, rows }
}

function fromCsv(bytes: Uint8Array): Sheet {
  const text = textIn(bytes)
  if (text === undefined) return { ok: false, why: 'not-a-sheet' }
  try {
    const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, bom: true }
    const limits = { max_record_size: MOST_COLUMNS * LONGEST_CELL, to: MOST_ROWS * 2, info: true as const }
    const records: unknown = parse(text, { ...options, ...limits })
    return { ok: true, rows: rowsIn(records) }
  } catch {
    return { ok: false, why: 'not-a-sheet' }
  }
}

/** UTF-8 or UTF-16, else what older spreadsheets write in Finland. Text has no zero bytes. */
function textIn(bytes: Uint8Array): string | undefined {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const counted = [';', '\t', ','].map((sign) => ({ sign, count: first.split(sign).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

function rowsIn(records: unknown): readonly SheetRow[] {
  if (!Array.isArray(records)) return []
  return records.map(({ record, info }: { record: readonly string[]; info: { lines: number } }) => ({
    number: info.lines,
    cells: record.slice(0, MOST_COLUMNS).map(cellText),
  }))
}

const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/

/** Unpacked, looked at and packed plainly again: the reader of the format itself knows no limits. */
async function fromXlsx(bytes: Uint8Array): Promise<Sheet> {
  const files = unzipped(bytes, { most: MOST_BYTES, isWanted: (name) => WANTED.test(name) })
  if (!files) return { ok: false, why: 'not-a-sheet' }
  const texts = [...files.values()].map((file) => Buffer.from(file).toString('utf8'))
  if (texts.some(isTooMuch)) return { ok: false, why: 'too-large' }
  try {
    const rows = await readSheet(zipped(files))
    return { ok: true, rows: rows.map((cells, i) => ({ number: i + 1, cells: cells.map(cellText) })) }
  } catch {
    return { ok: false, why: 'not-a-sheet' }
  }
}

/** Entities that multiply, cells without number, and a cell far out that would make all those before it. */
function isTooMuch(xml: string): boolean {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return true
  if (xml.split('<c ').length + xml.split('<row').length + xml.split('<si>').length > MOST_CELLS) return true
  return [...xml.matchAll(/\br="([A-Za-z]*)(\d+)"/g)].some(
    ([, column = '', row = '']) => column.length > 2 || Number(row) > MOST_ROWS * 2,
  )
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC')
    .trim()
    .slice(0, LONGEST_CELL)
}
