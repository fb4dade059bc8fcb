import type { Here } from './here.ts'
import type { StepProgress } from './progress.ts'

/** The words of an entry; they say that it is a trial. */
export type EntryWords = {
  readonly language: string
  readonly summary: (step: StepProgress) => string
  readonly description: string
  /** a name that stays and tells nothing of what it was made from */
  readonly idOf: (text: string) => string
}

/** RFC 5545 counts octets, not characters. */
const LINE_OCTETS = 75
const TEXT = new TextEncoder()

/** Deadlines that are still ahead of the walker or have passed undone, soonest first. */
export function datesOf({ steps }: Pick<Here, 'steps'>): readonly StepProgress[] {
  return steps
    .filter(({ due, status }) => due !== undefined && status !== 'done' && status !== 'aside')
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
}

/**
 * The walk's deadlines as an iCalendar file (RFC 5545): whole days, `now` in epoch milliseconds as the stamp. An entry keeps
 * its UID for as long as the walk has the step, so that a calendar that reads the file again moves it instead of adding one.
 */
export function calendarFile(here: Pick<Here, 'walk' | 'steps'>, words: EntryWords, now: number): string {
  const entries = datesOf(here).flatMap((step) => entryLines(here.walk.id, step, words, now))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Polku//Field trial//EN',
    'CALSCALE:GREGORIAN',
    ...entries,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function entryLines(walk: string, step: StepProgress, words: EntryWords, now: number): readonly string[] {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  return [
    'BEGIN:VEVENT',
    `UID:${words.idOf(`${walk} ${step.place.key}`)}@polku`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${(step.due ?? '').replaceAll('-', '')}`,
    `SUMMARY;LANGUAGE=${words.language}:${escaped(words.summary(step))}`,
    `DESCRIPTION;LANGUAGE=${words.language}:${escaped(words.description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
}

/** Breaks a line before its 76th octet, never inside a character; what goes on begins with a space. */
function folded(line: string): string {
  const lines: string[] = []
  let text = ''
  let octets = 0
  for (const character of line) {
    const size = TEXT.encode(character).length
    if (octets + size > LINE_OCTETS) {
      lines.push(text)
      text = ' '
      octets = 1
    }
    text += character
    octets += size
  }
  return [...lines, text].join('\r\n')
}
