import { change, type Operation, valuesOf } from './document.ts'
import { at, stepPlaces } from './values.ts'

/**
 * The text of a journey as another journey's: its comments stay, its steps begin anew without the names they had in versions
 * that this one has not. Undefined where the text cannot be read.
 */
export function copiedText(
  text: string,
  { id, title }: { readonly id: string; readonly title: Readonly<Record<string, string>> },
): string | undefined {
  const steps = stepPlaces(valuesOf(text)).filter(({ value }) => at(value, ['was']) !== undefined)
  const operations: Operation[] = [
    { do: 'set', path: ['id'], value: id },
    ...Object.entries(title).map(([language, words]): Operation => {
      return { do: 'set', path: ['title', language], value: words }
    }),
    ...steps.map(({ track, step }): Operation => ({ do: 'remove', path: ['tracks', track, 'steps', step, 'was'] })),
  ]
  const changed = change(text, operations)
  return changed.ok ? changed.text : undefined
}
