import type { Here } from '#src/walk/here.ts'
import type { Newer, NewerStep } from '#src/walk/newer.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { formFields, type Reader, walkPage, walkUrl } from './frame.ts'
import { namesIn } from './names.ts'
import { type ConditionOf, oldAndNew, titleOf } from './old-and-new.ts'
import { frameOf } from './overview.ts'
import { questionOf, valueText } from './told.ts'

export type NewerPage = {
  readonly here: Here
  /** undefined: the walk is on the newest version */
  readonly newer: Newer | undefined
  readonly key: string
  readonly conditionOf: ConditionOf
}

/** What a newer version changes for whoever is on their way, and the choice: to move or to stay. */
export function newerPage(reader: Reader, page: NewerPage): Html {
  const { here, newer } = page
  const text = reader.words.changes.newer
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'newer',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    body: newer
      ? html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead(here.walk.version, newer.plan.to.version.number)}</p>
${newer.notes.map(({ number, note }) => html`<h2 class="govuk-heading-s">${text.note(number)}</h2><p class="govuk-body" data-note="${number}">${saidIn(reader.language, note)}</p>`)}
${changes(reader, page, newer)}
${takes(reader, page, newer)}
${choice(reader, page, newer)}`
      : html`<h1 class="govuk-heading-l">${text.newest}</h1>`,
  })
}

function changes(reader: Reader, page: NewerPage, { ahead, behind, elsewhere }: Newer): Html {
  const text = reader.words.changes.newer
  return html`${list(reader, page, 'ahead', ahead)}${list(reader, page, 'behind', behind)}${
    ahead.length + behind.length === 0 && html`<p class="govuk-body">${text.nothing}</p>`
  }${elsewhere > 0 && html`<p class="govuk-body">${text.elsewhere(elsewhere)}</p>`}`
}

function list(reader: Reader, page: NewerPage, where: 'ahead' | 'behind', steps: readonly NewerStep[]): Html | false {
  return (
    steps.length > 0 &&
    html`<h2 class="govuk-heading-m">${reader.words.changes.newer[where]}</h2><ul class="govuk-list govuk-list--spaced" data-changes="${where}">${steps.map((step) => item(reader, page, step))}</ul>`
  )
}

function item(reader: Reader, { conditionOf }: NewerPage, { kind, before, after, parts }: NewerStep): Html | false {
  const text = reader.words.changes.newer
  const shown = after ?? before
  if (!shown) return false
  const title = titleOf(reader, shown)
  const isRenamed = before && after && parts.includes('title')
  return html`<li data-step="${shown.key}" data-kind="${kind}"><strong>${title}</strong>. ${text.kind[kind]}.${isRenamed && html` ${text.wasCalled('')}${titleOf(reader, before)}.`}${
    before &&
    after &&
    details({
      summaryText: html`${text.oldAndNew}<span class="govuk-visually-hidden">: ${title}</span>`,
      text: oldAndNew(reader, { before, after, parts }, conditionOf),
    })
  }</li>`
}

function takes(reader: Reader, { here }: NewerPage, { plan, lost, stillDone }: Newer): Html {
  const text = reader.words.changes.newer
  const { carried, unmapped, event, to } = plan
  const reopened = event.reopened.filter((key) => plan.steps.some(({ place }) => place.key === key))
  const after = to.version.definition
  return html`<h2 class="govuk-heading-m">${text.takes}</h2>
<ul class="govuk-list govuk-list--bullet"><li data-carried="${carried}">${carried > 0 ? text.answers(carried) : text.noAnswers}</li>${stillDone > 0 && html`<li data-still-done="${stillDone}">${text.steps(stillDone)}</li>`}<li>${text.said}</li></ul>
${
  unmapped.length > 0 &&
  html`<p class="govuk-body">${text.unmapped}</p><ul class="govuk-list govuk-list--bullet" data-unmapped>${unmapped.map((name) => html`<li data-fact="${name}">${answerText(reader, here, name)}</li>`)}</ul>`
}${
  reopened.length > 0 &&
  html`<p class="govuk-body">${text.reopens}:</p><ul class="govuk-list govuk-list--bullet" data-reopens>${reopened.map((key) => html`<li data-step="${key}">${titleOf(reader, { definition: after, key })}</li>`)}</ul>`
}${
  lost.length > 0 &&
  html`<p class="govuk-body">${text.lost}:</p><ul class="govuk-list govuk-list--bullet" data-lost>${lost.map((key) => html`<li data-step="${key}">${titleOf(reader, { definition: here.version.definition, key })}</li>`)}</ul>`
}`
}

/** A detail on a document is called by its name, a signature by its document's. */
function answerText(reader: Reader, here: Here, name: string): Html {
  const { data, document } = namesIn(reader, here.journey.definition)
  const [, item = ''] = /^line-(.*)$/.exec(name) ?? []
  const [, paper = ''] = /^sign-(.*)$/.exec(name) ?? []
  if (paper) return html`${document(paper)}`
  const question = item ? data(item) : questionOf(reader, here, name)
  const value = item ? String(here.told[name] ?? '') : valueText(reader, here, name, here.told[name] ?? null)
  return html`${question} – ${value}`
}

function choice(reader: Reader, { here, key }: NewerPage, { plan }: Newer): Html {
  const text = reader.words.changes.newer
  const { number } = plan.to.version
  return html`<form method="post" action="${walkUrl(reader, here.walk.id, 'newer')}" data-form="move-version">${formFields(reader, key)}<input type="hidden" name="version" value="${number}">
<p class="govuk-body">${text.undo}</p>
<div class="govuk-button-group">${button({ text: text.move(number) })}<a class="govuk-link" href="${walkUrl(reader, here.walk.id)}?all=1">${text.stay}</a></div></form>`
}
