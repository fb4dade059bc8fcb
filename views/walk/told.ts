import { longDate } from '#src/i18n/dates.ts'
import type { FactValue, Share } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import type { Asked } from '#src/walk/read-told.ts'
import type { SummaryRow } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, stepUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { toldByProvider } from './told-by.ts'

type Worded = Pick<Reader, 'language' | 'words'>

/** What was asked and told, in order, with a link that changes it and comes back. */
export function toldRows(
  reader: Reader,
  here: Here,
  asked: readonly Asked[],
  returnTo: 'check' | undefined,
): SummaryRow[] {
  return asked.map(({ step, name }) => rowOf(reader, here, step, name, returnTo))
}

function rowOf(reader: Reader, here: Here, key: string, name: string, returnTo: 'check' | undefined): SummaryRow {
  const text = reader.words.walk.check
  return {
    key: questionOf(reader, here, name),
    value: answerTo(reader, here, name) ?? text.none,
    actions: returnTo
      ? [
          {
            href: `${stepUrl(reader, here.walk.id, key)}?return=${returnTo}`,
            text: text.change,
            visuallyHiddenText: plainQuestion(reader, here, name),
          },
        ]
      : undefined,
  }
}

/** What is known: what a provider told last, with its source, else what the walker told. */
function answerTo(reader: Reader, here: Here, name: string): Html | string | undefined {
  const set = toldByProvider(reader, here, name)
  if (set)
    return html`${valueText(reader, here, name, set.value)} <span class="govuk-hint">${reader.words.reply.source(set.who)}</span>`
  return name in here.told ? valueText(reader, here, name, here.told[name] ?? null) : undefined
}

export function questionOf(reader: Reader, here: Pick<Here, 'journey'>, name: string): Html | string {
  const fact = here.journey.definition.facts[name]
  return fact ? saidIn(reader.language, fact.ask) : shareText(reader, here, name)
}

/** A question that is asked, as bare text. */
export function plainQuestion(reader: Worded, here: Pick<Here, 'journey'>, name: string): string {
  const fact = here.journey.definition.facts[name]
  return fact ? plainIn(reader.language, fact.ask) : plainShare(reader, here, name)
}

/** The step that may be done with a mandate, by the name a walk keeps it under. */
function mandateNamed({ places }: Here['journey'], name: string) {
  const [step] = [...places.values()].flatMap(({ step }) =>
    step.kind === 'mandate' && `mandate-${step.id}` === name ? [step] : [],
  )
  return step
}

function shareText(reader: Reader, { journey }: Pick<Here, 'journey'>, name: string): Html | string {
  const mandate = mandateNamed(journey, name)
  if (mandate) return html`${reader.words.reply.mandate.ask} ${saidIn(reader.language, mandate.title)}`
  const share = shareNamed(journey, name)
  if (share?.ask) return saidIn(reader.language, share.ask)
  const names = namesIn(reader, journey.definition)
  return html`${reader.words.walk.step.share} ${share && html`${listed(share.data.map(names.data))}: ${names.party(share.from)} → ${names.party(share.to)}`}`
}

/** The same as bare text: links that change different consents are not called the same. */
function plainShare({ language, words }: Worded, { journey }: Pick<Here, 'journey'>, name: string): string {
  const mandate = mandateNamed(journey, name)
  if (mandate) return `${words.reply.mandate.ask} ${plainIn(language, mandate.title)}`
  const share = shareNamed(journey, name)
  if (!share?.ask) {
    const { data = {}, providers } = journey.definition
    const party = (id: string) => (id === 'self' ? words.walk.step.self : plainIn(language, providers[id]?.name))
    const details = share?.data.map((id) => plainIn(language, data[id]?.name)).join(', ')
    return `${words.walk.step.share} ${share ? `${details}, ${party(share.from)} → ${party(share.to)}` : ''}`.trim()
  }
  return plainIn(language, share.ask)
}

function shareNamed({ places }: Here['journey'], name: string): Share | undefined {
  const shares = [...places.values()].flatMap(({ step }) => step.shares ?? [])
  return shares.find(({ id }) => `share-${id}` === name)
}

/** A told value in the reader's language. */
export function valueText(
  reader: Reader,
  { journey }: Pick<Here, 'journey'>,
  name: string,
  value: FactValue,
): Html | string {
  const { step } = reader.words.walk
  if (value === null) return reader.words.walk.check.unknown
  if (name.startsWith('share-')) return value === 'yes' ? step.yes : step.no
  const mandate = mandateNamed(journey, name)
  if (mandate) return saidIn(reader.language, mandate.roles[String(value)]?.name) || reader.words.reply.mandate.self
  const fact = journey.definition.facts[name]
  if (fact?.type === 'choice') return saidIn(reader.language, fact.options[String(value)])
  if (fact?.type === 'date') return longDate(reader.language, String(value))
  if (typeof value === 'boolean') return value ? step.yes : step.no
  return String(value)
}
