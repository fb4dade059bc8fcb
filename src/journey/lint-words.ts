import type { Definition, Language, Words } from './definition.ts'
import { type Finding, type FindingCode, finding, type Path } from './finding.ts'
import { stepsOf } from './graph.ts'
import { type Text, type TextRole, textsOf } from './texts.ts'

// Aims, not limits: what still reads at a glance on a small screen (own judgement).
const LONG: Readonly<Record<TextRole, number>> = {
  title: 60,
  name: 90,
  ask: 140,
  option: 90,
  statement: 140,
  do: 260,
  text: 400,
}
// Plain-language guides ask for short sentences; Finnish packs more into a word than Swedish and English.
const LONG_SENTENCE: Readonly<Record<Language, number>> = { fi: 24, sv: 30, en: 32 }

/** Words that are missing, too long, or not the same in all languages, and titles that stand twice. */
export function wordFindings(definition: Definition): Finding[] {
  const { languages } = definition
  return [
    ...textsOf(definition).flatMap((text) => [
      ...missingFindings(text, languages),
      ...variableFindings(text, languages),
      ...languages.flatMap((language) => lengthFindings(text, language)),
    ]),
    ...plainFindings(definition),
    ...titleFindings(definition),
    ...trackTitleFindings(definition),
  ]
}

/** Where a journey is in plain Finnish at all, the texts that are not: their Finnish stands in for them. */
function plainFindings(definition: Definition): Finding[] {
  const texts = textsOf(definition)
  if (!texts.some(({ words }) => isPlain(words))) return []
  return texts.filter(({ words }) => !isPlain(words)).map(({ path }) => finding('missing-plain-words', path))
}

/** True for words that have a plain Finnish variant. */
export function isPlain(words: Words): boolean {
  return Boolean(words['fi-x-selko']?.trim())
}

function missingFindings({ path, words }: Text, languages: readonly Language[]): Finding[] {
  return languages
    .filter((language) => !words[language]?.trim())
    .map((language) => finding('missing-words', path, { language }))
}

function variableFindings({ path, words }: Text, languages: readonly Language[]): Finding[] {
  const each = languages.flatMap((language) => (words[language] === undefined ? [] : [variablesOf(words[language])]))
  const all = new Set(each.flatMap((variables) => [...variables]))
  const differing = [...all].filter((variable) => !each.every((variables) => variables.has(variable)))
  return differing.length > 0 ? [finding('variables-differ', path, { variables: differing.join(', ') })] : []
}

function variablesOf(text: string): Set<string> {
  return new Set(text.match(/\{\w+\}/g))
}

function lengthFindings({ path, words, role }: Text, language: Language): Finding[] {
  const text = words[language] ?? ''
  const limit = LONG[role]
  const longest = Math.max(...text.split(/[.!?:;]\s/).map((sentence) => sentence.split(/\s+/).length))
  return [
    ...(text.length > limit
      ? [finding('long-text', path, { language, length: String(text.length), limit: String(limit) })]
      : []),
    ...(longest > LONG_SENTENCE[language]
      ? [finding('long-sentence', path, { language, length: String(longest) })]
      : []),
  ]
}

function titleFindings(definition: Definition): Finding[] {
  const titled = stepsOf(definition).map(({ key, step, path }) => ({ id: key, title: step.title, path }))
  return sameTitle('duplicate-title', titled, definition.languages)
}

function trackTitleFindings({ languages, tracks }: Definition): Finding[] {
  const titled = Object.entries(tracks).map(([id, { title }]) => ({ id, title, path: ['tracks', id] }))
  return sameTitle('duplicate-track-title', titled, languages)
}

type Titled = { readonly id: string; readonly title: Words; readonly path: Path }

function sameTitle(code: FindingCode, titled: readonly Titled[], languages: readonly Language[]): Finding[] {
  const seen = new Map<string, string>()
  return titled.flatMap(({ id, title, path }) => {
    const words = languages.map((language) => title[language]).find((text) => text !== undefined)
    const other = words === undefined ? undefined : seen.get(words)
    if (words !== undefined && other === undefined) seen.set(words, id)
    return other === undefined ? [] : [finding(code, [...path, 'title'], { other })]
  })
}
