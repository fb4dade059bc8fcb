/** Reading a long text takes a good part of the time a save may take: what was read last is kept, with what came of it. */
export function remembering<Result>(most: number, work: (text: string) => Result): (text: string) => Result {
  const recent = new Map<string, Result>()
  return (text) => {
    const known = recent.get(text)
    const result = known ?? work(text)
    recent.delete(text)
    recent.set(text, result)
    const [oldest] = recent.keys()
    if (recent.size > most && oldest !== undefined) recent.delete(oldest)
    return result
  }
}
