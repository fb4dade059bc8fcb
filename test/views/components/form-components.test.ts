import { raw } from 'hono/html'
import { z } from 'zod'
import { checkboxes } from '#views/components/checkboxes.ts'
import { dateInput } from '#views/components/date-input.ts'
import { fieldset } from '#views/components/fieldset.ts'
import { input } from '#views/components/input.ts'
import { radios } from '#views/components/radios.ts'
import { textarea } from '#views/components/textarea.ts'
import * as upstream from './upstream.ts'
import { attributes, classes, conformsTo, content, errorMessage, formGroup, hint, label, words } from './upstream.ts'

const flag = z.boolean().optional()
const string = z.string().optional()
const described = { hint, errorMessage, formGroup }

conformsTo({
  name: 'fieldset',
  options: z.strictObject({ ...upstream.fieldset.unwrap().shape, role: string, html: string }),
  render: (o) => fieldset({ ...o, html: o.html === undefined ? undefined : raw(o.html) }),
  covered: 18,
})

const affix = z
  .strictObject({ ...words, classes, attributes })
  .transform((own) => ({ ...own, text: content(own) }))
  .optional()

conformsTo({
  name: 'input',
  options: z.strictObject({
    ...described,
    id: string,
    name: z.string(),
    label,
    type: string,
    inputmode: string,
    value: z.union([z.string(), z.number()]).optional(),
    disabled: flag,
    spellcheck: flag,
    describedBy: string,
    autocomplete: string,
    autocapitalize: string,
    prefix: affix,
    suffix: affix,
    classes,
    attributes,
  }),
  render: input,
  covered: 43,
})

conformsTo({
  name: 'textarea',
  options: z.strictObject({
    ...described,
    id: string,
    name: z.string(),
    label,
    rows: z.coerce.number().optional(),
    value: string,
    disabled: flag,
    spellcheck: flag,
    describedBy: string,
    autocomplete: string,
    classes,
    attributes,
  }),
  render: textarea,
  covered: 18,
})

const choice = z
  .strictObject({
    ...words,
    value: z.coerce.string(),
    id: string,
    name: string,
    hint,
    label: z.strictObject({ classes, attributes }).optional(),
    checked: flag,
    disabled: flag,
    attributes,
  })
  .transform((own) => ({ ...own, text: content(own) }))
const choices = {
  ...described,
  name: z.string(),
  idPrefix: string,
  fieldset: upstream.fieldset,
  items: z.array(z.union([z.strictObject({ divider: z.string() }), choice])),
  classes,
  attributes,
}

conformsTo({
  name: 'radios',
  options: z.strictObject({ ...choices, value: string }),
  render: radios,
  covered: 34,
})

conformsTo({
  name: 'checkboxes',
  options: z.strictObject({ ...choices, values: z.array(z.string()).optional() }),
  render: checkboxes,
  covered: 28,
})

const part = (name: 'day' | 'month' | 'year') =>
  z
    .strictObject({
      name: z.literal(name).optional(),
      label: string,
      value: z.coerce.string().optional(),
      autocomplete: string,
      error: flag,
    })
    .optional()

conformsTo({
  name: 'date-input',
  options: z.strictObject({
    ...described,
    id: z.string(),
    namePrefix: string,
    fieldset: upstream.fieldset,
    values: z.partialRecord(z.enum(['day', 'month', 'year']), z.coerce.string()).optional(),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    classes,
    attributes,
  }),
  render: ({ day, month, year, namePrefix: _, ...o }) =>
    dateInput({
      ...o,
      labels: { day: day?.label ?? 'Day', month: month?.label ?? 'Month', year: year?.label ?? 'Year' },
      values: {
        day: day?.value ?? o.values?.day,
        month: month?.value ?? o.values?.month,
        year: year?.value ?? o.values?.year,
      },
      autocomplete: given({ day: day?.autocomplete, month: month?.autocomplete, year: year?.autocomplete }),
      wrong: wrongParts({ day, month, year }),
    }),
  // Ours takes the names from the id, so that a page cannot give the two differently.
  expected: (html, { id }) => html.replaceAll(/name="(?:[\w-]+-)?(day|month|year)"/g, `name="${id}-$1"`),
  covered: 18,
})

type Part = 'day' | 'month' | 'year'

function wrongParts(parts: Record<Part, { error?: boolean | undefined } | undefined>): readonly Part[] | undefined {
  const names = ['day', 'month', 'year'] as const
  const marked = names.filter((name) => parts[name]?.error)
  if (marked.length > 0) return marked
  return names.some((name) => parts[name]?.error === false)
    ? names.filter((name) => parts[name]?.error !== false)
    : undefined
}

function given(values: Record<Part, string | undefined>): Partial<Record<Part, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
