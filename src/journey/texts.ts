import { type Definition, repliesOf, type Step, type Words } from './definition.ts'
import type { Path } from './finding.ts'
import { stepsOf } from './graph.ts'

/** What a text is for: it decides how long it may reasonably be. */
export type TextRole = 'title' | 'name' | 'ask' | 'option' | 'statement' | 'do' | 'text'
export type Text = { readonly path: Path; readonly words: Words; readonly role: TextRole }

/** Every text of a definition with its place, in the order it is written: for the lint, for translators, for the editor. */
export function textsOf(definition: Definition): Text[] {
  const {
    title,
    summary,
    care,
    proactive,
    help = [],
    facts,
    providers,
    data = {},
    documents = {},
    statements = [],
    leads_to: next = [],
    tracks,
  } = definition
  return [
    ...text(['title'], title, 'title'),
    ...text(['summary'], summary, 'text'),
    ...text(['care'], care, 'text'),
    ...text(['proactive'], proactive, 'text'),
    ...help.flatMap(({ name, hours }, i) => [
      ...text(['help', i, 'name'], name, 'name'),
      ...text(['help', i, 'hours'], hours, 'name'),
    ]),
    ...Object.entries(facts).flatMap(([id, fact]) => factTexts(['facts', id], fact)),
    ...namesOf('providers', providers),
    ...namesOf('data', data),
    ...namesOf('documents', documents),
    ...statements.flatMap((statement, i) => text(['statements', i, 'text'], statement.text, 'statement')),
    ...next.flatMap(({ why }, i) => text(['leads_to', i, 'why'], why, 'text')),
    ...Object.entries(tracks).flatMap(([id, track]) => text(['tracks', id, 'title'], track.title, 'title')),
    ...stepsOf(definition).flatMap(({ step, path }) => stepTexts(path, step)),
  ]
}

function factTexts(path: Path, fact: Definition['facts'][string]): Text[] {
  const options = fact.type === 'choice' ? Object.entries(fact.options) : []
  return [
    ...text([...path, 'ask'], fact.ask, 'ask'),
    ...text([...path, 'hint'], fact.hint, 'text'),
    ...options.flatMap(([id, words]) => text([...path, 'options', id], words, 'option')),
  ]
}

function namesOf(part: string, named: Readonly<Record<string, { name: Words }>>): Text[] {
  return Object.entries(named).flatMap(([id, { name }]) => text([part, id, 'name'], name, 'name'))
}

function stepTexts(path: Path, step: Step): Text[] {
  const {
    title,
    do: todo,
    deadline,
    today,
    proposed,
    notes = [],
    shares = [],
    statements = [],
    prompts = [],
    variants = [],
  } = step
  const roles = step.kind === 'mandate' ? step.roles : {}
  return [
    ...text([...path, 'title'], title, 'title'),
    ...text([...path, 'do'], todo, 'do'),
    ...text([...path, 'deadline', 'rule'], deadline?.rule, 'text'),
    ...text([...path, 'today', 'title'], today?.title, 'title'),
    ...text([...path, 'today', 'what'], today?.what, 'text'),
    ...text([...path, 'today', 'evidence'], today?.evidence, 'text'),
    ...text([...path, 'today', 'moves'], today?.moves, 'text'),
    ...text([...path, 'proposed', 'what'], proposed?.what, 'text'),
    ...notes.flatMap((note, i) => text([...path, 'notes', i, 'text'], note.text, 'text')),
    ...shares.flatMap((share, i) => text([...path, 'shares', i, 'ask'], share.ask, 'ask')),
    ...namesOf('roles', roles).map((role) => ({ ...role, path: [...path, ...role.path] })),
    ...repliesOf(step).flatMap((reply, i) => text([...path, 'replies', i, 'text'], reply.text, 'text')),
    ...statements.flatMap((statement, i) => text([...path, 'statements', i, 'text'], statement.text, 'statement')),
    ...prompts.flatMap(({ ask, reasons = [] }, i) => [
      ...text([...path, 'prompts', i, 'ask'], ask, 'ask'),
      ...reasons.flatMap((reason, j) => text([...path, 'prompts', i, 'reasons', j, 'text'], reason.text, 'statement')),
    ]),
    ...variants.flatMap((variant, i) => [
      ...text([...path, 'variants', i, 'title'], variant.title, 'title'),
      ...text([...path, 'variants', i, 'do'], variant.do, 'do'),
      ...text([...path, 'variants', i, 'proposed', 'what'], variant.proposed?.what, 'text'),
    ]),
  ]
}

function text(path: Path, words: Words | undefined, role: TextRole): Text[] {
  return words ? [{ path, words, role }] : []
}
