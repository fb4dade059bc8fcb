/** An error for the log. A failed query names its parameters, and those may be what a citizen wrote: they are cut off. */
export function withoutWords(error: unknown) {
  return causes(error).map(({ name, message, code, stack }) => ({
    name,
    message: message.split(/\n?params:/, 1)[0],
    code,
    // The stack repeats the message before its frames.
    stack: stack.slice(Math.max(0, stack.indexOf('\n    at ', stack.indexOf(message) + message.length))),
  }))
}

type Cause = {
  readonly name: string
  readonly message: string
  readonly code: string | undefined
  readonly stack: string
}

function causes(error: unknown): readonly Cause[] {
  const found: Cause[] = []
  let next = error
  while (next instanceof Error && found.length < 5) {
    const code = 'code' in next && typeof next.code === 'string' ? next.code : undefined
    found.push({ name: next.name, message: next.message, code, stack: next.stack ?? '' })
    next = next.cause
  }
  return found
}
