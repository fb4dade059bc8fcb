import type { Answer } from '#feedback/answer.ts'
import type { Prompt, StatementVote } from '#feedback/prompt.ts'
import { type AnswerError, fieldName, readAnswer } from '#feedback/read-answer.ts'
import type { Found } from '#feedback/redaction.ts'
import { optionOf } from '#feedback/tally.ts'
import type { FactValue, Language, StepKey } from '#src/journey/definition.ts'
import type { Go } from './answer-step.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import type { Fields } from './read-told.ts'
import type { Contribution, Exposure, Told } from './walk.ts'

export type Said = {
  readonly contributions: readonly Contribution[]
  readonly exposures: readonly Exposure[]
  /** texts that stood there and were emptied now */
  readonly emptied: readonly Contribution[]
  readonly redacted: readonly Found[]
  readonly errors: readonly { readonly field: string; readonly error: AnswerError }[]
}

type Form = {
  readonly here: Here
  readonly step: StepKey
  readonly prompts: readonly Prompt[]
  /** what this walk has said at this step so far */
  readonly earlier: readonly Contribution[]
  readonly seen: { readonly exposures: readonly Exposure[] }
  readonly fields: Fields
  readonly go: Go
  readonly language: Language
}

/** The walker's own statement at a step is kept beside the vote, as one more contribution. */
export const OWN = 'own'

/** What a step's form says: contributions to store, prompts passed over, and what is wrong with a text. */
export function saidAt(deps: Pick<WalkDeps, 'now' | 'newId'>, form: Form): Said {
  const read = form.prompts.map((prompt) => ({ prompt, result: readAnswer(prompt, form.fields) }))
  const answers = read.flatMap(({ prompt, result }) =>
    result.ok && result.answer ? [{ prompt, answer: result.answer }] : [],
  )
  const contributions = answers
    .flatMap(({ prompt, answer }) => contributionsFrom(deps, form, prompt, answer))
    .filter(isNews(form.earlier))
  return {
    contributions,
    exposures: exposuresFrom(form, new Set(answers.map(({ prompt }) => prompt.id))),
    emptied: form.earlier.filter((contribution) => isEmptied(contribution, form)),
    redacted: read.flatMap(({ result }) => (result.ok ? result.redacted : [])),
    errors: read.flatMap(({ result }) => (result.ok ? [] : result.errors)),
  }
}

function contributionsFrom(
  deps: Pick<WalkDeps, 'now' | 'newId'>,
  form: Form,
  prompt: Prompt,
  answer: Answer,
): readonly Contribution[] {
  const base = { ...common(deps, form), kind: prompt.kind, prompt: prompt.id, share: shareOf(prompt) }
  if (answer.kind === 'statement') return statementContributions(deps, base, answer)
  const text = answer.text === '' ? undefined : answer.text
  return [{ ...base, id: deps.newId(), option: optionOf(answer), text, state: text ? 'pending' : 'none' }]
}

type Base = Omit<Contribution, 'id' | 'option' | 'text' | 'state'>

function statementContributions(
  deps: Pick<WalkDeps, 'newId'>,
  base: Base,
  answer: Extract<Answer, { kind: 'statement' }>,
): readonly Contribution[] {
  const vote: readonly Contribution[] = answer.vote
    ? [{ ...base, id: deps.newId(), option: answer.vote, text: undefined, state: 'none' }]
    : []
  const own: readonly Contribution[] = answer.own
    ? [{ ...base, id: deps.newId(), prompt: OWN, option: undefined, text: answer.own, state: 'pending' }]
    : []
  return [...vote, ...own]
}

function common(deps: Pick<WalkDeps, 'now'>, { here, step, language }: Form) {
  const { walk } = here
  return {
    walk: walk.id,
    journey: walk.journey,
    version: walk.version,
    step,
    language,
    situation: coarse(here),
    reason: undefined,
    at: deps.now(),
  }
}

/** The situation goes with every contribution, but never a date or a sensitive answer: those could point at a person. */
function coarse({ journey, told }: Here): Told {
  const kept = Object.entries(told).filter(([name]) => {
    const fact = journey.definition.facts[name]
    return fact !== undefined && fact.type !== 'date' && fact.type !== 'number' && !fact.sensitive
  })
  return Object.fromEntries<FactValue>(kept)
}

function shareOf(prompt: Prompt): string | undefined {
  if (prompt.kind === 'data-sharing') return prompt.share
  return prompt.kind === 'statement' ? (prompt as StatementVote).about : undefined
}

/** The same thing said again is not news: it keeps its first time and its approval. */
function isNews(earlier: readonly Contribution[]) {
  return (now: Contribution) =>
    !earlier.some((before) => before.prompt === now.prompt && before.option === now.option && before.text === now.text)
}

function exposuresFrom({ seen, step, go, fields, earlier }: Form, answered: ReadonlySet<string>): readonly Exposure[] {
  const here = seen.exposures.filter((exposure) => exposure.step === step)
  const opened = [...answered]
    .filter((prompt) => !here.some((exposure) => exposure.prompt === prompt))
    .map((prompt) => ({ step, prompt, offered: false, skipped: false }))
  if (go === 'stay') return opened
  const silent = (prompt: string) => !answered.has(prompt) && !earlier.some((before) => before.prompt === prompt)
  const passed = here
    .filter(
      ({ prompt, offered }) =>
        offered && silent(prompt) && (go !== 'skip' || fields.skip === undefined || fields.skip === prompt),
    )
    .map((exposure) => ({ ...exposure, skipped: true }))
  return [...opened, ...passed]
}

function isEmptied(contribution: Contribution, { fields }: Form): boolean {
  if (contribution.text === undefined || contribution.option !== undefined) return false
  const names =
    contribution.prompt === OWN ? Object.keys(fields).filter(isOwnField) : [fieldName(contribution.prompt, 'text')]
  const texts = names.flatMap((name) => (name in fields ? [fields[name]?.trim()] : []))
  return texts.length > 0 && texts.every((text) => text === '')
}

/** The page asks for own words at one statement only, and which one that is may have changed since they were written. */
function isOwnField(name: string): boolean {
  return name.endsWith('.own')
}
