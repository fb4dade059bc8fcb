/** A set of people, one bit each: thousands of sets are compared for one page, so each comparison must cost little. */
export type People = Uint32Array

export function peopleOf(size: number, members: Iterable<number>): People {
  const people = new Uint32Array(Math.ceil(size / 32))
  for (const i of members) people[i >> 5] = (people[i >> 5] ?? 0) | (1 << (i & 31))
  return people
}

export function both(one: People, other: People): People {
  return one.map((word, i) => word & (other[i] ?? 0))
}

export function without(one: People, other: People): People {
  return one.map((word, i) => word & ~(other[i] ?? 0))
}

export function countOf(people: People): number {
  let n = 0
  for (const word of people) n += ones(word)
  return n
}

/** How many are in the first and not in the other. */
export function countWithout(one: People, other: People): number {
  let n = 0
  for (let i = 0; i < one.length; i++) n += ones((one[i] ?? 0) & ~(other[i] ?? 0))
  return n
}

/** The ones of a 32-bit word, counted in parallel (Hacker's Delight 5-1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function isIn(people: People, i: number): boolean {
  return (((people[i >> 5] ?? 0) >>> (i & 31)) & 1) === 1
}
