import type { EditPart } from '#feedback/prompt.ts'
import { isWorded, partsOfSuggestion } from '#feedback/suggested-edit.ts'
import type { Definition, StepKey } from '#src/journey/definition.ts'
import type { Marked } from '#src/journey/word-marks.ts'
import type { PromptRow } from '#src/review/prompt-report.ts'
import type { StepRow } from '#src/review/step-report.ts'
import type { Suggested } from '#src/review/suggestion-store.ts'
import type { Deciding } from '#src/studio/decide-suggestion.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { summaryList } from '../../components/summary-list.ts'
import { scrollableTable } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { textarea } from '../../components/textarea.ts'
import { type Html, html } from '../../html.ts'
import { figureCell } from '../../review/figure-cell.ts'
import { promptTable } from '../../review/prompt-table.ts'
import { saidIn } from '../../said-in.ts'
import { markedText } from '../marked.ts'
import { type DraftFrame, draftFrame, draftPath } from './frame.ts'

export type ShownSuggestion = Suggested & {
  readonly part: EditPart
  /** the words of that part in the draft, in the language of the suggestion */
  readonly present: string | undefined
  /** those words and the suggested ones as one, where the one can take the other's place */
  readonly marks: readonly Marked[]
}
export type VoicesPage = {
  readonly step: StepKey
  readonly journey: string
  readonly title: string
  readonly rows: readonly StepRow[]
  readonly prompts: readonly { readonly definition: Definition; readonly row: PromptRow }[]
  readonly texts: readonly Contribution[]
  readonly suggestions: readonly ShownSuggestion[]
  /** suggestions that nobody has read yet */
  readonly waiting: number
  readonly refused:
    | {
        readonly contribution: string
        readonly how: Deciding
        readonly error: 'reason' | 'words' | 'long' | 'decided'
        readonly words: string
        readonly reason: string
      }
    | undefined
}

/** What citizens said of a step in this version and those before it, and the changes they suggest. */
export function voicesPage(reader: StaffReader, frame: DraftFrame, page: VoicesPage): Html {
  const { words, language } = reader
  const text = words.suggestedEdits.studio
  const { refused } = page
  return draftFrame(reader, frame, {
    ...{ page: 'outline', title: `${text.title}: ${page.title}`, hasErrors: refused !== undefined },
    data: { track: page.step.split('/')[0] ?? '', step: page.step.split('/')[1] ?? '', view: 'voices' },
    back: draftPath(reader, frame, `/steps/${page.step}`),
    body: html`${refused && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: errorText(reader, refused.error), href: `#said-${refused.contribution}` }] })}
<p class="govuk-body-l">${text.lead}</p>
<h2 class="govuk-heading-m" id="suggestions">${text.suggestions}</h2>
${page.waiting > 0 && html`<p class="govuk-body">${text.waiting(page.waiting)}</p>`}
${page.suggestions.length === 0 && html`<p class="govuk-body">${text.noSuggestions}</p>`}
${page.suggestions.map((one) => suggestion(reader, frame, page, one))}
<h2 class="govuk-heading-m" id="figures">${text.figures}</h2>
${figures(reader, page)}
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${page.journey}/steps/${page.step}">${text.whole}</a></p>
${page.prompts.map(({ definition, row }) => html`<p class="govuk-hint">${text.version} ${row.version}</p>${promptTable(reader, definition, row)}`)}
<h2 class="govuk-heading-m" id="texts">${text.texts}</h2>
${page.texts.length === 0 ? html`<p class="govuk-body">${text.noTexts}</p>` : html`<ul class="govuk-list govuk-list--spaced">${page.texts.map((one) => html`<li data-contribution="${one.id}"><span lang="${one.language}" class="polku-own-lines">${one.text}</span> <span class="govuk-hint">${text.inVersion(one.version)}</span></li>`)}</ul>`}`,
  })
}

function errorText({ words }: StaffReader, error: NonNullable<VoicesPage['refused']>['error']): string {
  const { reasonNeeded, wordsNeeded, tooLong, decidedAlready } = words.suggestedEdits.studio
  return { reason: reasonNeeded, words: wordsNeeded, long: tooLong, decided: decidedAlready }[error]
}

function figures(reader: StaffReader, { rows }: VoicesPage): Html {
  const text = reader.words.suggestedEdits.studio
  const columns = ['reached', 'answered', 'skipped', 'left'] as const
  return scrollableTable({
    caption: text.withheldNote,
    captionClasses: 'govuk-hint',
    firstCellIsHeader: true,
    head: [{ text: text.version }, ...columns.map((one) => ({ text: text[one], format: 'numeric' as const }))],
    rows: rows.map((row) => [
      { text: String(row.version) },
      ...columns.map((one) => figureCell(reader, `${row.version}/${row.key}/${one}`, row.figures[one])),
    ]),
  })
}

function suggestion(reader: StaffReader, frame: DraftFrame, page: VoicesPage, one: ShownSuggestion): Html {
  const { said, decision, part, present } = one
  const { words, why } = partsOfSuggestion(said.text ?? '')
  const text = reader.words.suggestedEdits.studio
  const own = (value: string | undefined) =>
    html`<span lang="${said.language}" class="polku-own-lines">${value ?? ''}</span>`
  const isReplacing = isWorded(part) && words !== undefined
  return html`<section class="polku-said" data-suggestion="${said.id}" data-state="${decision?.state ?? 'open'}" id="said-${said.id}"><h3 class="govuk-heading-s">${reader.words.suggestedEdits.parts[part]} ${tag({ text: text.states[decision?.state ?? 'open'], classes: 'govuk-tag--grey' })}</h3>
<p class="govuk-hint">${text.inVersion(said.version)}</p>
${summaryList({
  rows: [
    ...(isReplacing && present !== undefined && !decision ? [{ key: text.now, value: own(present) }] : []),
    ...(words
      ? [
          {
            key: text.suggested,
            value: html`<span lang="${said.language}" class="polku-own-lines">${isReplacing && one.marks.length > 0 && !decision ? markedText(reader, one.marks) : words}</span>`,
          },
        ]
      : []),
    ...(why ? [{ key: text.why, value: own(why) }] : []),
    ...(decision && Object.keys(decision.reason).length > 0
      ? [{ key: text.reason, value: saidIn(reader.language, decision.reason) }]
      : []),
  ],
})}
${decision ? html`<p class="govuk-body">${text.by(decision.by)}${decision.version && html`. ${text.version} ${decision.version}`}</p>` : frame.state !== 'archived' && deciding(reader, frame, page, one, words)}</section>`
}

function deciding(
  reader: StaffReader,
  frame: DraftFrame,
  { step, refused }: VoicesPage,
  { said, part }: ShownSuggestion,
  words: string | undefined,
): Html {
  const text = reader.words.suggestedEdits.studio
  const again = refused?.contribution === said.id ? refused : undefined
  const isReplacing = isWorded(part)
  const form = (go: Deciding, body: Html) =>
    html`<form method="post" action="${draftPath(reader, frame, `/steps/${step}/voices`)}" data-form="suggestion-${go}" novalidate><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="contribution" value="${said.id}">${body}</form>`
  const press = (go: Deciding, words: string) =>
    button({ text: words, name: 'go', value: go, classes: 'govuk-button--secondary' })
  const reason = (go: Deciding) => {
    const error = again?.how === go && again.error !== 'words' ? errorText(reader, again.error) : undefined
    return textarea({
      ...{
        name: 'reason',
        id: `reason-${go}-${said.id}`,
        label: { text: text.reason },
        hint: { text: text.reasonHint },
      },
      ...{ rows: 2, value: again?.how === go ? again.reason : undefined },
      errorMessage: error ? problem(reader, error) : undefined,
    })
  }
  const adapted = textarea({
    ...{
      name: 'words',
      id: `words-${said.id}`,
      label: { text: text.adapted },
      hint: { text: text.adaptHint },
      rows: 3,
    },
    ...{ value: again?.how === 'adapt' ? again.words : words, attributes: { lang: said.language } },
    errorMessage: again?.how === 'adapt' && again.error === 'words' ? problem(reader, text.wordsNeeded) : undefined,
  })
  return html`${isReplacing && words !== undefined && form('accept', press('accept', text.accept))}
${
  isReplacing
    ? details({
        summaryText: text.adapt,
        open: again?.how === 'adapt',
        text: form('adapt', html`${adapted}${reason('adapt')}${press('adapt', text.adapt)}`),
      })
    : form('done', press('done', text.markDone))
}
${details({ summaryText: text.declining, open: again?.how === 'decline', text: form('decline', html`${reason('decline')}${press('decline', text.decline)}`) })}`
}

function problem({ words }: StaffReader, text: string) {
  return { text, visuallyHiddenText: words.site.errorPrefix.replace(/:$/, '') }
}
