import type { Prompt, Weighing } from '#feedback/prompt.ts'
import { SIDES } from '#feedback/weighing/reasons.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type Html, html } from '../html.ts'
import { reasonText } from '../prompts/weighing.ts'
import type { Reader } from './frame.ts'
import { stanceWords } from './stance-words.ts'

/** What a walker is told of their own reason at a proposition: which side they gave it. */
export function ownReasonTitle({ words }: Reader, { option }: Pick<Contribution, 'option'>): string {
  const text = words.weighing
  const side = SIDES.find((one) => one === option)
  return side ? `${text.mine.own}: ${text.side[side]}` : text.mine.own
}

/** What belongs to a walker's stance: the version it was given in, how it has changed, importance and their list. */
export function weighedMine(reader: Reader, prompt: Prompt | undefined, { version }: Contribution, at: string): Html {
  if (prompt?.kind !== 'weighing') return html``
  const text = reader.words.weighing
  const { importance, history = [], gone = 0 } = prompt
  const before = history.slice(0, -1).map((stance) => stanceWords(reader, stance))
  const level = ([1, 2, 3] as const).find((one) => one === importance)
  return html`<p class="govuk-body">${text.mine.version(version)}${level && html` ${text.mine.importance(text.importances[level])}.`}${before.length > 0 && html` ${text.mine.earlier(before.join('; '))}`}</p>
${list(reader, prompt)}${gone > 0 && html`<p class="govuk-body">${text.mine.gone(gone)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${at}/reasons">${text.mine.change}</a></p>`
}

function list(reader: Reader, { taken = [], reasons }: Weighing): Html | undefined {
  const own = taken.flatMap((id) => reasons.find((reason) => reason.id === id) ?? [])
  if (own.length === 0) return undefined
  return html`<p class="govuk-body">${reader.words.weighing.mine.list}</p><ul class="govuk-list govuk-list--bullet">${own.map((reason) => html`<li>${reasonText(reader, reason)}</li>`)}</ul>`
}
