// A joiner is part of the spelling in some scripts and emoji; elsewhere it only hides something.
const JOINABLE = '(?:[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F]|(?!\\p{Script=Latin})\\p{L})'
const JOINER = `(?<=${JOINABLE})[\\u200C\\u200D](?=${JOINABLE})`
const INVISIBLE = new RegExp(`(?!\\n|${JOINER})[\\p{Cc}\\p{Cf}]`, 'gu')
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * A typed text in one spelling: NFC, line ends as \n, tabs as spaces, trimmed, and without control and invisible
 * characters, which neither databases nor readers bear and which could hide an identity code from redaction.
 */
export function cleaned(raw: string): string {
  return raw.toWellFormed().replace(LINE_END, '\n').replaceAll('\t', ' ').replace(INVISIBLE, '').normalize('NFC').trim()
}

/** The same words on one line, with single spaces. */
export function oneLine(text: string): string {
  return text.split(/\s+/).join(' ').trim()
}

/** Length in code points: an emoji or a rare letter is one, as a person counts. */
export function lengthOf(text: string): number {
  return [...text].length
}
