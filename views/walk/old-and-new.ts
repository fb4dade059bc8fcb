import { durationWords } from '#src/i18n/dates.ts'
import type { Part } from '#src/journey/compare.ts'
import type { Definition, Fact, Reply, Role, Share, Step } from '#src/journey/definition.ts'
import type { OldAndNew, StepIn } from '#src/review/changed-step.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import type { Reader } from './frame.ts'
import { listed, namesIn } from './names.ts'

type Line = Html | string
/** The condition of a step in the journey's own words; undefined where it has none. */
export type ConditionOf = (step: StepIn) => string | undefined

// How the designer names and arranges things is nothing a walker meets.
const DESIGNERS: ReadonlySet<Part> = new Set(['statements', 'prompts', 'variants', 'id', 'reference'])

/** Part by part what a step was and what it is, each under its name: read one after the other, it needs no colours. */
export function oldAndNew(reader: Reader, { before, after, parts }: OldAndNew, conditionOf: ConditionOf): Html {
  const text = reader.words.walk.changed
  const felt = parts.filter((part) => !DESIGNERS.has(part))
  return html`${felt.map(
    (part) =>
      html`<div data-changed-part="${part}"><h4 class="govuk-heading-s">${text.parts[part]}</h4>${summaryList({
        rows: [
          { key: text.before, value: lines(reader, before, part, conditionOf) },
          { key: text.now, value: after ? lines(reader, after, part, conditionOf) : text.none },
        ],
      })}</div>`,
  )}`
}

function lines(reader: Reader, side: StepIn, part: Part, conditionOf: ConditionOf): Line {
  const found = linesOf(reader, side, part, conditionOf)
  if (found.length === 0) return reader.words.walk.changed.none
  return html`${found.map((line, i) => html`${i > 0 && html`<br>`}${line}`)}`
}

function linesOf(reader: Reader, side: StepIn, part: Part, conditionOf: ConditionOf): readonly Line[] {
  const placed = placedIn(side)
  if (!placed) return []
  const { step, track, index } = placed
  const { definition } = side
  const { language, words } = reader
  const text = words.walk.changed
  const names = namesIn(reader, definition)
  const write: { readonly [P in Part]: () => readonly (Line | false | undefined)[] } = {
    title: () => [saidIn(language, step.title)],
    do: () => [step.do ? saidIn(language, step.do) : words.walk.step.nothingToDo],
    proposed: () => burden(reader, definition, step.proposed),
    today: () => burden(reader, definition, step.today),
    provider: () => [listed([step.provider ?? []].flat().map(names.party))],
    deadline: () => deadline(reader, step),
    waits: () => [step.waits && durationWords(language, step.waits.add)],
    when: () => [conditionOf(side) ?? text.everybody],
    needs: () => (step.needs ?? []).map((key) => titleOf(reader, { ...side, key })),
    asks: () => (step.kind === 'question' ? step.asks.flatMap((id) => asked(reader, definition.facts[id])) : []),
    decision: () => (step.kind === 'decision' ? asked(reader, definition.facts[step.sets]) : []),
    consents: () => (step.kind === 'consent' ? consented(reader, definition, step.consents) : []),
    shares: () => (step.shares ?? []).map((share) => moves(reader, definition, share)),
    documents: () => [...(step.uses ?? []), ...(step.produces ?? [])].map(names.document),
    roles: () => (step.kind === 'mandate' ? Object.values(step.roles).map((role) => mandated(reader, role)) : []),
    replies: () => ('replies' in step ? step.replies.map((reply) => replied(reader, reply)) : []),
    notes: () => (step.notes ?? []).map((note) => saidIn(language, note.text)),
    kind: () => [text.kinds[step.kind]],
    track: () => [saidIn(language, definition.tracks[track]?.title)],
    order: () => [text.nth(index + 1, plainIn(language, definition.tracks[track]?.title))],
    statements: () => (step.statements ?? []).map((statement) => saidIn(language, statement.text)),
    prompts: () => (step.prompts ?? []).map(({ id }) => id),
    variants: () => (step.variants ?? []).map(({ id }) => id),
    id: () => [step.id],
    reference: () => [step.ref],
  }
  return write[part]().filter((line): line is Line => line !== undefined && line !== false && line !== '')
}

/** A step of a definition with its place; undefined where it is not there. */
export function placedIn({ definition, key }: Pick<StepIn, 'definition' | 'key'>) {
  const [track = '', id] = key.split('/')
  const steps = definition.tracks[track]?.steps ?? []
  const index = steps.findIndex((step) => step.id === id)
  const step = steps[index]
  return step && { step, track, index }
}

export function titleOf({ language }: Pick<Reader, 'language'>, side: Pick<StepIn, 'definition' | 'key'>): Line {
  return saidIn(language, placedIn(side)?.step.title)
}

type Burden = NonNullable<Step['today']> | NonNullable<Step['proposed']>

function burden(reader: Reader, definition: Definition, side: Burden | undefined) {
  if (!side) return []
  const { language, words } = reader
  const text = words.walk.step
  const { data } = namesIn(reader, definition)
  return [
    'title' in side && side.title && html`${saidIn(language, side.title)}.`,
    saidIn(language, side.what),
    'feasibility' in side && text.feasibility[side.feasibility],
    'evidence' in side && side.evidence && html`${text.evidence}: ${saidIn(language, side.evidence)}`,
    'moves' in side && side.moves && html`${text.moves}: ${saidIn(language, side.moves)}`,
    side.contacts !== undefined && `${text.contacts}: ${side.contacts}`,
    side.asks_for && side.asks_for.length > 0 && html`${text.asksFor}: ${listed(side.asks_for.map(data))}`,
    side.wait && `${text.wait}: ${durationWords(language, side.wait.from)} – ${durationWords(language, side.wait.to)}`,
    side.fee && `${text.fee}: ${text.euros(side.fee.from, side.fee.to)}`,
  ]
}

function deadline({ language }: Reader, { deadline: due }: Step): readonly (Line | undefined)[] {
  return due ? [durationWords(language, due.add), due.rule && saidIn(language, due.rule), due.law] : []
}

function asked({ language }: Reader, fact: Fact | undefined): readonly Line[] {
  if (!fact) return []
  const options = fact.type === 'choice' ? Object.values(fact.options) : []
  return [saidIn(language, fact.ask), ...options.map((option) => html`– ${saidIn(language, option)}`)]
}

function consented(reader: Reader, definition: Definition, ids: readonly string[]): readonly Line[] {
  const all = Object.values(definition.tracks).flatMap(({ steps }) => steps.flatMap(({ shares = [] }) => shares))
  return all.filter(({ id }) => ids.includes(id)).map((share) => moves(reader, definition, share))
}

function moves(reader: Reader, definition: Definition, { data, from, to, basis, ask }: Share): Html {
  const text = reader.words.walk.step
  const names = namesIn(reader, definition)
  return html`${ask && html`${saidIn(reader.language, ask)} `}${listed(data.map(names.data))}. ${text.from}: ${names.party(from)}. ${text.to}: ${names.party(to)}. ${text.basis}: ${text.basisName[basis]}.`
}

function replied({ language }: Reader, reply: Reply): Html {
  return html`${saidIn(language, reply.text)} (${durationWords(language, reply.after)})`
}

function mandated({ language, words }: Reader, { name, basis }: Role): Html {
  return html`${saidIn(language, name)} (${words.reply.mandate.basis[basis]})`
}
