import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import { radios } from '../../components/radios.ts'
import { type Html, html } from '../../html.ts'
import { type DraftFrame, type DraftPage, draftFrame, draftPath } from './frame.ts'

type Values = Readonly<Record<string, readonly string[]>>
export type ShownConflict = {
  readonly name: string
  readonly label: string
  readonly lang: string | undefined
  readonly mine: Values
  readonly theirs: Values
}
export type MergePage = {
  readonly page: DraftPage
  readonly path: string
  /** the revision the form was opened on, and the one whose words are shown here */
  readonly base: string
  readonly seen: number
  readonly conflicts: readonly ShownConflict[]
  /** what was written for something that is gone */
  readonly gone?: readonly string[]
}

/** Two texts for one place: both are shown whole, and one is chosen. */
export function mergePage(reader: StaffReader, frame: DraftFrame, page: MergePage): Html {
  const { words, formToken } = reader
  const text = words.draft.merge
  const { conflicts, gone } = page
  return draftFrame(reader, frame, {
    page: page.page,
    title: text.title,
    back: draftPath(reader, frame, gone ? '' : page.path),
    hasErrors: true,
    data: { merge: String(conflicts.length) },
    body: gone
      ? html`<p class="govuk-body-l">${words.draft.errors.gone}</p>${gone.filter((one) => one !== '').map((one) => html`<p class="govuk-body polku-own-lines">${one}</p>`)}`
      : html`<p class="govuk-body-l">${text.lead}</p>
<form method="post" action="${draftPath(reader, frame, page.path)}" data-form="merge" novalidate><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="base" value="${page.base}"><input type="hidden" name="seen" value="${page.seen}">
${conflicts.map((conflict) => choice(reader, conflict))}
${button({ text: text.button, name: 'go', value: 'save' })}</form>`,
  })
}

function choice({ words }: StaffReader, { name, label, lang, mine, theirs }: ShownConflict): Html {
  const text = words.draft.merge
  const shown = (values: Values) => {
    const said = Object.values(values)
      .flat()
      .filter((value) => value !== '')
      .join(' ')
    return said === '' ? text.empty : said
  }
  const kept = Object.entries(mine).flatMap(([own, values]) => values.map((value) => ({ own, value })))
  return html`${kept.map(({ own, value }) => html`<input type="hidden" name="${own}" value="${value}">`)}<input type="hidden" name="boxes" value="${name}">
${radios({
  name: `keep.${name}`,
  fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
  value: 'mine',
  items: [
    { value: 'mine', text: text.mine, hint: { text: shown(mine), attributes: { lang } } },
    { value: 'theirs', text: text.theirs, hint: { text: shown(theirs), attributes: { lang } } },
  ],
})}`
}
