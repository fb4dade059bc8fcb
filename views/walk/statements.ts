import { fieldName } from '#feedback/read-answer.ts'
import { contributionIn, statementId } from '#feedback/statement-id.ts'
import type { Served, StatementsPage } from '#src/walk/statements.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { type Html, html } from '../html.ts'
import { type Filled, promptForm } from '../prompts/index.ts'
import { saidIn } from '../said-in.ts'
import { type AddForm, addStatementForm } from './add-statement.ts'
import { calmHelp } from './distress.ts'
import { flagLink } from './flag.ts'
import { formFields, goodToKnow, type Reader, walkPage, walkUrl } from './frame.ts'
import { namesIn } from './names.ts'
import { frameOf } from './overview.ts'
import { optionText } from './prompt-words.ts'

export type StatementsView = {
  readonly page: StatementsPage
  readonly filled: Filled
  readonly add: AddForm
  /** how many of a short round have been shown; undefined outside a round */
  readonly round: number | undefined
  readonly notice: Html | string | undefined
  readonly newKey: () => string
  /** some of the walker's own words tell of such distress that help is shown */
  readonly isInNeed: boolean
}

export function statementsPage(reader: Reader, view: StatementsView): Html {
  const { here, current } = view.page
  const text = reader.words.statements
  const errors = Object.entries({ ...view.filled.errors, ...view.add.errors })
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'statements',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    hasErrors: errors.length > 0,
    notice: view.notice === undefined ? undefined : goodToKnow(reader, view.notice),
    body: html`${errors.length > 0 && errorSummary({ titleText: reader.words.site.errorSummary, errorList: errors.map(([name, text]) => ({ text, href: `#${name}` })) })}
<h1 class="govuk-heading-l">${text.title}</h1>
${view.isInNeed && calmHelp(reader)}
<p class="govuk-body">${text.lead}</p>
${current ? voteForm(reader, view, current) : html`<p class="govuk-body-l">${nothingNow(reader, view)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, here.walk.outcomeAt === undefined ? '?all=1' : 'outcome').replace('/?', '?')}">${text.goOn}</a></p>
${ownStatements(reader, view)}
${votes(reader, view)}`,
  })
}

function nothingNow({ words }: Reader, { page, round }: StatementsView): string {
  const text = words.statements
  if (!page.takesVotes) return text.closed
  if (round !== undefined && page.votes.length > 0) return text.roundDone
  return page.votes.length > 0 ? text.none : text.noneYet
}

function voteForm(reader: Reader, view: StatementsView, { step, prompt, said }: Served): Html {
  const { here } = view.page
  const text = reader.words.statements
  const names = namesIn(reader, here.journey.definition)
  const context = { ...reader, filled: view.filled, nameOf: names, asksOwn: false, asksWhy: true }
  return html`<form method="post" action="${walkUrl(reader, here.walk.id, 'statements')}" data-form="contribution" novalidate>${formFields(reader, view.newKey())}<input type="hidden" name="step" value="${step}"><input type="hidden" name="prompt" value="${prompt.id}">${view.round !== undefined && html`<input type="hidden" name="round" value="${view.round}">`}
<p class="govuk-body"><span class="govuk-hint">${text.about}</span> ${placeName(reader, view.page, step, prompt.about)}</p>
${promptForm(prompt, context)}
${prompt.origin === 'participant' && html`<p class="govuk-body">${flagLink(reader, here.walk.id, { id: contributionIn(prompt.id) ?? '', text: saidIn(reader.language, prompt.text) })}</p>`}
<div class="govuk-button-group">${
    said
      ? button({ text: text.keep, name: 'go', value: 'keep' })
      : html`${button({ text: text.next, name: 'go', value: 'next' })}${button({ text: text.stop, name: 'go', value: 'stop', classes: 'govuk-button--secondary' })}${button({ text: text.skip, name: 'go', value: 'skip', classes: 'govuk-button--secondary' })}`
  }</div></form>`
}

/** What a statement is about: a step, a hand-over at it, or the journey as a whole. */
export function placeName(reader: Reader, { here }: StatementsPage, step: string, share: string | undefined): Html {
  const place = here.journey.places.get(step as `${string}/${string}`)
  if (!place) return html`${reader.words.statements.whole}`
  const handOver = place.step.shares?.find(({ id }) => id === share)
  const names = namesIn(reader, here.journey.definition)
  const party = (id: string) => names.party(id)
  return html`${saidIn(reader.language, place.step.title)}${handOver && html` (${party(handOver.from)} → ${party(handOver.to)})`}`
}

function ownStatements(reader: Reader, view: StatementsView): Html {
  const text = reader.words.statements
  const { own, takesStatements, moderation } = view.page
  return html`<section><h2 class="govuk-heading-m">${text.own}</h2>
${own.length === 0 && html`<p class="govuk-body">${text.noOwn}</p>`}
${own.map((said) => ownStatement(reader, view, said))}
${takesStatements ? html`<p class="govuk-body">${text.moderation[moderation]}</p>${addStatementForm(reader, view)}` : html`<p class="govuk-body" data-adding-ended>${view.page.takesVotes ? text.addingEnded : text.closed}</p>`}</section>`
}

function ownStatement(reader: Reader, view: StatementsView, said: Contribution): Html {
  const text = reader.words.statements
  const state =
    said.state === 'pending' && view.page.servedUnread.has(said.id) ? text.state.served : text.state[said.state]
  return html`<div class="polku-said" data-contribution="${said.id}" data-state="${said.state}"><p class="govuk-body">${placeName(reader, view.page, said.step, said.share)}</p>
<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>
<p class="govuk-hint">${state}${said.reason && html`. ${reader.words.walk.mine.reason(said.reason)}`}</p>
<form method="post" action="${walkUrl(reader, view.page.here.walk.id, 'statements/take-back')}" data-form="withdraw">${formFields(reader, view.newKey())}<input type="hidden" name="contribution" value="${said.id}">${button({ text: html`${text.takeBack}<span class="govuk-visually-hidden">: ${said.text}</span>`, classes: 'govuk-button--secondary' })}</form></div>`
}

function votes(reader: Reader, { page }: StatementsView): Html {
  const text = reader.words.statements
  return html`<section><h2 class="govuk-heading-m">${text.votes}</h2>
${
  page.votes.length === 0
    ? html`<p class="govuk-body">${text.noVotes}</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${page.votes.map((vote) => ownVote(reader, page, vote))}</ul>`
}</section>`
}

function ownVote(reader: Reader, page: StatementsPage, { step, prompt, said }: Served): Html {
  const text = reader.words.statements
  const id = statementId(step, prompt.id) ?? ''
  const words = saidIn(reader.language, prompt.text)
  return html`<li data-vote="${id}">${words}<br><strong>${said?.option && optionText(reader, prompt, said.option)}</strong>${said?.important && html`. ${text.important}`}${said?.text && html`<br><q lang="${said.language}">${said.text}</q>`}${page.takesVotes && html`<br><a class="govuk-link" href="${walkUrl(reader, page.here.walk.id, 'statements')}?again=${encodeURIComponent(id)}">${text.change}<span class="govuk-visually-hidden">: ${words}</span></a>`}</li>`
}

/** The fields of a vote as they stand. */
export function filledFrom({ prompt, said }: Served): Record<string, string> {
  return {
    ...(said?.option && { [fieldName(prompt.id, 'vote')]: said.option }),
    ...(said?.text && { [fieldName(prompt.id, 'text')]: said.text }),
    ...(said?.important && { [fieldName(prompt.id, 'important')]: 'yes' }),
  }
}
