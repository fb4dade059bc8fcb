import { disclose, discloseRow } from '#feedback/disclosure.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { countOptions } from '#feedback/tally.ts'
import type { Place } from '#src/journey/compile.ts'
import type { FactValue, StepKey } from '#src/journey/definition.ts'
import { confirmedFeasibility, standingAt } from '#src/review/confirmations.ts'
import { answersAt, publicAnswers } from '#src/review/published.ts'
import { dayOf } from '#src/trial/day.ts'
import { takesStatements } from '#src/trial/takes-statements.ts'
import type { AnsweredStep, Go } from '#src/walk/answer-step.ts'
import { paperAt } from '#src/walk/documents.ts'
import type { Here } from '#src/walk/here.ts'
import { type OpenedStep, openStep } from '#src/walk/open-step.ts'
import { knownIn } from '#src/walk/progress.ts'
import { type Fields, namesOf } from '#src/walk/read-told.ts'
import type { Html } from '#views/html.ts'
import { goodToKnow } from '#views/walk/frame.ts'
import type { OthersSaid } from '#views/walk/others.ts'
import { type Replied, type StepPage, stepPage } from '#views/walk/step.ts'
import { errorText } from './answer-errors.ts'
import { asTold } from './asking.ts'
import { changedHere } from './changes.ts'
import type { Context, Deps } from './context.ts'
import { outsideOf } from './outside.ts'
import { readerOf } from './reader.ts'
import { personAt } from './replies.ts'
import { saidFields } from './said-fields.ts'
import { stampOf } from './stamp.ts'
import { stepNotice } from './step-notice.ts'
import { weighingFields } from './weighing-fields.ts'

/** A step's page from what is stored. */
export async function stepView(c: Context, deps: Deps, opened: OpenedStep): Promise<Html> {
  const values = storedValues(opened)
  return stepPage(readerOf(c, deps), {
    ...(await base(c, deps, opened, values)),
    values: { ...prefilled(opened), ...values },
    errors: {},
    notice: await stepNotice(c, deps, opened.here),
  })
}

/** The same page with everything as it was typed and what needs another look. */
export async function brokenStepView(
  c: Context,
  deps: Deps,
  {
    walk,
    step,
    participant,
    fields,
    outcome,
  }: {
    walk: string
    step: StepKey
    participant: string | undefined
    fields: Fields
    outcome: Extract<AnsweredStep, { ok: false; step: unknown }>
  },
): Promise<Html> {
  const opened = await openedStep(deps, walk, step, participant)
  const reader = readerOf(c, deps)
  const errors = [...outcome.errors, ...outcome.promptErrors].map(
    ({ field, error }) => [field, errorText(reader, opened.here, { field, error, fields })] as const,
  )
  return stepPage(reader, {
    ...(await base(c, deps, opened, storedValues(opened))),
    values: fields,
    errors: Object.fromEntries(errors),
    notice: undefined,
  })
}

/** The step was answered otherwise in another window since this form was made: nothing is stored before the walker has seen that. */
export async function otherTabView(
  c: Context,
  deps: Deps,
  {
    walk,
    step,
    participant,
    fields,
    go,
  }: { walk: string; step: StepKey; participant: string | undefined; fields: Fields; go: Go },
): Promise<Html | undefined> {
  if (!fields.stamp || go === 'aside') return undefined
  const opened = await openStep(deps, { walk, step, participant })
  if ('notOpen' in opened) return undefined
  const stored = storedValues(opened)
  const isSame = Object.entries(stored).every(([name, value]) => fields[name] === value)
  if (isSame || stampOf(stored) === fields.stamp || isRepeated(fields, stored)) return undefined
  const reader = readerOf(c, deps)
  return stepPage(reader, {
    ...(await base(c, deps, opened, stored)),
    values: fields,
    errors: {},
    notice: goodToKnow(reader, reader.words.walk.step.otherTab),
  })
}

/** The same form sent twice says nothing that is not stored already. */
function isRepeated(fields: Fields, stored: Readonly<Record<string, string>>): boolean {
  return Object.keys(stored).every((name) => !(name in fields) || fields[name]?.trim() === stored[name])
}

async function openedStep(
  deps: Deps,
  walk: string,
  step: StepKey,
  participant: string | undefined,
): Promise<OpenedStep> {
  const opened = await openStep(deps, { walk, step, participant })
  if ('notOpen' in opened) throw new Error(`${step} closed while its form was read`)
  return opened
}

async function base(
  c: Context,
  deps: Deps,
  opened: OpenedStep,
  stored: Readonly<Record<string, string>>,
): Promise<Omit<StepPage, 'values' | 'errors' | 'notice'>> {
  const { here, step, prompts, exposures, said } = opened
  const answered = new Set(said.map(({ prompt }) => prompt))
  return {
    here,
    step,
    paper: paperAt(here, step.place),
    prompts,
    offered: exposures.find(({ offered, skipped, prompt }) => offered && !skipped && !answered.has(prompt))?.prompt,
    key: deps.newId(),
    addsStatements: takesStatements(opened.trial, dayOf(deps.now())),
    stamp: stampOf(stored),
    returnTo: c.req.query('return') === 'check' ? 'check' : undefined,
    others: othersSaid(opened, `/${c.get('language')}/walks/${here.walk.id}/steps/${step.place.key}/reasons`),
    replied: await repliedAt(deps, opened),
    asking: opened.trial && asTold(c, deps, opened.trial),
    changed: await changedHere(c, deps, here, step.place.key),
    outside: outsideOf(deps, step.place.step),
    playing: { key: deps.newId(), person: personAt(opened) },
  }
}

async function repliedAt(deps: Deps, { here, step }: OpenedStep): Promise<Replied> {
  const { place } = step
  const standings = await standingAt(deps, here, place.key)
  const answers = answersAt(await publicAnswers(deps, here.walk.journey), place.key, place.step)
  return { standings, feasibility: confirmedFeasibility(place.step, standings), answers }
}

/** Form fields as they are stored: what was told, and what was said at this step. */
function storedValues({ here, step, prompts, said }: OpenedStep): Record<string, string> {
  const known = knownIn(here.told, here.walk.progress.record)
  const told = namesOf(step.place.step).flatMap((name) =>
    name in known ? fieldsOf(here, name, known[name] ?? null) : [],
  )
  return Object.fromEntries([
    ...told,
    ...onPaper(here, step.place),
    ...said.flatMap((one) => saidFields(one, prompts)),
    ...weighingFields(prompts),
  ])
}

/** What the walker wrote and signed on the step's document. */
function onPaper(here: Here, place: Place): [string, string][] {
  const paper = paperAt(here, place)
  if (!paper) return []
  const written = paper.lines.flatMap(({ name, correction }): [string, string][] =>
    correction === undefined ? [] : [[name, correction]],
  )
  return paper.signature?.isGiven ? [...written, [paper.signature.name, 'yes']] : written
}

/** An example person's answers stand in every form until the walker gives others. */
export function prefilled({ here, step }: Pick<OpenedStep, 'here' | 'step'>): Record<string, string> {
  const facts = here.version.personas.find(({ id }) => id === here.walk.persona)?.facts
  if (!facts) return {}
  return Object.fromEntries(
    namesOf(step.place.step).flatMap((name) => (name in facts ? fieldsOf(here, name, facts[name] ?? null) : [])),
  )
}

function fieldsOf({ journey }: Here, name: string, value: FactValue): [string, string][] {
  if (value === null) return [[name, 'unknown']]
  if (journey.definition.facts[name]?.type !== 'date') return [[name, String(value)]]
  const [year = '', month = '', day = ''] = String(value).split('-')
  return [
    [`${name}-day`, String(Number(day))],
    [`${name}-month`, String(Number(month))],
    [`${name}-year`, year],
  ]
}

/** What others said, each prompt with its n, through the one disclosure rule. */
function othersSaid({ others, said, prompts }: OpenedStep, reasons: string): OthersSaid | undefined {
  if (!others) return undefined
  const answered = prompts.filter(
    ({ id, kind }) =>
      kind !== 'open' &&
      kind !== 'suggested-edit' &&
      said.some(({ prompt, option }) => prompt === id && option !== undefined),
  )
  return {
    texts: others.texts.filter(({ kind }) => kind !== 'weighing' && kind !== 'suggested-edit'),
    reasons: said.some(({ kind }) => kind === 'weighing') ? reasons : undefined,
    prompts: answered.map((prompt) => {
      const counts = Object.fromEntries(
        others.options.filter((one) => one.prompt === prompt.id).map(({ option, n }) => [option, n]),
      )
      const n = Object.values(counts).reduce((total, one) => total + one, 0)
      return { prompt, n: disclose(n) ?? 0, options: disclosedOptions(prompt, counts, n) }
    }),
  }
}

/** The total stands beside the options: hiding one small cell alone would leave it to be worked out. */
function disclosedOptions(prompt: Prompt, counts: Readonly<Record<string, number>>, n: number) {
  if (disclose(n) === undefined) return undefined
  const options = countOptions(prompt, counts)
  const shown = discloseRow(options.map((one) => one.n))
  if (shown.every((cell) => cell === undefined || cell === 0)) return undefined
  return options.map(({ option }, i) => ({ option, n: shown[i] }))
}
