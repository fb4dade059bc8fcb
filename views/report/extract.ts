import type { Definition } from '#src/journey/definition.ts'
import type { Extract, ExtractRow, ExtractWish, LeftOut } from '#src/review/extract.ts'
import type { ExtractError } from '#src/review/make-extract.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { summaryList } from '../components/summary-list.ts'
import { scrollableTable, table } from '../components/table.ts'
import { textarea } from '../components/textarea.ts'
import { type Html, html } from '../html.ts'
import { dated } from '../response/day.ts'
import { plainIn, saidIn } from '../said-in.ts'

type ExtractForm = {
  readonly definition: Definition
  readonly fields: Readonly<Record<string, string>>
  readonly errors: readonly ExtractError[]
}

/** For which request an extract is made, and who decided what on which ground. */
export function extractFormPage(reader: StaffReader, { definition, fields, errors }: ExtractForm): Html {
  const { language, words, formToken } = reader
  const text = words.trialReport.extract
  const field = (name: keyof ExtractWish, hint?: string) => {
    const error = errors.find((one) => one.field === name)
    return {
      ...{ name, label: { text: text[name] }, value: fields[name], hint: hint ? { text: hint } : undefined },
      errorMessage: error && { text: text[error.error], visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') },
    }
  }
  return framed(reader, definition, {
    ...{ title: text.title, page: 'extract-form', hasErrors: errors.length > 0 },
    body: html`${
      errors.length > 0 &&
      errorSummary({
        titleText: words.site.errorSummary,
        errorList: errors.map((one) => ({ text: `${text[one.field]}: ${text[one.error]}`, href: `#${one.field}` })),
      })
    }<h1 class="govuk-heading-l">${text.title}</h1><p class="govuk-body">${text.lead}</p>
<form method="post" action="/${language}/review/journeys/${definition.id}/extract" data-form="extract" novalidate><input type="hidden" name="token" value="${formToken}">
${input({ ...field('diary'), classes: 'govuk-input--width-20' })}${textarea({ ...field('what', text.whatHint), rows: 2 })}${input(field('decidedBy', text.decidedByHint))}${textarea({ ...field('reason'), rows: 3 })}
${button({ text: text.asPage, name: 'as', value: 'page' })} ${button({ text: text.asFile, name: 'as', value: 'csv', classes: 'govuk-button--secondary' })}</form>`,
  })
}

type ExtractPage = {
  readonly definition: Definition
  readonly extract: Extract
  readonly wish: ExtractWish
  /** the date on which it was made */
  readonly day: string
}

const GROUNDS: { readonly [G in LeftOut]: true } = { held: true, hidden: true, details: true }

/** The extract itself, to be printed: the decision, what was left out and why, and the texts. */
export function extractPage(reader: StaffReader, { definition, extract, wish, day }: ExtractPage): Html {
  const { language, words } = reader
  const text = words.trialReport.extract
  const grounds = (Object.keys(GROUNDS) as LeftOut[]).map((ground) => [
    { text: text.grounds[ground] },
    { text: extract.leftOut[ground], format: 'numeric' as const, attributes: { 'data-left-out': ground } },
  ])
  const never = Object.values(text.never).map((reason) => [{ text: reason }, { text: text.neverIn }])
  return framed(reader, definition, {
    ...{ title: text.of(wish.diary), page: 'extract' },
    body: html`<h1 class="govuk-heading-l">${text.of(wish.diary)}</h1>
${summaryList({
  rows: [
    { key: text.what, value: wish.what },
    { key: text.decidedBy, value: wish.decidedBy },
    { key: text.reason, value: wish.reason },
    { key: text.made, value: dated(language, day) },
  ],
})}
${table({ caption: text.leftOut, captionClasses: 'govuk-table__caption--m', rows: [...grounds, ...never], firstCellIsHeader: true })}
${extract.rows.length === 0 ? html`<p class="govuk-body">${text.noTexts}</p>` : texts(reader, definition, extract.rows)}`,
  })
}

function texts(reader: StaffReader, { tracks }: Definition, rows: readonly ExtractRow[]): Html {
  const text = reader.words.trialReport.extract
  const titles = new Map(
    Object.entries(tracks).flatMap(([track, { steps }]) => steps.map(({ id, title }) => [`${track}/${id}`, title])),
  )
  return scrollableTable({
    caption: text.texts,
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: text.step }, { text: text.version, format: 'numeric' }, { text: text.text }],
    rows: rows.map(({ step, version, text: said, language, ground }) => [
      { text: titles.has(step) ? saidIn(reader.language, titles.get(step)) : step },
      { text: version, format: 'numeric' },
      {
        text: said === undefined ? html`<em>${text.leftOutText}</em>` : html`<span lang="${language}">${said}</span>`,
        attributes: { 'data-ground': ground },
      },
    ]),
    firstCellIsHeader: true,
  })
}

type Framed = Pick<Parameters<typeof staffPage>[1], 'title' | 'page' | 'body' | 'hasErrors'>

function framed(reader: StaffReader, definition: Definition, page: Framed): Html {
  const path = `/${reader.language}/review/journeys/${definition.id}/report`
  return staffPage(reader, {
    ...{ ...page, here: 'review', data: { journey: definition.id } },
    title: `${page.title}: ${plainIn(reader.language, definition.title)}`,
    back: backLink({ href: path, text: reader.words.trialReport.desk.title }),
  })
}
