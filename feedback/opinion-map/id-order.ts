/** Whether an id is a whole number written the one usual way, as Polis numbers its participants and statements. */
export function isNumber(id: string): boolean {
  return /^(0|-?[1-9]\d{0,14})$/.test(id)
}

/** Ids in id order, whatever order they came in: numbers by size, then the other ids by their UTF-16 units. */
export function inIdOrder(ids: Iterable<string>): string[] {
  const numbers: number[] = []
  const names: string[] = []
  for (const id of ids) isNumber(id) ? numbers.push(Number(id)) : names.push(id)
  return [...numbers.sort((one, other) => one - other).map(String), ...names.sort()]
}
