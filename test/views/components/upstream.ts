import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Content } from '#views/components/content.ts'
import type { Html } from '#views/html.ts'
import { normalise } from './normalise.ts'

const Fixtures = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() })),
})

type Fixture = z.infer<typeof Fixtures>['fixtures'][number]

type Component<Options extends z.ZodType> = {
  name: string
  /** the upstream options we support: a fixture with any other is left out, and counted as such */
  options: Options
  render: (options: z.output<Options>) => Html
  /** how many of the upstream fixtures that are; when it changes, look why */
  covered: number
  /** where ours differs from upstream on purpose */
  expected?: (html: string, options: z.output<Options>) => string
}

/** Renders every upstream fixture whose options we support and compares it with the official markup. */
export function conformsTo<Options extends z.ZodType>(component: Component<Options>): void {
  const { name, options, render, covered, expected = (html) => html } = component
  const supported = fixturesOf(name).flatMap((fixture) => {
    const parsed = options.safeParse(fixture.options)
    return parsed.success ? [{ fixture, options: parsed.data }] : []
  })

  test(`${name}: ${covered} of the official examples are covered`, () => {
    expect(supported.length).toBe(covered)
  })
  test.each(supported.map((one) => [one.fixture.name, one] as const))(
    `${name} is as the official one: %s`,
    (_, one) => {
      expect(normalise(String(render(one.options)))).toBe(normalise(expected(one.fixture.html, one.options)))
    },
  )
}

function fixturesOf(name: string): Fixture[] {
  const file = createRequire(import.meta.url).resolve(`govuk-frontend/dist/govuk/components/${name}/fixtures.json`)
  return Fixtures.parse(JSON.parse(readFileSync(file, 'utf8'))).fixtures
}

const text = z.union([z.string(), z.number()]).nullish()

/** Upstream's pair of `text` and `html`; html wins, as in the official macros. */
export const words = { text, html: z.string().nullish() }

export function content(own: { text?: string | number | null | undefined; html?: string | null | undefined }): Content {
  return own.html ? raw(own.html) : (own.text ?? '')
}

export const classes = z.string().optional()

/** Plain attributes only; the macros' `{ value, optional }` form is theirs. */
export const attributes = z.record(z.string(), z.coerce.string()).optional()

export const hint = z
  .strictObject({ ...words, classes, attributes })
  .transform((own) => ({ ...own, text: content(own) }))
  .optional()

export const errorMessage = z
  .strictObject({ ...words, classes, attributes, visuallyHiddenText: z.string().default('Error') })
  .transform((own) => ({ ...own, text: content(own) }))
  .optional()

export const label = z
  .strictObject({ ...words, classes, attributes, isPageHeading: z.boolean().optional() })
  .transform((own) => ({ ...own, text: content(own) }))

export const fieldset = z
  .strictObject({
    legend: z
      .strictObject({ ...words, classes, isPageHeading: z.boolean().optional() })
      .transform((own) => ({ ...own, text: content(own) }))
      .optional(),
    describedBy: z.string().optional(),
    classes,
    attributes,
  })
  .optional()

export const formGroup = z.strictObject({ classes, attributes }).optional()
