import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { Trial } from '#src/trial/trial.ts'
import { backLink } from '../components/back-link.ts'
import { details } from '../components/details.ts'
import { insetText } from '../components/inset-text.ts'
import { type SummaryRow, summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { type Asking, opennessWords } from './line.ts'
import { onDay } from './on-day.ts'

export type TrialPage = {
  readonly published: Published
  readonly asking: Asking | undefined
  /** the code of the channel somebody came by: it must not be lost while they read this */
  readonly via: string | undefined
}

/** Who asks, who answers, by when, what can change: all of it to everyone, before anything is asked of them. */
export function trialPage(reader: Reader, { published, asking, via }: TrialPage): Html {
  const { language, words } = reader
  const text = words.trial.page
  const { definition, journey } = published.version
  const back = `/${language}/journeys/${journey}${via ? `?via=${via}` : ''}`
  return page({
    ...readerHere(reader, definition),
    title: text.title,
    page: 'trial',
    data: { journey, stage: asking?.trial.stage },
    isTrial: true,
    quickExit: definition.quick_exit,
    back: backLink({ href: back, text: text.walk }),
    body: html`<span class="govuk-caption-l">${saidIn(language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
${asking ? told(reader, published, asking) : html`<p class="govuk-body-l">${text.none}</p>`}`,
  })
}

function told(reader: Reader, published: Published, { trial, takesWords }: Asking): Html {
  const { language, words } = reader
  const text = words.trial.page
  const { plan } = trial
  const address = `/${language}/journeys/${trial.journey}`
  return html`${trial.isExample && insetText({ text: words.trial.example, attributes: { 'data-example': '' } })}
<p class="govuk-body-l">${saidIn(language, plan.mandate)}</p>
<p class="govuk-body">${text.stage[trial.stage]}</p>
${!takesWords && html`<p class="govuk-body" data-late>${words.trial.line.late}</p>`}
${summaryList({ rows: rowsOf(reader, published, trial) })}
<h2 class="govuk-heading-m" id="change">${text.change}</h2>
<p class="govuk-body">${text.changeLead}</p>
${[...published.journey.tracks.keys()].map((track) => strand(reader, published, trial, track))}
<p class="govuk-body">${text.whoWalks}</p>
<ul class="govuk-list"><li><a class="govuk-link" href="${address}/answers">${words.response.all}</a></li>
<li><a class="govuk-link" href="${address}/results">${words.results.link}</a></li>
<li><a class="govuk-link" href="${address}/follow">${text.follow}</a></li>
<li><a class="govuk-link" href="${address}/invite">${text.invite}</a></li></ul>`
}

function rowsOf(reader: Reader, published: Published, { plan }: Trial): readonly SummaryRow[] {
  const text = reader.words.trial.page
  const rows: readonly (SummaryRow | undefined)[] = [
    plan.owner && { key: text.asks, value: html`${plan.owner.name}, ${plan.owner.body}` },
    plan.owner && {
      key: text.answers,
      value: html`${text.answersText(plan.owner.body)}${providers(reader, published)}`,
    },
    plan.opensOn !== undefined && plan.closesOn !== undefined
      ? {
          key: text.open,
          value: html`${onDay(reader.language, plan.opensOn)}${text.until}${onDay(reader.language, plan.closesOn)}`,
        }
      : undefined,
    plan.answersDueOn === undefined ? undefined : { key: text.due, value: onDay(reader.language, plan.answersDueOn) },
    { key: text.languages, value: languagesOf(reader, plan) },
    statementsRow(reader, plan),
    {
      key: text.readers,
      value: html`${plan.rota.map(({ name, hours }) => html`${name}: ${hours}<br>`)}${text.readersNote}`,
    },
  ]
  return rows.filter((row) => row !== undefined)
}

/** How statements are read, and why where it is not beforehand; until when they can be added. */
function statementsRow({ language, words }: Reader, plan: Trial['plan']): SummaryRow {
  const text = words.statements
  const { moderation = 'pre', moderationWhy, addingEndsOn } = plan
  return {
    key: text.plan.title,
    value: html`${text.moderation[moderation]}${moderation !== 'pre' && moderationWhy && html`<br>${saidIn(language, moderationWhy)}`}${addingEndsOn !== undefined && html`<br>${text.plan.addingEndsOn}: ${onDay(language, addingEndsOn)}`}`,
  }
}

function providers(reader: Reader, { version: { definition } }: Published): Html {
  const names = Object.values(definition.providers).map(({ name }) => html`<li>${saidIn(reader.language, name)}</li>`)
  return details({
    summaryText: reader.words.trial.page.providers,
    text: html`<ul class="govuk-list govuk-list--bullet">${names}</ul>`,
  })
}

/** A pilot in one language is fine, and says so. */
export function languagesOf({ words }: Reader, { languages }: Pick<Trial['plan'], 'languages'>): string {
  const text = words.trial.page
  const [only, ...more] = languages
  if (only !== undefined && more.length === 0) return text.oneLanguage(text.languageNames[only])
  return languages.map((language) => text.languageNames[language]).join(', ')
}

function strand(reader: Reader, { version, journey }: Published, trial: Trial, track: string): Html | false {
  const steps = (journey.tracks.get(track) ?? []).filter(({ step }) => step.kind !== 'question')
  const item = ({ key, step }: { key: StepKey; step: { title: Parameters<typeof saidIn>[1] } }) => {
    const said = trial.plan.openness[key]
    const words = said ? opennessWords(reader, trial, said) : reader.words.trial.openness.unsaid.toLowerCase()
    return html`<li data-step="${key}" data-openness="${said?.level ?? ''}">${saidIn(reader.language, step.title)}: ${words}</li>`
  }
  return (
    steps.length > 0 &&
    details({
      summaryText: plainIn(reader.language, version.definition.tracks[track]?.title),
      text: html`<ul class="govuk-list govuk-list--spaced">${steps.map(item)}</ul>`,
    })
  )
}
