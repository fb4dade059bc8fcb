import { structuredPatch } from 'diff'
import { Definition } from './definition.ts'
import { writeDefinition } from './notation.ts'
import { canonicalJson } from './version.ts'

/** Lines that differ with those around them; line numbers count from 1. */
export type Hunk = { readonly from: number; readonly to: number; readonly lines: readonly DifferentLine[] }
export type DifferentLine = { readonly is: 'same' | 'added' | 'removed'; readonly text: string }

const AROUND = 3
const MOST_EDITS = 1500

/** A definition as text that is the same however it was written: keys in the order of the format, things by their ids. */
export function canonicalYaml(definition: Definition): string {
  return writeDefinition(Definition.parse(JSON.parse(canonicalJson(definition))))
}

/** Where two texts differ, line by line; undefined where they have so little in common that no one could follow it. */
export function lineDifference(before: string, after: string): readonly Hunk[] | undefined {
  const patch = structuredPatch('', '', before, after, '', '', { context: AROUND, maxEditLength: MOST_EDITS })
  return patch?.hunks.map(({ oldStart, newStart, lines }) => ({
    from: oldStart,
    to: newStart,
    // `\ No newline at end of file` is no line of either text.
    lines: lines.filter((line) => !line.startsWith('\\')).map(lineFrom),
  }))
}

const SIGNS: Readonly<Record<string, DifferentLine['is']>> = { '+': 'added', '-': 'removed' }

function lineFrom(line: string): DifferentLine {
  return { is: SIGNS[line.charAt(0)] ?? 'same', text: line.slice(1) }
}
