import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { z } from 'zod'
import { Condition, Definition, Personas } from '#src/journey/definition.ts'
import { detailsForm } from '#src/studio/details-form.ts'
import { change, valuesOf } from '#src/studio/document.ts'
import { type Filled, read, shown } from '#src/studio/fields.ts'
import type { DraftForm } from '#src/studio/form-parts.ts'
import { personaForm } from '#src/studio/persona-form.ts'
import { stepForm } from '#src/studio/step-form.ts'
import { THING_KINDS, thingForm, trackForm } from '#src/studio/thing-forms.ts'
import { unshown } from '#src/studio/unshown.ts'
import { at, namesAt, stepPlaces } from '#src/studio/values.ts'

/** What no form changes, and why; ids have a button of their own where they may change. */
const SOURCE_ONLY: Readonly<Record<string, string>> = {
  format: 'there is one format',
  id: 'the journey is in addresses and in every walk by it: it is given once, when the draft begins',
}

type Path = readonly string[]

/** One value of everything the format can hold: every key of every object, one item of every list, every kind of a union. */
function sample(schema: z.core.$ZodType, path: Path): unknown {
  if (schema === Condition) return { fact: 'f_date', known: true }
  const { def } = schema._zod
  const own = def as unknown as {
    readonly innerType: z.core.$ZodType
    readonly element: z.core.$ZodType
    readonly valueType: z.core.$ZodType
    readonly in: z.core.$ZodType
    readonly shape: Readonly<Record<string, z.core.$ZodType>>
    readonly options: readonly z.core.$ZodType[]
    readonly entries: Readonly<Record<string, string>>
    readonly values: readonly unknown[]
  }
  if (def.type === 'optional') return sample(own.innerType, path)
  if (def.type === 'pipe') return sample(own.in, path)
  if (def.type === 'array') return itemsOf(own.element, path)
  if (def.type === 'record') return recordOf(own.valueType, path)
  if (def.type === 'union') return sample(own.options[0] ?? z.string(), path)
  if (def.type === 'enum') return Object.values(own.entries)[0]
  if (def.type === 'literal') return own.values[0]
  if (def.type === 'number') return 1
  if (def.type === 'boolean') return true
  if (def.type === 'object')
    return Object.fromEntries(Object.entries(own.shape).map(([key, inner]) => [key, valueAt(inner, [...path, key])]))
  return 'x'
}

function valueAt(schema: z.core.$ZodType, path: Path): unknown {
  if (path.at(-1) === 'languages') return ['fi', 'sv', 'en']
  return sample(schema, path)
}

function kindsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] | undefined {
  const { def } = schema._zod
  return def.type === 'union' && 'discriminator' in def ? (def as unknown as z.core.$ZodUnionDef).options : undefined
}

/** A list of a union holds one item of each of its kinds, with ids that tell them apart. */
function itemsOf(element: z.core.$ZodType, path: Path): readonly unknown[] {
  const kinds = kindsOf(element)
  if (!kinds) return [sample(element, [...path, '0'])]
  return kinds.map((kind, index) => ({ ...Object(sample(kind, [...path, String(index)])), id: `step-${index}` }))
}

function recordOf(value: z.core.$ZodType, path: Path): object {
  const kinds = kindsOf(value)
  if (!kinds) return { one: sample(value, [...path, 'one']) }
  const all = kinds.map((kind) => sample(kind, [...path, 'one']))
  return Object.fromEntries(all.map((one) => [`f_${String(at(one, ['type']))}`, one]))
}

const WHOLE = sample(Definition, [])
/** Example people answer the questions of their own journey. */
const PERSONA = { ...Object(at(sample(Personas, []), ['0'])), id: 'x' }

/** Every form that a draft has pages for. */
function formsOf(tree: unknown): readonly DraftForm[] {
  return [
    detailsForm(tree),
    ...THING_KINDS.flatMap((kind) => namesAt(tree, [kind]).map((id) => thingForm(tree, kind, id))),
    ...namesAt(tree, ['tracks']).map((track) => trackForm(tree, track)),
    ...stepPlaces(tree).map(({ track, step }) => stepForm(tree, track, step)),
  ]
}
const FORMS = formsOf(WHOLE)
const FIELDS = FORMS.flatMap(({ parts }) => parts.flatMap(({ fields }) => fields))

const leaves = (value: unknown, path: Path): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const named = (own: unknown, key: string) => {
    const id = at(own, ['id'])
    return Array.isArray(value) && typeof id === 'string' ? id : key
  }
  return Object.entries(value).flatMap(([key, own]) => leaves(own, [...path, named(own, key)]))
}

/** `tracks.*.steps.task.today.what.fi`, with the made-up names left out, so that a failure reads well. */
const rows = leaves(WHOLE, []).map((path) => [path.join('.'), path] as const)

describe('every field of the definition', () => {
  test('is there in the sample: all kinds of steps, all types of questions, some 300 fields', () => {
    expect(rows.length).toBeGreaterThan(300)
    expect(stepPlaces(WHOLE).map(({ value }) => at(value, ['kind']))).toHaveLength(7)
  })

  test.each(rows)('%s stands in a form', (name, path) => {
    const isId = path.at(-1) === 'id' && path.length > 1
    if (isId || name in SOURCE_ONLY) return
    const field = FIELDS.find((one) => one.path.every((key, index) => String(key) === path[index]))
    expect(field?.path.join('.'), `no form has a field for ${name}`).toBeDefined()
  })

  test('nothing is left that a page would have to tell of', () => {
    expect(FORMS.flatMap((form) => unshown(WHOLE, form))).toEqual([])
  })

  test('is shown and read back as it was, and stays untouched by the others', () => {
    for (const field of FIELDS) {
      const value = at(WHOLE, field.path)
      const filled: Filled = shown(field, value)
      const again = read(field, { all: (name) => filled[name] ?? [] })
      expect(again.ok || field.kind.is === 'duration' || field.kind.is === 'day', field.name).toBe(true)
      if (again.ok && value !== 'x' && field.kind.is !== 'duration') expect(again.value, field.name).toEqual(value)
    }
  })

  test('of an example person stands in the form of that person', () => {
    const tree = { ...Object(WHOLE), languages: ['fi', 'sv', 'en'] }
    const facts = { f_date: '2026-03-01', f_boolean: null, f_choice: 'one', f_number: 2 }
    const people = [{ ...PERSONA, facts, data: { one: { fi: 'x' } } }]
    const form = personaForm(tree, people, 'x', 'fi')
    expect(unshown(people, form)).toEqual([])
    for (const field of form.parts.flatMap(({ fields }) => fields)) {
      const filled = shown(field, at(people, field.path))
      expect(read(field, { all: (name) => filled[name] ?? [] })).toEqual({ ok: true, value: at(people, field.path) })
    }
  })
})

describe('what no form shows', () => {
  test('is named on the page of the thing it stands in, and kept when the thing is saved', () => {
    const text = stringify({
      languages: ['fi'],
      tracks: {
        home: { title: {}, steps: [{ id: 'milk', kind: 'task', title: { fi: 'a', sv: 'b' }, colour: 'red' }] },
      },
    })
    const form = stepForm(valuesOf(text), 'home', 'milk')
    expect(unshown(valuesOf(text), form)).toEqual(['title.sv', 'colour'])
    const changed = change(text, [{ do: 'set', path: [...form.root, 'title', 'fi'], value: 'c' }])
    expect(changed.ok && changed.text).toContain('colour: red')
    expect(changed.ok && changed.text).toContain('sv: b')
  })
})
