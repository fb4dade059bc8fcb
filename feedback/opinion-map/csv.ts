/**
 * The rows of a CSV text that comes in pieces: commas, double quotes doubled inside quotes, line breaks inside quotes, a
 * byte order mark left out, empty lines passed over. Throws a SyntaxError where a quote is never closed or stands beside
 * text. Source: RFC 4180.
 */
export function* csvRows(pieces: Iterable<string>): Generator<string[]> {
  let rest = ''
  for (const piece of pieces) {
    const text = rest + (rest === '' ? piece.replace(/^\uFEFF/, '') : piece)
    const whole = wholeRows(text)
    yield* rowsIn(text.slice(0, whole))
    rest = text.slice(whole)
  }
  if (countQuotes(rest) % 2 === 1) throw new SyntaxError('a quote is never closed')
  yield* rowsIn(rest)
}

/** Where the last line break stands that is not inside quotes, and one on. */
function wholeRows(text: string): number {
  let end = text.lastIndexOf('\n')
  if (!text.includes('"')) return end + 1
  while (end >= 0 && countQuotes(text.slice(0, end)) % 2 === 1) end = text.lastIndexOf('\n', end - 1)
  return end + 1
}

function countQuotes(text: string): number {
  let quotes = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++
  return quotes
}

function* rowsIn(text: string): Generator<string[]> {
  let open = ''
  for (const line of text.split('\n')) {
    const row = open === '' ? line : `${open}\n${line}`
    open = row.includes('"') && countQuotes(row) % 2 === 1 ? row : ''
    if (open !== '' || row === '' || row === '\r') continue
    const ended = row.endsWith('\r') ? row.slice(0, -1) : row
    yield ended.includes('"') ? quotedFields(ended) : ended.split(',')
  }
}

function quotedFields(row: string): string[] {
  const fields = [...`,${row}`.matchAll(/,(?:"((?:[^"]+|"")*)"|([^,"][^,]*)?)(?=,|$)/gy)]
  const length = fields.reduce((sum, [field]) => sum + field.length, 0)
  if (length !== row.length + 1)
    throw new SyntaxError(`a quote stands where none may, in ${JSON.stringify(row.slice(0, 60))}`)
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}
