import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { Trial } from '#src/trial/trial.ts'
import { backLink } from '../components/back-link.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { onDay } from './on-day.ts'
import { qrCode } from './qr-code.ts'

export type InvitePage = {
  readonly definition: Definition
  readonly trial: Trial
  /** in full, as it stands on paper */
  readonly address: string
  readonly channel: string | undefined
  readonly wordsOf: (language: Language) => Messages
}

/** A sheet to print or to read aloud: the same in each of the trial's languages, the address once. */
export function invitePage(reader: Reader, { definition, trial, address, channel, wordsOf }: InvitePage): Html {
  const text = reader.words.trial.invite
  return page({
    ...readerHere(reader, definition),
    title: text.title,
    page: 'invite',
    data: { journey: trial.journey },
    back: backLink({ href: `/${reader.language}/journeys/${trial.journey}/trial`, text: reader.words.site.back }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
${channel !== undefined && html`<p class="govuk-body"><strong>${text.channel(channel)}</strong></p><p class="govuk-body">${text.channelNote}</p>`}
<p class="govuk-body">${text.lead}</p>
<p class="govuk-body-l">${text.address}: <strong class="polku-address">${address}</strong></p>
<p>${qrCode({ address, label: text.code })}</p>
${trial.isExample && html`<p class="govuk-body">${reader.words.trial.example}</p>`}
${trial.plan.languages.map((language) => invitation({ language, words: wordsOf(language), definition, trial }))}`,
  })
}

type Invitation = {
  readonly language: Language
  readonly words: Messages
  readonly definition: Definition
  readonly trial: Trial
}

function invitation({ language, words, definition, trial: { plan } }: Invitation): Html {
  const text = words.trial.invite
  const names = plan.languages.map((one) => words.trial.page.languageNames[one]).join(', ')
  return html`<section lang="${language}"><h2 class="govuk-heading-m">${text.heading(plainIn(language, definition.title))}</h2>
<p class="govuk-body">${text.text}</p>
${plan.mandate[language] && html`<p class="govuk-body">${plan.mandate[language]}</p>`}
<p class="govuk-body">${plan.closesOn && html`${text.until} ${onDay(language, plan.closesOn)}. `}${plan.answersDueOn && html`${text.due} ${onDay(language, plan.answersDueOn)}. `}${text.languages(names)}.</p></section>`
}
