import { longDate } from '#src/i18n/dates.ts'
import type { Step } from '#src/journey/definition.ts'
import type { Burden } from '#src/walk/burden.ts'
import type { Here } from '#src/walk/here.ts'
import type { StepProgress } from '#src/walk/progress.ts'
import { insetText } from '../components/inset-text.ts'
import { table } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { sources } from './folds.ts'
import { helpList, type Reader, walkPage, walkUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { frameOf } from './overview.ts'

export type OutcomePage = {
  readonly here: Here
  readonly said: number
  readonly burden: { readonly today: Burden; readonly proposed: Burden }
  readonly code: string | undefined
}

export function outcomePage(reader: Reader, { here, said, burden, code }: OutcomePage): Html {
  const text = reader.words.walk.outcome
  const { definition } = here.journey
  const served = here.steps.filter(
    ({ status, place }) => status !== 'aside' && place.step.kind !== 'question' && place.step.kind !== 'decision',
  )
  const own = served.filter(({ place }) => todayOf(place.step)?.automation !== 'full')
  const automatic = served.filter(({ place }) => todayOf(place.step)?.automation === 'full')
  return walkPage(reader, frameOf(here), definition, {
    title: text.title,
    page: 'outcome',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${helpList(reader, definition)}
<h2 class="govuk-heading-m">${text.mustDo}</h2>
${own.map((step) => realStep(reader, here, step))}
${automatic.length > 0 && html`<h2 class="govuk-heading-m">${text.byItself}</h2><ul class="govuk-list govuk-list--bullet">${automatic.map(({ place }) => html`<li>${saidIn(reader.language, todayOf(place.step)?.what)}</li>`)}</ul>`}
<h2 class="govuk-heading-m">${text.spared}</h2>
${sparedTable(reader, burden)}
<h2 class="govuk-heading-m">${text.words}</h2>
<p class="govuk-body">${said > 0 ? text.wordsCount(said) : text.noWords}</p>
${said > 0 && html`<p class="govuk-body">${text.wordsWhere}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id, 'mine')}">${reader.words.walk.overview.mine}</a></p>
${code && insetText({ text: html`${reader.words.walk.overview.codeTitle}: <strong class="polku-code">${code}</strong>` })}
<p class="govuk-body"><a class="govuk-link" href="${walkUrl(reader, here.walk.id)}?all=1">${text.backToOverview}</a></p>
<p class="govuk-body"><a class="govuk-link" href="/${reader.language}/journeys/${here.walk.journey}">${text.again}</a></p>`,
  })
}

function todayOf(step: Step) {
  return step.kind === 'question' ? undefined : step.today
}

/** How it really is today, with whom to contact and where it was read. */
function realStep(reader: Reader, here: Here, { place, due }: StepProgress): Html | false {
  const { step } = place
  const { definition } = here.journey
  if (step.kind === 'question') return false
  const parties = [step.provider].flat()
  const names = namesIn(reader, definition)
  const phones = parties.flatMap((id) => definition.providers[id]?.phone ?? [])
  return html`<section><h3 class="govuk-heading-s">${saidIn(reader.language, step.title)}</h3>
<p class="govuk-body">${saidIn(reader.language, step.today.what)}</p>
<p class="govuk-body">${reader.words.walk.step.who}: ${listed(parties.map(names.party))}${due && html`. ${reader.words.walk.outcome.due(longDate(reader.language, due))}`}${phones.map((phone) => html`. ${reader.words.walk.outcome.phone}: <a class="govuk-link" href="tel:${phone.replaceAll(' ', '')}">${phone}</a>`)}</p>
${sources(reader, definition, step.today.source)}</section>`
}

function sparedTable(reader: Reader, { today, proposed }: OutcomePage['burden']): Html {
  const text = reader.words.walk.outcome
  const rows = (['contacts', 'papers', 'automatic'] as const).map((row) => [
    { text: text.sparedRow[row] },
    { text: String(today[row]), format: 'numeric' as const },
    { text: String(proposed[row]), format: 'numeric' as const },
  ])
  return html`${table({ caption: text.spared, captionClasses: 'govuk-visually-hidden', head: [{ text: '' }, { text: text.nowColumn, format: 'numeric' }, { text: text.proposedColumn, format: 'numeric' }], rows, firstCellIsHeader: true })}<p class="govuk-hint">${text.sparedNote}</p>`
}
