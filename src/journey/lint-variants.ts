import type { Definition, Step } from './definition.ts'
import { type Finding, finding, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'
import { stepAsTold } from './variants.ts'
import { canonicalJson } from './version.ts'

/** Two ways of telling a step that are one, and a proposal told anew where the step proposes nothing. */
export function variantFindings(definition: Definition): Finding[] {
  return stepsOf(definition).flatMap(({ step, path }) => [
    ...alikeFindings(step, path),
    ...proposalFindings(step, path),
  ])
}

function alikeFindings(step: Step, path: Path): Finding[] {
  const [first, second] = (step.variants ?? []).map(({ id }) => canonicalJson(stepAsTold(step, id)))
  return first !== undefined && first === second ? [finding('variants-alike', [...path, 'variants'])] : []
}

function proposalFindings({ proposed, variants = [] }: Step, path: Path): Finding[] {
  if (proposed) return []
  return variants.flatMap((variant, i) =>
    variant.proposed ? [finding('variant-without-proposal', [...path, 'variants', i, 'proposed'])] : [],
  )
}
