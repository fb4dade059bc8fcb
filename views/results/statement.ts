import type { ResultStatement } from '#src/review/opinion-results.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'
import type { Steps } from './steps.ts'

/** A statement as it stands in every list: its number on the map, its words in their own language, and where it belongs. */
export function statementWords(reader: Reader, steps: Steps, statement: ResultStatement): Html {
  const text = reader.words.results
  const by = statement.origin === 'team' ? text.byTeam : text.byWalker
  return html`<strong>${statement.number}. ${saidIn(reader.language, statement.words)}</strong><br><span class="govuk-hint">${stepTitle(reader, steps, statement.step)} (${by})</span>`
}

export function stepTitle({ language, words }: Reader, steps: Steps, key: ResultStatement['step']): Html | string {
  const step = steps.get(key)
  if (step) return saidIn(language, step.title)
  return key === WHOLE ? words.results.wholeJourney : words.results.goneStep
}

const WHOLE = '-/journey'
