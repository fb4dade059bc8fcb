import type { OtherChange } from '#src/studio/other-changes.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'
import { type InLanguages, plainIn } from '../said-in.ts'

/** What a version changes besides its steps: where in words, and what it was and is. */
export function otherChangeList(reader: StaffReader, others: readonly OtherChange[]): Html | false {
  const text = reader.words.studio.others
  return (
    others.length > 0 &&
    html`<h3 class="govuk-heading-s">${text.title}</h3>
<ul class="govuk-list govuk-list--spaced" data-others="${others.length}">${others.map((one) => item(reader, one))}</ul>`
  )
}

function item(reader: StaffReader, { part, of, before, after }: OtherChange): Html {
  const { before: was, now } = reader.words.walk.changed
  return html`<li data-other="${part.join('/')}"><strong>${placeOf(reader, part, of)}</strong> <br>${was}: ${valueIn(reader, before)} <br>${now}: ${valueIn(reader, after)}</li>`
}

/** Help, Crisis line: phone */
function placeOf(reader: StaffReader, part: readonly string[], of: OtherChange['of']): string {
  const [thing = '', ...rest] = part.map((name) => partName(reader, name))
  if (of === undefined) return `${reader.words.studio.others.journey}: ${[thing, ...rest].join(', ')}`
  const called = typeof of === 'string' ? of : plainIn(reader.language, of)
  return [`${thing}, ${called}`, ...(rest.length > 0 ? [rest.join(', ')] : [])].join(': ')
}

function partName({ words }: StaffReader, name: string): string {
  const names: Readonly<Record<string, string>> = words.studio.others.parts
  return Object.hasOwn(names, name) ? (names[name] ?? name) : name
}

function valueIn(reader: StaffReader, value: unknown): string {
  const { none, yes, no } = reader.words.studio.others
  if (value === undefined || value === null || value === '') return none
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return value.map((one) => nameIn(reader, one)).join('; ')
  if (typeof value !== 'object') return String(value)
  const filled = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return filled.map(([name, inner]) => `${partName(reader, name)}: ${valueIn(reader, inner)}`).join('; ') || none
}

/** In a list a thing is told by its name in the reader's language. */
function nameIn(reader: StaffReader, value: unknown): string {
  return isInLanguages(value) ? plainIn(reader.language, value) : valueIn(reader, value)
}

function isInLanguages(value: unknown): value is InLanguages {
  return typeof value === 'object' && value !== null && ('fi' in value || 'sv' in value || 'en' in value)
}
