import type { Definition } from '#src/journey/definition.ts'
import type { TrialReport } from '#src/review/report-trial.ts'
import { briefBody } from '../brief/brief.ts'
import { backLink } from '../components/back-link.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { dated } from '../response/day.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type Reader, readerHere } from '../walk/frame.ts'
import { effectsSection } from './effects.ts'
import { lessons } from './notes.ts'
import { commonGround } from './opinions.ts'
import { whoTookPart } from './reach.ts'
import { type ReportPage, reportPath } from './report-page.ts'
import { questionTables, stepTables, weighingTables } from './tables.ts'
import { themesSection } from './themes.ts'

const SECTIONS = [
  'brief',
  'method',
  'who',
  'common',
  'steps',
  'questions',
  'themes',
  'weighing',
  'lessons',
  'effects',
] as const

/** The whole report of a trial: the brief of one page, and behind it everything that it rests on. */
export function trialReportPage(reader: Reader, page_: ReportPage): Html {
  const { report, definition } = page_
  const text = reader.words.trialReport
  const title = plainIn(reader.language, definition.title)
  const bodies: { readonly [S in (typeof SECTIONS)[number]]: Html } = {
    brief: briefBody(reader, { ...page_, brief: report.brief, version: report.version, isStaff: true }),
    method: method(reader, report),
    who: whoTookPart(reader, report),
    common: commonGround(reader, page_),
    steps: stepTables(reader, page_),
    questions: questionTables(reader, page_),
    themes: themesSection(reader, page_),
    weighing: weighingTables(reader, page_),
    lessons: lessons(reader, page_),
    effects: effectsSection(reader, page_),
  }
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${title}`,
    page: 'report',
    data: { journey: definition.id, version: String(report.version) },
    isTrial: true,
    isWide: true,
    back: backLink({ href: `/${reader.language}/journeys/${definition.id}`, text: title }),
    body: html`<span class="govuk-caption-l">${saidIn(reader.language, definition.title)}</span>
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${!report.brief.isOpenToAll && html`<p class="govuk-body">${text.staffOnly}</p>`}
${files(reader, definition)}
<nav class="polku-screen" aria-label="${text.contents}"><ul class="govuk-list">${SECTIONS.map((name) => html`<li><a class="govuk-link" href="#${name}">${text.sections[name]}</a></li>`)}</ul></nav>
<p class="govuk-hint">${text.withheldNote}</p>
${SECTIONS.map((name) => html`<section><h2 class="govuk-heading-l" id="${name}">${text.sections[name]}</h2>${bodies[name]}</section>`)}`,
  })
}

/** Before the close there is nothing to read here, but there is a brief. */
export function noReportYetPage(reader: Reader, definition: Definition): Html {
  const { language, words } = reader
  const text = words.trialReport
  return page({
    ...readerHere(reader, definition),
    title: `${text.title}: ${plainIn(language, definition.title)}`,
    page: 'report',
    data: { journey: definition.id },
    isTrial: true,
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body">${text.notYet}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/journeys/${definition.id}/brief">${text.toBrief}</a></p>`,
  })
}

/** A PDF that cannot be made, or not just now: the report can be printed all the same. */
export function noPdfPage(reader: Reader, definition: Definition, why: 'none' | 'busy'): Html {
  const text = reader.words.trialReport.noPrinter
  const title = why === 'none' ? text.title : text.busyTitle
  return page({
    ...readerHere(reader, definition),
    ...{ title, page: 'report-pdf', isTrial: true },
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${why === 'none' ? text.text : text.busy}</p>
<p class="govuk-body"><a class="govuk-link" href="${reportPath(reader, definition)}">${text.link}</a></p>`,
  })
}

function files(reader: Reader, definition: Definition): Html {
  const text = reader.words.trialReport
  const path = reportPath(reader, definition)
  const links = [
    { href: `${path}/summary`, words: text.files.summary },
    { href: `${path}.pdf`, words: text.files.pdf },
    { href: `${path}.csv`, words: text.files.csv },
    { href: `${path}.json`, words: text.files.json },
    { href: `/${reader.language}/journeys/${definition.id}/data`, words: text.files.data },
  ]
  return html`<ul class="govuk-list polku-screen" aria-label="${text.sections.files}">${links.map(({ href, words }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}</ul>`
}

function method(reader: Reader, { brief, tables }: TrialReport): Html {
  const text = reader.words.trialReport.method
  const { opensOn, closesOn, moderation = 'pre' } = brief.trial.plan
  const day = (date: string | undefined) => (date === undefined ? '–' : dated(reader.language, date))
  return html`<p class="govuk-body">${text.walked}</p><p class="govuk-body">${text.chosen}</p><p class="govuk-body">${text.counted}</p>
${summaryList({
  rows: [
    { key: text.period, value: html`${day(opensOn)} – ${day(closesOn)}` },
    { key: text.versions, value: tables.map(({ version }) => version).join(', ') },
    { key: text.moderation, value: text.moderations[moderation] },
  ],
})}`
}
