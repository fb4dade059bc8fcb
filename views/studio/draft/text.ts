import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'
import { editorAttributes, editorScript, fieldSwitch, type SourceField } from './source-editor.ts'

export type ShownFinding = {
  readonly severity: 'error' | 'warning' | 'note'
  readonly text: string
  readonly lang: string
  readonly line: number | undefined
  readonly page: string
  readonly field: string
}
export type SourcePage = {
  readonly text: string
  readonly rows: number
  readonly field: SourceField
  readonly findings: readonly ShownFinding[]
  readonly problem: string | undefined
  /** what somebody else saved meanwhile */
  readonly theirs: string | undefined
}

/** The whole journey as text, with what the check says of each line. */
export function sourcePage(reader: StaffReader, frame: DraftFrame, page: SourcePage): Html {
  const { words, formToken } = reader
  const text = words.draft.source
  const errorMessage = page.problem && {
    text: page.problem,
    visuallyHiddenText: words.site.errorPrefix.replace(/:$/, ''),
  }
  return draftFrame(reader, frame, {
    page: 'source',
    title: words.draft.pages.source,
    hasErrors: page.problem !== undefined,
    body: html`${page.problem && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: page.problem, href: '#text' }] })}
<p class="govuk-body-l">${text.lead}</p>
<form method="post" action="${draftPath(reader, frame, '/source')}" data-form="source" enctype="multipart/form-data" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="base" value="${frame.head}">
${textarea({ name: 'text', label: { text: text.label }, value: page.text, rows: page.rows, spellcheck: false, classes: 'polku-source', errorMessage: errorMessage || undefined, attributes: page.field === 'editor' ? editorAttributes(reader, draftPath(reader, frame, '/source/check')) : undefined })}
${frame.state !== 'archived' && html`<div class="govuk-button-group">${button({ text: words.draft.save, name: 'go', value: 'save' })}${fieldSwitch(reader, page.field)}</div>`}</form>
${page.field === 'editor' && editorScript(reader)}
${page.theirs !== undefined && textarea({ name: 'theirs', label: { text: text.theirs }, value: page.theirs, rows: 12, spellcheck: false, classes: 'polku-source' })}
<h2 class="govuk-heading-m">${words.draft.pages.check}</h2>
${findingList(reader, frame, page.findings)}`,
  })
}

export function checkPage(reader: StaffReader, frame: DraftFrame, findings: readonly ShownFinding[]): Html {
  const { words } = reader
  const text = words.draft.check
  const errors = findings.filter(({ severity }) => severity === 'error')
  const others = findings.filter(({ severity }) => severity !== 'error')
  return draftFrame(reader, frame, {
    page: 'check',
    title: words.draft.pages.check,
    data: { errors: String(errors.length) },
    body: html`<p class="govuk-body-l">${findings.length === 0 ? text.clean : text.counts(errors.length, others.length)}</p>
${errors.length > 0 && html`<h2 class="govuk-heading-m">${text.errors}</h2>${findingList(reader, frame, errors)}`}
${others.length > 0 && html`<h2 class="govuk-heading-m">${text.others}</h2>${findingList(reader, frame, others)}`}`,
  })
}

const MOST = 200

/** Each finding with the way to the field that mends it. */
function findingList(reader: StaffReader, frame: DraftFrame, findings: readonly ShownFinding[]): Html {
  const { words } = reader
  const { severities, more } = words.studio
  if (findings.length === 0) return html`<p class="govuk-body">${words.draft.check.clean}</p>`
  const item = ({ severity, text, lang, line, page, field }: ShownFinding) =>
    html`<li data-finding="${severity}"><a class="govuk-link" href="${draftPath(reader, frame, page === '' ? '' : `/${page}`)}${field && `#${field}`}"><span lang="${lang}">${text}</span></a> <span class="govuk-hint">${severities[severity]}${line !== undefined && `, ${words.draft.check.line(line)}`}</span></li>`
  return html`<ul class="govuk-list govuk-list--spaced">${findings.slice(0, MOST).map(item)}</ul>${findings.length > MOST && html`<p class="govuk-body">${more(findings.length - MOST)}</p>`}`
}
