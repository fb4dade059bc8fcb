import type { Definition, Step } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'

type Declared = NonNullable<Step['prompts']>[number]

/** What a proposition to weigh needs: its words, a hand-over of this step if any, and reasons of more than one kind. */
export function weighingFindings(definition: Definition): Finding[] {
  return stepsOf(definition).flatMap(({ step, path }) =>
    (step.prompts ?? []).flatMap((prompt, i) => promptFindings(step, prompt, [...path, 'prompts', i])),
  )
}

function promptFindings(step: Step, { kind, ask, share, reasons }: Declared, path: Path): Finding[] {
  if (kind !== 'weighing') return reasons || share ? [finding('not-weighed', path)] : []
  const isElsewhere = share !== undefined && !(step.shares ?? []).some(({ id }) => id === share)
  const sides = new Set((reasons ?? []).map(({ side }) => side))
  return [
    ...(ask ? [] : [finding('no-proposition', path)]),
    ...(isElsewhere ? [finding('unknown-share', [...path, 'share'], { id: share })] : []),
    ...(sides.has('for') && sides.has('against') ? [] : [finding('one-sided-reasons', path)]),
  ]
}
