import type { Citation, Definition } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { type PlacedStep, stepsOf } from './graph.ts'

/** What a trial needs besides a sound shape: sources, statements, and honesty about what is not verified. */
export function contentFindings(definition: Definition): Finding[] {
  const steps = stepsOf(definition)
  const about = new Set(steps.flatMap(({ step }) => (step.statements ?? []).map((statement) => statement.about)))
  return [
    ...(definition.help?.length ? [] : [finding('no-help', [])]),
    ...steps.flatMap((place) => [...sourceFindings(place), ...lawFindings(place), ...shareFindings(place, about)]),
    ...Object.keys(definition.tracks)
      .slice(1)
      .flatMap((track) => trackFindings(track, steps)),
  ]
}

function sourceFindings({ step, path }: PlacedStep): Finding[] {
  if (!step.today) return []
  if (!step.today.source?.length) return [finding('no-source', [...path, 'today'])]
  return unverified(step.today.source, [...path, 'today', 'source'])
}

function lawFindings({ step: { deadline }, path }: PlacedStep): Finding[] {
  return deadline && !deadline.law && !deadline.rule ? [finding('no-law', [...path, 'deadline'])] : []
}

function unverified(citations: readonly Citation[], path: Path): Finding[] {
  return citations.flatMap(({ confidence }, i) =>
    confidence === 'U' ? [finding('unverified-source', [...path, i])] : [],
  )
}

function shareFindings({ step, path }: PlacedStep, about: ReadonlySet<string | undefined>): Finding[] {
  return (step.shares ?? []).flatMap(({ id, from, to, basis }, i) => {
    const at = [...path, 'shares', i]
    const isBetweenProviders = from !== 'self' && to !== 'self'
    return [
      ...(basis === 'unverified' ? [finding('unverified-basis', at)] : []),
      ...(isBetweenProviders && !about.has(id) ? [finding('no-statement', at)] : []),
    ]
  })
}

function trackFindings(track: string, steps: readonly PlacedStep[]): Finding[] {
  const has = steps.some((place) => place.track === track && place.step.statements?.length)
  return has ? [] : [finding('track-without-statement', ['tracks', track])]
}
