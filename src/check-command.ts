import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkPersonas, checkText } from '#src/journey/check.ts'
import type { Definition } from '#src/journey/definition.ts'
import { byLine, type Finding, finding, findingLine, findingText, isPublishable } from '#src/journey/finding.ts'
import { readDefinition } from '#src/journey/notation.ts'

export type CheckResult = { readonly text: string; readonly summary: string; readonly exitCode: 0 | 1 }

/**
 * `polku check [FILE...] [--json]`: schema, lints and proof of journey files, and of the personas beside them. Without files
 * every shipped journey. A line per finding, `file:line: sentence`; exit code 1 where one of them is an error.
 */
export function check(files: readonly string[], { json = false }: { json?: boolean } = {}): CheckResult {
  const chosen = files.length > 0 ? files : globSync('journeys/*/journey.yaml').sort()
  const findings = chosen.flatMap(checkFile)
  return {
    text: json
      ? JSON.stringify(findings.map(asJson), null, 2)
      : findings.map((found) => findingLine(found, 'en')).join('\n'),
    summary: summaryOf(chosen, findings),
    exitCode: chosen.length > 0 && isPublishable(findings) ? 0 : 1,
  }
}

function checkFile(file: string): Finding[] {
  const text = contentOf(file)
  if (text === undefined) return [{ ...finding('cannot-read', []), file, line: 1 }]
  if (basename(file) === 'personas.yaml')
    return checkPersonas(text, contentOf(join(dirname(file), 'journey.yaml')) ?? '', file)

  const beside = join(dirname(file), 'personas.yaml')
  const personas = basename(file) === 'journey.yaml' ? contentOf(beside) : undefined
  return [
    ...checkText(text, file, besideIt(file)),
    ...(personas === undefined ? [] : byLine(checkPersonas(personas, text, beside))),
  ]
}

/** The other journeys of the library a file stands in: `journeys/ID/journey.yaml`. */
function besideIt(file: string): (journey: string) => Definition | undefined {
  return (journey) => {
    const text = contentOf(join(dirname(dirname(file)), journey, 'journey.yaml'))
    const read = text === undefined ? undefined : readDefinition(text)
    return read?.ok && read.definition.id === journey ? read.definition : undefined
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function asJson(found: Finding) {
  return {
    file: found.file,
    line: found.line,
    severity: found.severity,
    code: found.code,
    path: found.path,
    message: findingText(found, 'en'),
  }
}

function summaryOf(files: readonly string[], findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((found) => found.severity === severity).length
  return `${files.length} checked: errors ${count('error')}, warnings ${count('warning')}, notes ${count('note')}`
}
