import { globSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkPersonas, checkText } from '#src/journey/check.ts'
import type { Definition } from '#src/journey/definition.ts'
import { byLine, type Finding, finding, findingLine, findingText, isPublishable } from '#src/journey/finding.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { readTree } from '#src/journey/notation-tree.ts'

export type CheckResult = { readonly text: string; readonly summary: string; readonly exitCode: 0 | 1 }

/**
 * `polku check [FILE|FOLDER...] [--json]`: schema, lints and proof of journey files, and of the personas beside them. Of a
 * folder every `journey.yaml` in it, without files every shipped journey. A line per finding, `file:line: sentence`; exit code 1 where one of them is an error.
 */
export function check(files: readonly string[], { json = false }: { json?: boolean } = {}): CheckResult {
  const chosen = files.length > 0 ? files.flatMap(filesIn) : globSync('journeys/*/journey.yaml').sort()
  const findings = chosen.flatMap(checkFile)
  return {
    text: json
      ? JSON.stringify(findings.map(createJson()), null, 2)
      : findings.map((found) => findingLine(found, 'en')).join('\n'),
    summary: summaryOf(chosen, findings),
    exitCode: chosen.length > 0 && isPublishable(findings) ? 0 : 1,
  }
}

function filesIn(named: string): readonly string[] {
  const isFolder = statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder ? globSync(join(named, '**/journey.yaml'), { exclude: ['**/node_modules/**'] }).sort() : [named]
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

/** As editors read it. Columns are told for what stands in a file that can be read. */
function createJson() {
  const read = new Map<string, ReturnType<typeof readTree>>()
  const treeOf = (file: string) => {
    const known = read.get(file) ?? readTree(contentOf(file) ?? '')
    read.set(file, known)
    return known
  }
  return (found: Finding) => {
    const tree = found.file === undefined ? undefined : treeOf(found.file)
    return {
      file: found.file,
      line: found.line,
      column: tree?.ok ? tree.lines.columnOf(found.path) : 1,
      severity: found.severity,
      code: found.code,
      path: found.path,
      message: findingText(found, 'en'),
    }
  }
}

function summaryOf(files: readonly string[], findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((found) => found.severity === severity).length
  return `${files.length} checked: errors ${count('error')}, warnings ${count('warning')}, notes ${count('note')}`
}
