/**
 * Numbers from 0 up to but not 1, always the same for the same seed: repeatable draws, never for secrets. A Weyl
 * sequence through the finishing mix of MurmurHash3.
 */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
  }
}
