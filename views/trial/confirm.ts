import type { Words } from '#src/journey/definition.ts'
import type { Trial } from '#src/trial/trial.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { warningText } from '../components/warning-text.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'

export type Confirming = {
  readonly trial: Trial
  readonly title: Words
  /** what cannot be taken back once it is done */
  readonly what: 'answer' | 'close' | 'erase'
  /** the revision that was seen */
  readonly rev: number
}

/** Asks once more before what cannot be undone, and says what it means. */
export function confirmTrialPage(reader: StaffReader, { trial, title, what, rev }: Confirming): Html {
  const { language, words } = reader
  const text = words.trialPlan.confirm
  const back = `/${language}/studio/trials/${trial.id}`
  const action = what === 'erase' ? `${back}/contacts/erase` : `${back}/stage`
  const event = html`<input type="hidden" name="rev" value="${rev}"><input type="hidden" name="event" value="${what}">`
  return staffPage(reader, {
    title: text[what].title,
    page: 'studio-trial-confirm',
    here: 'trials',
    data: { journey: trial.journey, stage: trial.stage },
    back: backLink({ href: back, text: words.site.back }),
    body: html`<span class="govuk-caption-l">${saidIn(language, title)}</span>
<h1 class="govuk-heading-l">${text[what].title}</h1>
<p class="govuk-body">${text[what].means}</p>
${warningText({ text: text.forGood, iconFallbackText: words.site.important })}
<form method="post" action="${action}" data-form="${what === 'erase' ? 'erase-contacts' : 'move-trial'}"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="sure" value="yes">${what !== 'erase' && event}
${button({ text: text[what].button })}</form>
<p class="govuk-body"><a class="govuk-link" href="${back}">${text.leave}<span class="govuk-visually-hidden">: ${plainIn(language, title)}</span></a></p>`,
  })
}
