import type { Definition } from '#src/journey/definition.ts'
import type { Standing } from '#src/review/confirmations.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { bodyName } from '../response/names.ts'
import type { Reader } from '../walk/frame.ts'

/** What a step's providers have said of how it is told: confirmed or not, and on what condition. Nothing where no provider has a part. */
export function standingLines(
  reader: Reader,
  definition: Definition,
  standings: readonly Standing[],
): Html | undefined {
  if (standings.length === 0) return undefined
  if (standings.every(({ confirmation }) => confirmation === undefined))
    return hint(reader.words.walk.step.notConfirmed)
  return html`${standings.map((one) => standingLine(reader, definition, one))}`
}

function standingLine(reader: Reader, definition: Definition, { provider, confirmation, holds }: Standing): Html {
  const { language, words } = reader
  const text = words.provider.standing
  const name = bodyName(reader, definition, provider)
  if (!confirmation) return hint(`${text.notConfirmed(name)}.`)
  const { verdict, version, on, condition } = confirmation
  const confirmed = holds ? text.confirmedOn(name) : text.confirmedForVersion(name, version)
  const said = verdict === 'confirmed' ? confirmed : text.correctedOn(name)
  const doubt = verdict === 'corrected' ? words.walk.step.notConfirmed : text.changedSince
  const isConfirmed = verdict === 'confirmed' && holds
  return html`${hint(html`${said} ${dated(language, on)}.${!isConfirmed && ` ${doubt}`}`, isConfirmed ? 'confirmed' : 'not-confirmed')}${condition && html`<br><span>${text.onCondition(name)} ${condition}</span>`}`
}

function hint(content: Html | string, standing = 'not-confirmed'): Html {
  return html`<br><span class="govuk-hint" data-standing="${standing}">${content}</span>`
}
