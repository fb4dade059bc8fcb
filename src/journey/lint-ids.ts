import { type Definition, repliesOf, type Step } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { type PlacedStep, stepsOf } from './graph.ts'

type Named = { readonly id: string; readonly path: Path }

/** Ids that stand twice: steps in a track, shares and steps that may be done with a mandate in the journey, and replies, statements, prompts and notes in a step; and
 * earlier names that are still in use or that two steps claim. */
export function idFindings(definition: Definition): Finding[] {
  const steps = stepsOf(definition)
  const tracks = Object.keys(definition.tracks).map((track) => steps.filter((place) => place.track === track))
  return [
    ...tracks.flatMap((places) => twice(places.map(({ step, path }) => ({ id: step.id, path: [...path, 'id'] })))),
    ...twice(steps.flatMap(({ step, path }) => named(step.shares, [...path, 'shares']))),
    ...twice(named(definition.statements, ['statements'])),
    ...mandateFindings(steps),
    ...steps.flatMap(({ step, path }) => stepFindings(step, path)),
    ...earlierNameFindings(steps),
  ]
}

function stepFindings(step: Step, path: Path): Finding[] {
  return [
    ...twice(named(repliesOf(step), [...path, 'replies'])),
    ...twice(named(step.statements, [...path, 'statements'])),
    ...twice(named(step.prompts, [...path, 'prompts'])),
    ...(step.prompts ?? []).flatMap(({ reasons }, i) => twice(named(reasons, [...path, 'prompts', i, 'reasons']))),
    ...twice(named(step.notes, [...path, 'notes'])),
    ...twice(named(step.variants, [...path, 'variants'])),
  ]
}

/** A walk keeps who does a step by the step's id alone, whatever its track. */
function mandateFindings(steps: readonly PlacedStep[]): Finding[] {
  const mandates = steps.filter(({ step }) => step.kind === 'mandate')
  const selves = mandates.filter(({ step }) => step.kind === 'mandate' && Object.hasOwn(step.roles, 'self'))
  const inTwoTracks = mandates.filter(
    ({ step, track }, i) => !mandates.slice(0, i).some((other) => other.track === track && other.step.id === step.id),
  )
  return [
    ...twice(inTwoTracks.map(({ step, path }) => ({ id: step.id, path: [...path, 'id'] }))),
    ...selves.map(({ path }) => finding('reserved-id', [...path, 'roles', 'self'])),
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
