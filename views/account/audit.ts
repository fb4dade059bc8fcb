import type { AuditEntry } from '#src/account/account-store.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { auditWords } from './audit-words.ts'
import { type StaffReader, staffPage } from './frame.ts'
import { moment } from './moment.ts'

export type AuditPage = {
  readonly entries: readonly AuditEntry[]
  readonly older: number | undefined
  readonly isNewest: boolean
}

/** The log, newest first. */
export function auditPage(reader: StaffReader, { entries, older, isNewest }: AuditPage): Html {
  const { language } = reader
  const text = reader.words.account.audit
  const rows = entries.map((entry) => {
    const said = auditWords(reader, entry)
    return [
      { text: moment(language, entry.at) },
      { text: said.who },
      { text: said.what, attributes: { 'data-what': entry.what } },
      { text: said.about },
      { text: said.why },
    ]
  })
  return staffPage(reader, {
    title: text.title,
    page: 'audit',
    here: 'audit',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${rows.length === 0 && html`<p class="govuk-body">${text.none}</p>`}
${rows.length > 0 && scrollableTable({ caption: text.title, captionClasses: 'govuk-visually-hidden', head: [text.when, text.who, text.what, text.about, text.why].map((name) => ({ text: name })), rows })}
<p class="govuk-body">${!isNewest && html`<a class="govuk-link" href="/${language}/audit">${text.newest}</a> `}${older !== undefined && html`<a class="govuk-link" href="/${language}/audit?before=${older}">${text.older}</a>`}</p>`,
  })
}
