/** Reading a long text takes a good part of the time a save may take: what was read last is kept, with what came of it. */
export function remembering<Result>(
  most: number,
  work: (text: string) => Result,
): ((text: string) => Result) & { readonly know: (text: string, result: Result) => void } {
  const recent = new Map<string, Result>()
  const recall = (text: string) => {
    const known = recent.get(text)
    const result = known ?? work(text)
    know(text, result)
    return result
  }
  const know = (text: string, result: Result) => {
    recent.delete(text)
    recent.set(text, result)
    const [oldest] = recent.keys()
    if (recent.size > most && oldest !== undefined) recent.delete(oldest)
  }
  return Object.assign(recall, { know })
}
