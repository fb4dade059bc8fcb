/**
 * How far two groupings of the same things agree, the adjusted Rand index: 1 the same, about 0 as by chance. Two
 * groupings that both put all together, or both all apart, are the same. Source: Hubert and Arabie, Comparing
 * partitions, J. of Classification 2 (1985).
 */
export function adjustedRandIndex(one: Int16Array, other: Int16Array): number {
  const both = pairs(countBy(one, (group, i) => `${group} ${other[i]}`))
  const inOne = pairs(countBy(one, String))
  const inOther = pairs(countBy(other, String))
  const all = (one.length * (one.length - 1)) / 2
  const expected = all === 0 ? 0 : (inOne * inOther) / all
  const most = (inOne + inOther) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

function countBy(groups: Int16Array, key: (group: number, i: number) => string): Iterable<number> {
  const counts = new Map<string, number>()
  for (const [i, group] of groups.entries()) counts.set(key(group, i), (counts.get(key(group, i)) ?? 0) + 1)
  return counts.values()
}

function pairs(sizes: Iterable<number>): number {
  let sum = 0
  for (const size of sizes) sum += (size * (size - 1)) / 2
  return sum
}
