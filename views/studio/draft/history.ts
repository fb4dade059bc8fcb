import type { Version } from '#src/journey/version-store.ts'
import type { RevisionLine } from '#src/studio/draft-store.ts'
import type { StaffReader } from '../../account/frame.ts'
import { moment } from '../../account/moment.ts'
import { button } from '../../components/button.ts'
import { scrollableTable } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { type Html, html } from '../../html.ts'
import { saidIn } from '../../said-in.ts'
import { authorName } from '../versions.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type HistoryPage = {
  readonly revisions: readonly RevisionLine[]
  readonly head: number
  /** of the same journey, the newest first */
  readonly versions: readonly Pick<Version, 'number' | 'author' | 'note' | 'publishedAt'>[]
}

/** Every save and every published version, the newest first: each can be compared with what is written now, and come back. */
export function historyPage(reader: StaffReader, frame: DraftFrame, page: HistoryPage): Html {
  const { words } = reader
  const text = words.studioVersions
  return draftFrame(reader, frame, {
    page: 'history',
    title: words.draft.pages.history,
    body: html`<p class="govuk-body-l">${words.draft.history.lead}</p>
${frame.state === 'archived' && html`<p class="govuk-body">${text.reopenLead}</p>${act(reader, frame, { go: 'reopen' }, button({ text: text.reopen, name: 'go', value: 'reopen', classes: 'govuk-button--secondary' }))}`}
<p class="govuk-body">${text.download}: <a class="govuk-link" href="${draftPath(reader, frame, '/journey.yaml')}">YAML</a>, <a class="govuk-link" href="${draftPath(reader, frame, '/journey.json')}">JSON</a></p>
${saves(reader, frame, page)}
${page.versions.length > 0 && published(reader, frame, page)}`,
  })
}

function saves(reader: StaffReader, frame: DraftFrame, { revisions, head }: HistoryPage): Html {
  const { words, language } = reader
  const text = words.draft.history
  const rows = revisions.map(({ number, by, at, what }) => [
    { text: html`${number} ${number === head && tag({ text: text.now })}` },
    { text: moment(language, at) },
    { text: by },
    { text: html`<code>${what}</code>` },
    {
      text:
        number === head
          ? ''
          : compareLink(reader, frame, `${frame.id}.${number}`, words.studioVersions.compareSave(number)),
    },
    { text: number === head || frame.state === 'archived' ? '' : restoreSave(reader, frame, number) },
  ])
  const head6 = [text.number, text.when, text.by, text.what, words.studioVersions.title, text.restore]
  return scrollableTable({
    caption: words.draft.pages.history,
    captionClasses: 'govuk-visually-hidden',
    head: head6.map((name) => ({ text: name })),
    rows,
  })
}

function published(reader: StaffReader, frame: DraftFrame, { versions }: HistoryPage): Html {
  const { words, language } = reader
  const text = words.studioVersions
  const rows = versions.map(({ number, author, note, publishedAt }) => [
    { text: words.studio.version(number) },
    { text: moment(language, publishedAt) },
    { text: authorName(reader, author) },
    { text: note ? saidIn(language, note) : '' },
    { text: compareLink(reader, frame, `v${number}`, text.compareWith(number)) },
    { text: frame.state === 'archived' ? '' : restoreVersion(reader, frame, number) },
  ])
  const { when, by, restore } = words.draft.history
  return html`<h2 class="govuk-heading-m">${text.published}</h2>
<p class="govuk-body">${text.publishedLead}</p>
${scrollableTable({
  caption: text.published,
  captionClasses: 'govuk-visually-hidden',
  head: [words.studio.versions, when, by, text.why, text.title, restore].map((name) => ({ text: name })),
  rows,
})}`
}

function compareLink({ language, words }: StaffReader, { id, journey }: DraftFrame, from: string, name: string): Html {
  return html`<a class="govuk-link" href="/${language}/studio/journeys/${journey}/compare?from=${from}&amp;to=${id}" aria-label="${name}">${words.studioVersions.show}</a>`
}

function restoreSave(reader: StaffReader, frame: DraftFrame, number: number): Html {
  const { restore, restoreNumber } = reader.words.draft.history
  const name = restoreNumber(number)
  return act(reader, frame, { go: 'restore', number }, linkButton('restore', restore, name))
}

function restoreVersion(reader: StaffReader, frame: DraftFrame, number: number): Html {
  const { words } = reader
  const name = words.studioVersions.restoreVersion(number)
  return act(
    reader,
    frame,
    { go: 'restore-version', number },
    linkButton('restore-version', words.draft.history.restore, name),
  )
}

function linkButton(go: string, text: string, name: string): Html {
  return html`<button type="submit" name="go" value="${go}" class="polku-link-button" aria-label="${name}">${text}</button>`
}

function act(
  reader: StaffReader,
  frame: DraftFrame,
  { go, number }: { go: string; number?: number },
  press: Html,
): Html {
  return html`<form method="post" action="${draftPath(reader, frame, '/history')}" data-form="${go}"><input type="hidden" name="token" value="${reader.formToken}">${number !== undefined && html`<input type="hidden" name="number" value="${number}">`}${press}</form>`
}
