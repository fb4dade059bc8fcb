import type { Missing } from '#src/trial/missing.ts'
import type { StaffReader } from '../account/frame.ts'
import { type Html, html } from '../html.ts'

const FIELDS = {
  owner: 'owner-name',
  'opens-on': 'opens-on',
  'closes-on': 'closes-on',
  'answers-due-on': 'answers-due-on',
  'order-of-dates': 'opens-on',
  rota: 'rota-name-1',
  languages: 'language-fi',
} as const

/** What a trial lacks, each with the way to where it is said. */
export function missingList(reader: StaffReader, missing: readonly Missing[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet" data-missing="${missing.length}">${missing.map((one) => html`<li><a class="govuk-link" href="#${fieldOf(one)}" data-part="${one.part}">${missingWords(reader, one)}</a></li>`)}</ul>`
}

export function missingWords({ words }: StaffReader, missing: Missing): string {
  const text = words.trialPlan.missing
  if (missing.part === 'mandate')
    return text.mandate(words.trial.page.languageNames[missing.language as 'fi' | 'sv' | 'en'])
  if (missing.part === 'openness' || missing.part === 'law') return text[missing.part](missing.steps.length)
  return text[missing.part]
}

export function fieldOf(missing: Missing): string {
  if (missing.part === 'mandate') return `mandate-${missing.language}`
  if (missing.part === 'openness' || missing.part === 'law') return `${missing.part}:${missing.steps[0] ?? ''}`
  return FIELDS[missing.part]
}
