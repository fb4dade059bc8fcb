import type { Prompt } from '#feedback/prompt.ts'
import type { Step } from '#src/journey/definition.ts'
import type { Response } from '#src/review/response.ts'
import type { Since } from '#src/review/since-spoken.ts'
import type { Decision } from '#src/review/suggestion-store.ts'
import type { Here } from '#src/walk/here.ts'
import type { Decided } from '#src/walk/moderation-store.ts'
import type { Asked } from '#src/walk/read-told.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { backLink } from '../components/back-link.ts'
import { button, buttonLink } from '../components/button.ts'
import { insetText } from '../components/inset-text.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { answersToMine } from '../response/mine.ts'
import { saidIn } from '../said-in.ts'
import { calmHelp } from './distress.ts'
import { formFields, goodToKnow, type Reader, stepUrl, walkPage, walkUrl } from './frame.ts'
import { decidedOnMine, type ModeratedNote, stateOfMine } from './moderated.ts'
import { frameOf } from './overview.ts'
import { optionText, questionText } from './prompt-words.ts'
import { type SincePage, sinceSection } from './since.ts'
import { toldRows } from './told.ts'
import { ownReasonTitle, weighedMine } from './weighed-mine.ts'

export type MinePage = {
  readonly here: Here
  readonly asked: readonly Asked[]
  readonly contributions: readonly {
    readonly said: Contribution
    /** in the version they spoke about */
    readonly step: Step | undefined
    readonly prompt: Prompt | undefined
    /** published answers to these very words */
    readonly answers: readonly Response[]
    /** what became of other words they suggested */
    readonly decision?: Decision | undefined
    /** what a person decided on them */
    readonly decided: Decided | undefined
  }[]
  readonly code: string | undefined
  readonly newKey: () => string
  readonly note: 'withdrawn' | 'answered' | ModeratedNote | undefined
  /** some of the words tell of such distress that help is shown */
  readonly isInNeed: boolean
  /** kinds of details that were taken out of the last text */
  readonly removed: readonly string[]
  /** what later versions have changed where they spoke */
  readonly since: SincePage & { readonly all: readonly Since[] }
}

export function minePage(reader: Reader, page: MinePage): Html {
  const { here, contributions, code, note } = page
  const text = reader.words.walk.mine
  const leadTo = (where: 'withdraw' | 'erase', words: string) =>
    buttonLink({ href: walkUrl(reader, here.walk.id, where), text: words, classes: 'govuk-button--secondary' })
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'mine',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    notice: note && goodToKnow(reader, noteText(reader, page)),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
${page.isInNeed && calmHelp(reader)}
<p class="govuk-body-l">${text.lead}</p>
${code && insetText({ text: html`${reader.words.walk.overview.codeTitle}: <strong class="polku-code">${code}</strong>` })}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'statements')}">${reader.words.statements.link}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${here.walk.journey}/results">${reader.words.results.link}</a></p>
${contributions.length === 0 && html`<p class="govuk-body">${text.nothing}</p>`}
${contributions.map((one, i) => html`${contribution(reader, page, one)}${contributions[i + 1]?.said.step !== one.said.step && sinceAt(reader, page, one.said.step)}`)}
${contributions.length > 0 && html`<p class="govuk-body">${text.withdrawAllHint}</p>${leadTo('withdraw', text.withdrawAll)}`}
<h2 class="govuk-heading-m">${text.told}</h2>
${summaryList({ rows: toldRows(reader, here, page.asked, undefined) })}
<form method="post" action="${walkUrl(reader, here.walk.id, 'export')}" data-form="export">${formFields(reader, page.newKey())}${button({ text: text.export, classes: 'govuk-button--secondary' })}</form>
<p class="govuk-body">${text.eraseHint}</p>${leadTo('erase', text.eraseWalk)}`,
  })
}

function noteText({ words }: Reader, { note, removed }: MinePage): string {
  if (note === 'withdrawn') return words.walk.mine.withdrawn
  if (note && note in words.moderation.mine.notes) return words.moderation.mine.notes[note as ModeratedNote]
  const { found, removed: told } = words.walk.step
  const kinds = Object.entries(found).flatMap(([kind, name]) => (removed.includes(kind) ? [name] : []))
  return [words.walk.changed.answered, ...(kinds.length > 0 ? [told(kinds.join(', '))] : [])].join(' ')
}

/** After the last of their words at a step: what has become of it. */
function sinceAt(reader: Reader, { since }: MinePage, step: string): Html | undefined {
  const here = since.all.find(({ before }) => before.key === step)
  return here && sinceSection(reader, since, here)
}

function contribution(
  reader: Reader,
  page: MinePage,
  { said, step, prompt, answers, decision, decided }: MinePage['contributions'][number],
): Html {
  const { here } = page
  const text = reader.words.walk.mine
  const title = saidIn(reader.language, step?.title)
  return html`<section class="polku-said" data-contribution="${said.id}"><h2 class="govuk-heading-s">${title}</h2>
<p class="govuk-body">${questionOf(reader, said, prompt)}</p>
${said.option && prompt && html`<p class="govuk-body"><strong>${optionText(reader, prompt, said.option)}</strong></p>`}
${said.kind === 'weighing' && weighedMine(reader, prompt, said, stepUrl(reader, here.walk.id, said.step))}
${said.text && html`<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>`}
<p class="govuk-hint">${stateOfMine(reader, said, decided)}${said.reason && html`. ${text.reason(said.reason)}`}</p>
${decidedOnMine(reader, { said, decided, newKey: page.newKey })}
${answersToMine(reader, here.journey.definition, answers)}
${said.kind === 'suggested-edit' && suggestionState(reader, decision)}
${said.version === here.walk.version && html`<p class="govuk-body"><a class="govuk-link" href="${stepUrl(reader, here.walk.id, said.step)}">${text.change}<span class="govuk-visually-hidden"> ${title}</span></a></p>`}
${withdrawForm(reader, page, said.id)}</section>`
}

function suggestionState({ language, words }: Reader, decision: Decision | undefined): Html {
  const text = words.suggestedEdits.mine
  const { state = 'open', version, reason = {} } = decision ?? {}
  return html`<p class="govuk-body" data-suggestion="${state}">${text[state]}${version !== undefined && html` ${text.inVersion(version)}`}</p>
${Object.keys(reason).length > 0 && html`<p class="govuk-body">${saidIn(language, reason)}</p>`}`
}

function questionOf(reader: Reader, said: Contribution, prompt: Prompt | undefined): Html | string {
  if (said.kind === 'weighing' && !prompt) return ownReasonTitle(reader, said)
  if (said.kind === 'statement' && said.option === undefined) return reader.words.walk.mine.ownStatement
  return prompt ? questionText(reader, prompt) : ''
}

function withdrawForm(reader: Reader, { here, newKey }: MinePage, contribution: string): Html {
  const text = reader.words.walk.mine
  return html`<form method="post" action="${walkUrl(reader, here.walk.id, 'withdraw')}" data-form="withdraw">${formFields(reader, newKey())}<input type="hidden" name="contribution" value="${contribution}">${button({ text: text.withdraw, classes: 'govuk-button--secondary' })}</form>`
}
