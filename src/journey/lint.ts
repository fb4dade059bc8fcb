import type { Definition } from './definition.ts'
import { byLine, type Finding, type Lines, located, readable } from './finding.ts'
import { conditionFindings } from './lint-conditions.ts'
import { contentFindings } from './lint-content.ts'
import { idFindings } from './lint-ids.ts'
import { leadsToFindings } from './lint-leads-to.ts'
import { referenceFindings } from './lint-references.ts'
import { useFindings } from './lint-use.ts'
import { variantFindings } from './lint-variants.ts'
import { weighingFindings } from './lint-weighing.ts'
import { wordFindings } from './lint-words.ts'

/**
 * Everything about a definition that can be seen without trying situations: names that do not exist, ids and titles that
 * stand twice, missing and long words, what is never used, what has no source. Never throws.
 */
export function lint(definition: Definition, lines?: Lines): Finding[] {
  const findings = [
    ...referenceFindings(definition),
    ...conditionFindings(definition),
    ...idFindings(definition),
    ...leadsToFindings(definition),
    ...wordFindings(definition),
    ...useFindings(definition),
    ...weighingFindings(definition),
    ...variantFindings(definition),
    ...contentFindings(definition),
  ]
  return byLine(located(readable(findings), definition, lines))
}
