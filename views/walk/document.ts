import { shortDate } from '#src/i18n/dates.ts'
import type { Line, Origin, Paper } from '#src/walk/documents.ts'
import type { Here } from '#src/walk/here.ts'
import { type Html, html } from '../html.ts'
import { plainIn } from '../said-in.ts'
import type { Reader } from './frame.ts'
import { listed, namesIn } from './names.ts'
import type { AskedFields } from './question.ts'

/** Wider values stand on two lines, so that all of them shows on a small screen too. */
const ONE_ROW = 28

/**
 * The document a step works on, filled in from what earlier steps produced: each line with where it came from, to be
 * corrected in its place and signed. All of it may be left as it is. What is not the walker's own is simulated and says so.
 */
export function documentOf(
  reader: Reader,
  here: Here,
  paper: Paper | undefined,
  filled: AskedFields,
): Html | undefined {
  if (!paper || paper.lines.length === 0) return undefined
  const words = reader.words.paper
  const names = namesIn(reader, here.journey.definition)
  return html`<section class="polku-paper" aria-labelledby="document"><h2 class="govuk-heading-m" id="document">${names.document(paper.document)}</h2>
<p class="govuk-body">${words.lead} ${words.example}</p><input type="hidden" name="paper" value="${paper.document}">
${paper.lines.map((line) => lineField(reader, here, line, filled))}${paper.signature && signatureField(reader, paper.signature.name, filled)}</section>`
}

/** The label holds the source, so that it is heard at the field, and the field: a deed has many lines, and the page stays light. */
function lineField(reader: Reader, here: Here, line: Line, { values, errors }: AskedFields): Html {
  const { name } = line
  const value = values[name] ?? line.correction ?? given(reader, line)
  const error = errors[name]
  return html`<label><b>${namesIn(reader, here.journey.definition).data(line.item)}</b>
<span>${sourceOf(reader, here, line)}</span>${error !== undefined && html`<span class="govuk-error-message">${error}</span>`}<textarea name="${name}"${value.length <= ONE_ROW && html` rows="1"`}${error !== undefined && html` id="${name}" aria-invalid="true"`}>
${value}</textarea></label>
`
}

function given({ language }: Reader, { given: value }: Line): string {
  return typeof value === 'string' ? value : plainIn(language, value)
}

/** Who gave it, on what basis and when; of a line that was corrected also what had been given. */
function sourceOf(reader: Reader, here: Here, line: Line): Html {
  const words = reader.words.paper
  const source = originWords(reader, here, line.origin)
  if (line.correction === undefined) return source
  const before = given(reader, line)
  return html`<strong>${words.corrected}</strong>${before !== '' && html` ${words.before}: ${before}.`} ${source}`
}

function originWords(reader: Reader, here: Here, origin: Origin): Html {
  const words = reader.words.paper
  const { definition } = here.journey
  const party = (id: string) => partyWords(reader, here, id)
  switch (origin.kind) {
    case 'own':
      return html`${words.own}`
    case 'refused':
      return html`${words.refused(party(origin.share.from))}`
    case 'awaited':
      return html`${words.awaited(origin.by.map(party).join(', '))}`
    case 'given': {
      const { document, by, share, on, lacks } = origin
      const basis = share ? words.basis[share.basis] : words.ownRegister
      const parts = [
        namesIn(reader, definition).document(document),
        ...(by.includes('self') ? [] : [basis]),
        ...(on ? [shortDate(reader.language, on)] : []),
      ]
      return html`${words.from}: ${by.map(party).join(', ')} (${listed(parts)}).${lacks.map(({ from }) => ` ${words.lacks(party(from))}`)}`
    }
  }
}

function partyWords({ language, words }: Reader, { journey }: Here, id: string): string {
  return id === 'self' ? words.walk.step.self : plainIn(language, journey.definition.providers[id]?.name)
}

function signatureField({ words }: Reader, name: string, { values }: AskedFields): Html {
  return html`<p><label><input type="checkbox" name="${name}" value="yes"${values[name] === 'yes' && html` checked`}><b>${words.paper.sign}</b> <span>${words.paper.signHint}</span></label></p>`
}
