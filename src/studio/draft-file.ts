import { valuesOf } from './document.ts'

/** A draft as JSON, however half written: what it holds, without its comments. undefined where it cannot be read. */
export function asJson(text: string): string | undefined {
  const values = valuesOf(text)
  return values === undefined ? undefined : `${JSON.stringify(values, null, 2)}\n`
}
