import { type Html, html } from '../html.ts'

/**
 * What a component shows. GOV.UK Frontend has a `text` and an `html` for each part; here one value is either, since
 * a plain string is escaped and only an `html` template is markup.
 */
export type Content = string | number | Html

export type Attributes = Readonly<Record<string, string | undefined>>

/** ` name="value"` for each attribute that has a value. Names are the code's own, never a person's words. */
export function attributes(values: Attributes = {}): Html[] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [html` ${name}="${value}"`]))
}

/** The class list of an element: the parts that are there, a space between. */
export function classList(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
