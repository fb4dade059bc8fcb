import { createHash } from 'node:crypto'

/** A short mark of what a form stands at. Another mark at the next post means: answered in another window meanwhile. */
export function stampOf(values: Readonly<Record<string, string>>): string {
  const text = Object.entries(values)
    .filter(([, value]) => value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
  return createHash('sha256').update(text).digest('base64url').slice(0, 12)
}
