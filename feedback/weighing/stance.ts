/**
 * A stance on a proposition in tenths, -10 (wholly against) to 10 (wholly for): tenths, because 0.1 has no exact double.
 * It is written -1 to 1 in steps of 0.1. Source: participation.md 2.2.
 */
export type Tenths = number

/** All stances as they are written, from `-1` to `1`. */
export const STANCES: readonly string[] = Array.from({ length: 21 }, (_, i) => stanceText(i - 10))

/** The five that the radio buttons offer. The slider offers all. */
export const FIVE: readonly string[] = ['-1', '-0.5', '0', '0.5', '1']

/** How a stance was given: kept beside it, because a finer means gives finer answers. */
export const INPUT_MODES = ['radios', 'slider'] as const
export type InputMode = (typeof INPUT_MODES)[number]

/** Tenths as they are written: -5 is `-0.5`. */
export function stanceText(tenths: Tenths): string {
  return String(tenths / 10)
}

/** The tenths of a written stance; undefined for anything else, the empty text included: an untouched field is no stance. */
export function tenthsOf(text: string): Tenths | undefined {
  const at = STANCES.indexOf(text)
  return at < 0 ? undefined : at - 10
}

/** Where against ends and for begins: at 0.3 from the middle. */
export const SIDE_FROM: Tenths = 3

export type Leaning = 'against' | 'middle' | 'for'

/** Which way a stance in tenths leans: up to -3 against, from 3 for. Source: participation.md 2.0, p_neg and p_pos. */
export function leaningOf(tenths: Tenths): Leaning {
  if (tenths <= -SIDE_FROM) return 'against'
  return tenths >= SIDE_FROM ? 'for' : 'middle'
}

/** From wholly against to wholly for. */
export const LEVELS = ['against-3', 'against-2', 'against-1', 'middle', 'for-1', 'for-2', 'for-3'] as const
export type Level = (typeof LEVELS)[number]

/** How strong a stance in tenths is, as pages have words for it. No bin of the distribution has two levels. */
export function levelOf(tenths: Tenths): Level {
  const leaning = leaningOf(tenths)
  if (leaning === 'middle') return 'middle'
  const away = Math.abs(tenths)
  if (away >= 9) return `${leaning}-3`
  return away >= 5 ? `${leaning}-2` : `${leaning}-1`
}
