export type CalendarLine = {
  readonly name: string
  readonly parameters: Readonly<Record<string, string>>
  readonly value: string
}
export type Calendar = { readonly head: readonly CalendarLine[]; readonly events: readonly (readonly CalendarLine[])[] }

const LINE = /^([A-Z-]+)((?:;[A-Z-]+=[^";:,]+)*):(.*)$/u
const ONE_EACH = ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']

/** Reads an iCalendar file as RFC 5545 has it, and throws at whatever it does not allow. */
export function readCalendar(text: string): Calendar {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`${Buffer.byteLength(line)} octets in ${line}`)
  }
  if (text.startsWith(' ')) throw new Error('goes on before it begins')
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  return inParts(lines.map(readLine))
}

function readLine(line: string): CalendarLine {
  const [, name, parameters, value] = LINE.exec(line) ?? []
  if (name === undefined || value === undefined) throw new Error(`not a content line: ${line}`)
  if (/[^\P{Cc}\t]/u.test(value)) throw new Error(`a control character in ${name}`)
  const pairs = (parameters ?? '')
    .split(';')
    .slice(1)
    .map((pair) => pair.split('=') as [string, string])
  return { name, parameters: Object.fromEntries(pairs), value: isText(name) ? unescaped(value) : value }
}

function isText(name: string): boolean {
  return name === 'SUMMARY' || name === 'DESCRIPTION'
}

function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value) || /(?<!\\)(?:\\\\)*\\(?![\\;,nN])/.test(value))
    throw new Error(`not escaped: ${value}`)
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))
}

function inParts(lines: readonly CalendarLine[]): Calendar {
  const marks = lines.map(({ name, value }) => (name === 'BEGIN' || name === 'END' ? `${name}:${value}` : ''))
  if (marks[0] !== 'BEGIN:VCALENDAR' || marks.at(-1) !== 'END:VCALENDAR') throw new Error('not one calendar')
  const begins = marks.flatMap((mark, i) => (mark === 'BEGIN:VEVENT' ? [i] : []))
  const events = begins.map((from) => lines.slice(from + 1, marks.indexOf('END:VEVENT', from)))
  for (const event of events) checkEvent(event)
  const head = lines.slice(1, begins[0] ?? -1)
  for (const name of ['VERSION', 'PRODID'])
    if (head.filter((line) => line.name === name).length !== 1) throw new Error(`${name} once`)
  return { head, events }
}

function checkEvent(event: readonly CalendarLine[]) {
  for (const name of ONE_EACH)
    if (event.filter((line) => line.name === name).length !== 1) throw new Error(`${name} once`)
  const value = (name: string) => event.find((line) => line.name === name)
  if (!/^\d{8}T\d{6}Z$/.test(value('DTSTAMP')?.value ?? '')) throw new Error('DTSTAMP in UTC')
  const start = value('DTSTART')
  if (start?.parameters.VALUE !== 'DATE' || !/^\d{8}$/.test(start.value)) throw new Error('DTSTART as a date')
}
