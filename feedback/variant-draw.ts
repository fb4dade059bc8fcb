import { hash } from './hash.ts'

const BLOCK = 4
const HALF = BLOCK / 2

/**
 * Which of two variants somebody is told, 0 or 1, from how many were given each so far: blocks of four with two of each in
 * random order, so that the two stay within two of each other and the next one cannot be foreseen from the last. `seed`
 * differs from walk to walk and step to step; the same seed and counts always answer the same.
 * Source: permuted blocks, as in K. F. Schulz and D. A. Grimes, Generation of allocation sequences in randomised trials,
 * The Lancet 359 (2002). Where erased walks have left the counts uneven, the one that lags behind is given until it catches up.
 */
export function drawVariant([first, second]: readonly [number, number], seed: string): 0 | 1 {
  const block = Math.floor((first + second) / BLOCK)
  const due = HALF * (block + 1)
  const [ofFirst, ofSecond] = [Math.max(0, due - first), Math.max(0, due - second)]
  return (hash(seed) / 2 ** 32) * (ofFirst + ofSecond) < ofFirst ? 0 : 1
}
