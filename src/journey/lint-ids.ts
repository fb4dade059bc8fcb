import type { Definition, Step } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { type PlacedStep, stepsOf } from './graph.ts'

type Named = { readonly id: string; readonly path: Path }

/** Ids that stand twice: steps in a track, shares in the journey, and replies, statements, prompts and notes in a step; and
 * earlier names that are still in use or that two steps claim. */
export function idFindings(definition: Definition): Finding[] {
  const steps = stepsOf(definition)
  const tracks = Object.keys(definition.tracks).map((track) => steps.filter((place) => place.track === track))
  return [
    ...tracks.flatMap((places) => twice(places.map(({ step, path }) => ({ id: step.id, path: [...path, 'id'] })))),
    ...twice(steps.flatMap(({ step, path }) => named(step.shares, [...path, 'shares']))),
    ...steps.flatMap(({ step, path }) => stepFindings(step, path)),
    ...earlierNameFindings(steps),
  ]
}

function stepFindings(step: Step, path: Path): Finding[] {
  const replies = step.kind === 'automatic' ? step.replies : []
  return [
    ...twice(named(replies, [...path, 'replies'])),
    ...twice(named(step.statements, [...path, 'statements'])),
    ...twice(named(step.prompts, [...path, 'prompts'])),
    ...twice(named(step.notes, [...path, 'notes'])),
  ]
}

function earlierNameFindings(steps: readonly PlacedStep[]): Finding[] {
  const keys = new Set(steps.map(({ key }) => key))
  const claimed = new Map<string, string>()
  return steps.flatMap(({ key, step, path }) => {
    const isList = Array.isArray(step.was)
    return [step.was ?? []].flat().flatMap((was, i) => {
      const at = [...path, 'was', ...(isList ? [i] : [])]
      const other = claimed.get(was)
      claimed.set(was, other ?? key)
      if (keys.has(was)) return [finding('was-still-there', at, { id: was })]
      return other === undefined ? [] : [finding('was-twice', at, { id: was, other })]
    })
  })
}

function named(items: readonly { readonly id: string }[] | undefined, path: Path): Named[] {
  return (items ?? []).map(({ id }, i) => ({ id, path: [...path, i, 'id'] }))
}

function twice(items: readonly Named[]): Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, path }) => {
    if (seen.has(id)) return [finding('duplicate-id', path, { id })]
    seen.add(id)
    return []
  })
}
