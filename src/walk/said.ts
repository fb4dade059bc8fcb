import type { Answer } from '#feedback/answer.ts'
import { holdsOf } from '#feedback/house-rules.ts'
import type { Prompt, StatementVote } from '#feedback/prompt.ts'
import { type AnswerError, fieldName, type ReadAnswer, readAnswer } from '#feedback/read-answer.ts'
import type { Found } from '#feedback/redaction.ts'
import { OWN } from '#feedback/statement-id.ts'
import { optionOf } from '#feedback/tally.ts'
import type { FactValue, Language, StepKey } from '#src/journey/definition.ts'
import type { Moderation } from '#src/trial/trial.ts'
import type { Go } from './answer-step.ts'
import type { WalkDeps } from './deps.ts'
import type { Here } from './here.ts'
import type { Fields } from './read-told.ts'
import type { Contribution, Exposure, Told } from './walk.ts'
import { isOwnReason, isReasonEmptied, weighedBy, weighingContributions } from './weigh-said.ts'
import type { Weighed } from './weighing-store.ts'

export type Said = {
  readonly contributions: readonly Contribution[]
  readonly weighed: readonly Weighed[]
  readonly exposures: readonly Exposure[]
  /** texts that stood there and were emptied now */
  readonly emptied: readonly Contribution[]
  readonly redacted: readonly Found[]
  readonly errors: readonly { readonly field: string; readonly error: AnswerError }[]
  /** the statement added here is served before a person has read it */
  readonly servesUnread: boolean
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
  /** who reads an added statement before others do; undefined: it cannot be added now */
  readonly adding: Moderation | undefined
}

/** What a step's form says: contributions to store, prompts passed over, and what is wrong with a text. */
export function saidAt(deps: Pick<WalkDeps, 'now' | 'newId'>, form: Form): Said {
  const read = form.prompts.map((prompt) => ({ prompt, result: adds(readAnswer(prompt, form.fields), prompt, form) }))
  const answers = read.flatMap(({ prompt, result }) =>
    result.ok && result.answer
      ? [{ prompt, answer: result.answer, isHeld: isHeld(result.answer, result.redacted) }]
      : [],
  )
  const contributions = answers.flatMap((one) => contributionsFrom(deps, form, one)).filter(isNews(form.earlier))
  return {
    contributions,
    weighed: answers.flatMap(({ prompt, answer }) =>
      answer.kind === 'weighing'
        ? [weighedBy({ version: form.here.walk.version, step: form.step, prompt: prompt.id }, answer)]
        : [],
    ),
    exposures: exposuresFrom(form, new Set(answers.map(({ prompt }) => prompt.id))),
    emptied: form.earlier.filter((contribution) => isEmptied(contribution, form)),
    redacted: read.flatMap(({ result }) => (result.ok ? result.redacted : [])),
    errors: read.flatMap(({ result }) => (result.ok ? [] : result.errors)),
    servesUnread: form.adding === 'post' && !isSimulated(form) && answers.every(({ isHeld }) => !isHeld),
  }
}

/** What a person should read first is served to nobody before, whatever the trial lets pass. */
function isHeld(answer: Answer, redacted: readonly Found[]): boolean {
  const texts = ['text' in answer ? answer.text : undefined, 'own' in answer ? answer.own : undefined]
  return redacted.length > 0 || texts.some((text) => text !== undefined && holdsOf(text).length > 0)
}

/** The window for adding may have closed since the page was made: what was written stays in the form, and the page says why. */
function adds(result: ReadAnswer, prompt: Prompt, { adding, earlier }: Form): ReadAnswer {
  const own = result.ok && result.answer?.kind === 'statement' ? result.answer.own : undefined
  const isNew = own !== undefined && !earlier.some((before) => before.prompt === OWN && before.text === own)
  if (!isNew || adding !== undefined) return result
  return { ok: false, errors: [{ field: fieldName(prompt.id, 'own'), error: 'adding-closed' }] }
}

function isSimulated({ here }: Form): boolean {
  return here.walk.mode === 'simulated'
}

function contributionsFrom(
  deps: Pick<WalkDeps, 'now' | 'newId'>,
  form: Form,
  { prompt, answer, isHeld }: { prompt: Prompt; answer: Answer; isHeld: boolean },
): readonly Contribution[] {
  const base = { ...common(deps, form), kind: prompt.kind, prompt: prompt.id, share: shareOf(prompt) }
  if (answer.kind === 'weighing') return weighingContributions(deps.newId, base, answer, form.earlier)
  if (answer.kind === 'statement') return statementContributions(deps, form, { base, answer, isHeld })
  const text = answer.text === '' ? undefined : answer.text
  return [{ ...base, id: deps.newId(), option: optionOf(answer), text, state: text ? 'pending' : 'none' }]
}

type Base = Omit<Contribution, 'id' | 'option' | 'text' | 'state'>

function statementContributions(
  deps: Pick<WalkDeps, 'newId'>,
  form: Form,
  { base, answer, isHeld }: { base: Base; answer: Extract<Answer, { kind: 'statement' }>; isHeld: boolean },
): readonly Contribution[] {
  const { vote, own, ownLanguage = base.language } = answer
  const state = form.adding === 'none' && !isHeld && !isSimulated(form) ? 'visible' : 'pending'
  return [
    ...(vote || answer.text ? [voted(deps, form, base, answer)] : []),
    ...(own
      ? [
          {
            ...base,
            id: deps.newId(),
            prompt: OWN,
            option: undefined,
            text: own,
            language: ownLanguage,
            state,
          } as const,
        ]
      : []),
  ]
}

/** A form that asks neither why nor how much it matters leaves what was said of that before. */
function voted(
  { newId }: Pick<WalkDeps, 'newId'>,
  { fields, earlier }: Form,
  base: Base,
  { vote, text, important }: Extract<Answer, { kind: 'statement' }>,
): Contribution {
  const before = earlier.find(({ prompt, version }) => prompt === base.prompt && version === base.version)
  const why = fieldName(base.prompt, 'text') in fields ? text : before?.text
  const matters = fieldName(base.prompt, 'asks') in fields ? important : before?.important
  return {
    ...{ ...base, id: newId(), option: vote ?? before?.option, text: why, state: why ? 'pending' : 'none' },
    ...(matters && { important: matters }),
  }
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
  if (prompt.kind === 'data-sharing' || prompt.kind === 'weighing') return prompt.share
  return prompt.kind === 'statement' ? (prompt as StatementVote).about : undefined
}

/** The same thing said again is not news: it keeps its first time and its approval. */
function isNews(earlier: readonly Contribution[]) {
  return (now: Contribution) => !earlier.some((before) => isSamePlace(before, now) && isSame(before, now))
}

/** What was said of another version is another thing, in whatever words. */
function isSamePlace(before: Contribution, now: Contribution): boolean {
  return before.prompt === now.prompt && before.version === now.version
}

function isSame(before: Contribution, { option, text, important }: Contribution): boolean {
  return before.option === option && before.text === text && before.important === important
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
  if (isOwnReason(contribution)) return isReasonEmptied(contribution, fields)
  const isSuggestion = contribution.kind === 'suggested-edit'
  if (contribution.text === undefined || (contribution.option !== undefined && !isSuggestion)) return false
  const names = textFieldsOf(contribution, fields)
  const texts = names.flatMap((name) => (name in fields ? [fields[name]?.trim()] : []))
  return texts.length > 0 && texts.every((text) => text === '')
}

function textFieldsOf({ kind, prompt }: Contribution, fields: Fields): readonly string[] {
  if (prompt === OWN) return Object.keys(fields).filter(isOwnField)
  if (kind === 'suggested-edit') return [fieldName(prompt, 'words'), fieldName(prompt, 'why')]
  return [fieldName(prompt, 'text')]
}

/** The page asks for own words at one statement only, and which one that is may have changed since they were written. */
function isOwnField(name: string): boolean {
  return name.endsWith('.own')
}
