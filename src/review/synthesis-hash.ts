import { hash } from '#feedback/hash.ts'
import type { Codebook } from './theme-texts.ts'

/**
 * A mark of everything a synthesis is made of: which texts there are, as they were last written and decided, and how people
 * have placed them. It changes when any of it does, and holds nobody's words.
 */
export function inputHashOf({ themes, codings, same, said }: Codebook): string {
  const parts = [
    ...said.map(({ id, at, state }) => `text ${id} ${at} ${state}`),
    ...themes.map(({ id, name, state, into }) => `theme ${id} ${state} ${into ?? ''} ${JSON.stringify(name)}`),
    ...codings.map(({ contribution, theme }) => `coded ${contribution} ${theme}`),
    ...same.map(({ contribution, as }) => `same ${contribution} ${as}`),
  ]
  const whole = parts.sort().join('\n')
  // Two marks of 32 bits from different beginnings: one alone would now and then stay the same by chance.
  return ['a', 'b']
    .map((start) =>
      hash(start + whole)
        .toString(16)
        .padStart(8, '0'),
    )
    .join('')
}
