import { earlierNames } from './compare.ts'
import type { Definition, Language, StepKey, Words } from './definition.ts'
import { byLine, type Finding, finding, type Lines, located, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'
import { suggested } from './suggestion.ts'
import { textsOf } from './texts.ts'

/**
 * What shows only beside the version before: translations left behind when the text of the first language changed, and
 * earlier names of steps that no step had. `before` is the newest published version of the same journey. Never throws.
 */
export function lintSince(before: Definition, after: Definition, lines?: Lines): Finding[] {
  const findings = [...staleFindings(before, after), ...earlierNameFindings(before, after)]
  return byLine(located(findings, after, lines))
}

function staleFindings(before: Definition, after: Definition): Finding[] {
  const [source, ...others] = after.languages
  if (source === undefined) return []
  const names = earlierNames(before, after)
  const old = new Map(textsOf(before).map(({ path, words }) => [placeOf(before, path, (key) => key), words]))
  return textsOf(after).flatMap(({ path, words }) => {
    const was = old.get(placeOf(after, path, (key) => names.get(key)?.[0] ?? key))
    if (!was || !isOther(was, words, source)) return []
    return others
      .filter((language) => words[language] !== undefined && !isOther(was, words, language))
      .map((language) => finding('stale-words', [...path, language], { language, source }))
  })
}

function isOther(before: Words, after: Words, language: Language): boolean {
  return before[language]?.trim() !== after[language]?.trim()
}

/** Where a text stands, told by ids: neither a step put in between nor a new name of its step makes it another text. */
function placeOf(definition: Definition, path: Path, nameOf: (key: StepKey) => StepKey): string {
  const [part, track, , index, ...rest] = path
  const step = part === 'tracks' && typeof index === 'number' ? definition.tracks[track ?? '']?.steps[index] : undefined
  if (!step) return JSON.stringify(withIds(definition, path))
  return JSON.stringify([nameOf(`${track}/${step.id}`), ...withIds(step, rest)])
}

function withIds(root: unknown, path: Path): Path {
  let value = root
  return path.map((key) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : undefined
    return typeof key === 'number' && typeof id === 'string' ? id : key
  })
}

/** A name a step keeps from versions ago is no mistake: the version before has it under the name it has now. */
function earlierNameFindings(before: Definition, after: Definition): Finding[] {
  const steps = stepsOf(before)
  const known = [...steps.map(({ key }) => key), ...steps.flatMap(({ step }) => [step.was ?? []].flat())]
  return stepsOf(after).flatMap(({ step, path }) => {
    const isList = Array.isArray(step.was)
    return [step.was ?? []].flat().flatMap((was, i) => {
      if (known.includes(was)) return []
      const near = suggested(was, known)
      return [finding('was-unknown', [...path, 'was', ...(isList ? [i] : [])], { id: was, ...near })]
    })
  })
}
