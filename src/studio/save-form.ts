import { canonicalJson } from '#src/journey/version.ts'
import type { Operation } from './document.ts'
import { type Field, type FieldError, type Filled, inputsOf, isTouched, read, type Sent, shown } from './fields.ts'
import type { DraftForm } from './form-parts.ts'
import { at } from './values.ts'

/** Two people wrote in the same field: both texts are shown, and one is chosen. */
export type Conflict = { readonly field: Field; readonly mine: Filled; readonly theirs: Filled }
export type Broken = { readonly field: Field; readonly error: FieldError; readonly typed: Filled }
export type FormChange = {
  readonly operations: readonly Operation[]
  readonly errors: readonly Broken[]
  readonly conflicts: readonly Conflict[]
}
export type SentForm = {
  readonly form: DraftForm
  /** what stood in the form when it was opened, and what stands there now */
  readonly base: unknown
  readonly head: unknown
  readonly sent: Sent
  /** what stood there when two texts were shown side by side, where they were */
  readonly seen?: unknown
  /** nobody else has written since: whatever differs is one's own, and is simply written anew */
  readonly isAlone?: boolean
}

/** What a form changes. Only what was changed in it is written, so that two people in different fields never meet. */
export function formChange({ form, ...trees }: SentForm): FormChange {
  const operations: Operation[] = []
  const errors: Broken[] = []
  const conflicts: Conflict[] = []
  for (const { fields } of form.parts)
    for (const field of fields) {
      const outcome = fieldChange(field, trees)
      if (!outcome) continue
      if ('error' in outcome) errors.push(outcome)
      else if ('mine' in outcome) conflicts.push(outcome)
      else operations.push(outcome)
    }
  return { operations, errors, conflicts }
}

function fieldChange(
  field: Field,
  { base, head, sent, seen, isAlone }: Omit<SentForm, 'form'>,
): Operation | Broken | Conflict | undefined {
  const before = at(base, field.path)
  if (!isSent(field, sent) || !isTouched(field, shown(field, before), sent)) return undefined
  const value = read(field, sent)
  if (!value.ok) return { field, error: value.error, typed: typedIn(field, sent) }
  const now = at(head, field.path)
  if (isSame(now, value.value)) return undefined
  const [kept] = sent.all(`keep.${field.name}`)
  const isSettled = kept !== undefined && seen !== undefined && isSame(at(seen, field.path), now)
  if (isSettled && kept === 'theirs') return undefined
  if (!isAlone && !isSettled && !isSame(before, now))
    return { field, mine: typedIn(field, sent), theirs: shown(field, now) }
  return { do: 'set', path: field.path, value: value.value }
}

/** The fields whose place in the text holds something that no form can change. */
export function brokenBy(
  { form, sent }: Pick<SentForm, 'form' | 'sent'>,
  failed: readonly Operation[],
): readonly Broken[] {
  const isFailed = (field: Field) => failed.some(({ path }) => path.join('.') === field.path.join('.'))
  const fields = form.parts.flatMap((part) => part.fields.filter(isFailed))
  return fields.map((field) => ({ field, error: 'shape', typed: typedIn(field, sent) }))
}

/** A part of the page may be sent by itself. A box without its mark is not sent at all: its form says that it was there. */
function isSent(field: Field, sent: Sent): boolean {
  if (field.kind.is === 'yes') return sent.all('boxes').includes(field.name)
  return inputsOf(field).some((name) => sent.all(name).length > 0)
}

function typedIn(field: Field, sent: Sent): Filled {
  return Object.fromEntries(inputsOf(field).map((name) => [name, sent.all(name)]))
}

function isSame(one: unknown, other: unknown): boolean {
  return asText(one) === asText(other)
}

function asText(value: unknown): string {
  return value === undefined || value === null ? '' : canonicalJson(value)
}

/** What was done, in a few names, for the list of revisions. */
export function whatOf(operations: readonly Operation[]): string {
  const names = operations.map((operation) => `${SIGNS[operation.do]}${operation.path.join('.')}`)
  const [first = ''] = names
  return names.length > 3 ? `${first} … ${names.length}` : names.join(', ')
}

const SIGNS: { readonly [D in Operation['do']]: string } = { set: '', add: '+', remove: '-', move: '↕', rename: '→' }
