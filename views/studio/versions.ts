import type { Version, VersionChange } from '#src/journey/version-store.ts'
import type { ChangedStep, StepIn } from '#src/review/changed-step.ts'
import type { StaffReader } from '../account/frame.ts'
import { moment } from '../account/moment.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { creditLine } from '../walk/changed.ts'
import { titleOf } from '../walk/old-and-new.ts'

/** A version as the list tells it: a change with where to read its step, and how many contributions are credited with it. */
export type VersionLine = Omit<Version, 'definition' | 'personas'> & {
  readonly told: readonly ToldChange[]
  /** how many things changed that are no steps */
  readonly others: number
}
export type ToldChange = Pick<VersionChange, 'step' | 'kind' | 'parts'> & {
  readonly at: Pick<StepIn, 'definition' | 'key'>
  /** undefined where nobody's words led to it */
  readonly credit: Pick<ChangedStep, 'credited' | 'areSomeWithdrawn'> | undefined
}

/** Every version of a journey, the newest first: when, by whom, what is new and what changed because of whose words. */
export function versionList(reader: StaffReader, versions: readonly VersionLine[]): Html {
  const { words } = reader
  return html`<h2 class="govuk-heading-m">${words.studio.versions}</h2>
${versions.map((version) => versionSection(reader, version))}`
}

function versionSection(reader: StaffReader, version: VersionLine): Html {
  const { language, words } = reader
  const text = words.studio
  const { journey, number, author, note, publishedAt, told, others } = version
  const path = `/${language}/studio/journeys/${journey}`
  return html`<section data-version-line="${number}" aria-labelledby="version-${number}"><h3 class="govuk-heading-s" id="version-${number}">${text.version(number)}</h3>
<p class="govuk-body">${text.published}: ${moment(language, publishedAt)}. ${text.author}: ${authorName(reader, author)}.</p>
${note && html`<p class="govuk-body">${text.note}: ${saidIn(language, note)}</p>`}
${told.length === 0 ? html`<p class="govuk-body">${number === 1 ? text.first : text.noChanges}</p>` : changeList(reader, told, number)}
${others > 0 && html`<p class="govuk-body" data-others="${others}">${text.others.count(others)}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${path}/versions/${number}/journey.yaml">${text.download(number)}</a> (<a class="govuk-link" href="${path}/versions/${number}/journey.json">JSON</a>)${number > 1 && html`<br><a class="govuk-link" href="${path}/compare?from=v${number - 1}&amp;to=v${number}">${words.studioVersions.compareWith(number - 1)}</a>`}</p>
${draftFrom(reader, version)}</section>`
}

/** What was published once can be written on again. */
function draftFrom({ language, words, formToken }: StaffReader, { journey, number }: VersionLine): Html {
  return html`<form method="post" action="/${language}/studio/drafts" data-form="new-version"><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="from" value="${journey}"><button type="submit" name="version" value="${number}" class="polku-link-button">${words.studioVersions.draftFrom(number)}</button></form>`
}

export function authorName({ words }: Pick<StaffReader, 'words'>, author: string): string {
  if (author === 'shipped') return words.studio.shipped
  return author === 'command line' ? words.studio.commandLine : author
}

function changeList(reader: StaffReader, told: readonly ToldChange[], number: number): Html {
  const item = (change: ToldChange) =>
    html`<li data-change="${change.step}" data-kind="${change.kind}">${titleOf(reader, change.at)}: ${whatChanged(reader, change)}${change.credit && html`<br>${creditLine(reader, change.credit, `${number}/${change.step}/credited`)}`}</li>`
  return html`<h4 class="govuk-heading-s">${reader.words.studio.changes}</h4><ul class="govuk-list govuk-list--bullet">${told.map(item)}</ul>`
}

/** The kind of a change and the parts it touches, in words. */
export function whatChanged(
  { words, language }: StaffReader,
  { kind, parts }: Pick<VersionChange, 'kind' | 'parts'>,
): string {
  const names: Readonly<Record<string, string>> = words.walk.changed.parts
  const said = parts.map((part) => (names[part] ?? part).toLocaleLowerCase(language))
  return [words.studio.kinds[kind], ...(said.length > 0 ? [`(${said.join(', ')})`] : [])].join(' ')
}
