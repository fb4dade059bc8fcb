import type { Words } from '../definition.ts'

/** A node of JSON-LD, or a reference to one where it has nothing but its `@id`. Absent properties are left out. */
export type Node = { readonly [property: string]: Value | undefined }
export type Value = string | number | Node | readonly Node[] | readonly string[]

const LANGUAGES = ['fi', 'fi-x-selko', 'sv', 'en'] as const

/** A text in each of its languages; undefined where it has none. */
export function texts(words: Words | undefined): readonly Node[] | undefined {
  return some(
    LANGUAGES.flatMap((language) => {
      const text = words?.[language]
      return text === undefined ? [] : [{ '@language': language, '@value': text }]
    }),
  )
}

/** A list, or undefined where it is empty: the property is then left out. */
export function some<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined
}

/** A reference to a node. */
export function ref(id: string): Node {
  return { '@id': id }
}

/** A value of XML Schema's datatypes, such as `double`: written plainly it would be a string or another number. */
export function typed(datatype: 'double' | 'duration' | 'date', value: string): Node {
  return { '@type': `xsd:${datatype}`, '@value': value }
}

/** A duration of a definition. XML Schema knows no weeks. */
export function duration(text: string): Node {
  const weeks = Number(/(\d+)W/.exec(text)?.[1] ?? 0)
  const days = Number(/(\d+)D/.exec(text)?.[1] ?? 0) + 7 * weeks
  const withoutDays = text.replace(/\d+W/, '').replace(/\d+D/, '')
  return typed('duration', days > 0 || withoutDays === 'P' ? `${withoutDays}${days}D` : withoutDays)
}

/** Euros as a double, always with a decimal: 0 is `0.0`. */
export function euros(amount: number): Node {
  return typed('double', Number.isInteger(amount) ? amount.toFixed(1) : String(amount))
}
