import type { Field, FieldKind } from './fields.ts'
import { type DraftForm, type FormPart, line, makerAt, namedIn, number, one } from './form-parts.ts'
import { at, namesAt } from './values.ts'

export const THING_KINDS = ['facts', 'providers', 'conditions', 'data', 'documents', 'sources'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** The form of one fact, provider, condition and so on. */
export function thingForm(tree: unknown, kind: ThingKind, id: string): DraftForm {
  const root = [kind, id]
  const { field, words } = makerAt(tree, root)
  const value = at(tree, root)
  const { rows, dates } = namedIn(tree)
  const label = (name: string) => `${kind}.${name}`
  const own = (name: string, is: FieldKind) => field([name], is, label(name))
  const said = (name: string, is?: 'text') => words([name], is, label(name))
  const FORMS: { readonly [K in ThingKind]: () => readonly FormPart[] } = {
    facts: () => factParts(tree, id, value),
    providers: () => [
      part([...said('name'), own('sector', one('public', 'private', 'church', 'third_sector'))], 'providers'),
      part([own('business_id', line), own('url', line), own('phone', line)], 'details'),
    ],
    conditions: () => [part([{ ...field([], { is: 'condition' }, 'when'), name: 'when' }], 'conditions')],
    data: () => [
      part(
        [
          ...[...said('name'), own('about', one('deceased', 'walker', 'relative', 'other')), own('sensitive', YES)],
          own('fact', one(...dates)),
        ],
        kind,
      ),
    ],
    documents: () => [part([...said('name'), own('holds', rows(namesAt(tree, ['data']))), own('signed', YES)], kind)],
    sources: () => [part([own('title', line), own('url', line), own('updated', line), own('checked', line)], kind)],
  }
  return { root, parts: FORMS[kind]() }
}

const YES: FieldKind = { is: 'yes' }

function part(fields: readonly Field[], label: string): FormPart {
  return { id: label, label, fields }
}

function factParts(tree: unknown, id: string, value: unknown): readonly FormPart[] {
  const { field, words } = makerAt(tree, ['facts', id])
  const own = (name: string, is: FieldKind) => field([name], is, `facts.${name}`)
  const isNumber = at(value, ['type']) === 'number'
  const bounds = isNumber ? [own('min', number), own('max', number)] : []
  const asked = [
    ...words(['ask'], 'line', 'facts.ask'),
    own('type', one('choice', 'boolean', 'date', 'number')),
    ...words(['hint'], 'text', 'facts.hint'),
    ...[...bounds, own('unknown_allowed', YES), own('sensitive', YES)],
  ]
  const options = namesAt(value, ['options']).map((option): FormPart => {
    const path = ['options', option]
    return { id: path.join('.'), label: 'options', fields: words(path, 'line', 'facts.options'), item: path.join('.') }
  })
  const isChoice = at(value, ['type']) === 'choice' || options.length > 0
  return [
    part(asked, 'facts'),
    ...options,
    ...(isChoice ? [{ id: 'options', label: 'options', fields: [], list: 'options' }] : []),
  ]
}

/** A track has a title of its own, apart from its steps. */
export function trackForm(tree: unknown, track: string): DraftForm {
  const root = ['tracks', track]
  return { root, parts: [part(makerAt(tree, root).words(['title']), 'track')] }
}

export function isThingKind(text: string): text is ThingKind {
  return THING_KINDS.some((kind) => kind === text)
}
