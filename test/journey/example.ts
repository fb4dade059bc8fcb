import { readFileSync } from 'node:fs'
import { checkText } from '#src/journey/check.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { Finding } from '#src/journey/finding.ts'
import { readDefinition } from '#src/journey/notation.ts'

/** A journey that has every part of the format and no fault. */
export const EXAMPLE = readFileSync(new URL('./fixtures/example.yaml', import.meta.url), 'utf8')

/** A short journey of the same kind, for what is done thousands of times. */
export const SMALL = readFileSync(new URL('./fixtures/small.yaml', import.meta.url), 'utf8')

export function example(): Definition {
  return definitionOf(EXAMPLE)
}

export function definitionOf(text: string): Definition {
  const read = readDefinition(text)
  if (!read.ok) throw new Error(JSON.stringify(read.findings[0]))
  return read.definition
}

/** The example with one thing changed; the text must be there once. */
export function changed(from: string, to: string): string {
  if (EXAMPLE.split(from).length !== 2) throw new Error(`stands ${EXAMPLE.split(from).length - 1} times: ${from}`)
  return EXAMPLE.replace(from, () => to)
}

/** The line, counted from 1, on which a text begins. */
export function lineWith(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

export function errorsIn(text: string): Finding[] {
  return checkText(text).filter(({ severity }) => severity === 'error')
}

/** Time on the processor in milliseconds: other work on the machine does not count. A slow first run is repeated. */
export function cpuMs(work: () => unknown): number {
  const once = () => {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  }
  const first = once()
  return first < 100 ? first : Math.min(first, once(), once())
}
