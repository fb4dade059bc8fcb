import type { SideName } from '#src/studio/comparable.ts'
import type { StaffReader } from '../account/frame.ts'
import { moment } from '../account/moment.ts'
import { label } from '../components/label.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { ShownSide } from './compare.ts'
import { authorName } from './versions.ts'

/** What may be chosen, under the heading it stands under in the list. */
export type Choice = { readonly group: string; readonly sides: readonly Pick<ShownSide, 'ref' | 'name' | 'title'>[] }

/** Version 3; a draft as it is now; save 5 of a draft. */
export function sideName({ words }: StaffReader, name: SideName, title: string): string {
  const text = words.studioVersions
  if (name.is === 'version') return words.studio.version(name.number)
  return name.number === undefined ? text.draft(title) : text.save(name.number, title)
}

/** Who made it, when and why. */
export function sideLine(reader: StaffReader, { name, title, by, at, note }: ShownSide): Html {
  return html`<strong>${sideName(reader, name, title)}</strong>. ${moment(reader.language, at)}, ${authorName(reader, by)}${note && html`. ${saidIn(reader.language, note)}`}`
}

/** Two lists with everything that can be compared. */
export function chooseSides(
  reader: StaffReader,
  choices: readonly Choice[],
  chosen: { readonly from: string; readonly to: string },
): Html {
  const text = reader.words.studioVersions
  return html`<div class="polku-sides">${(['from', 'to'] as const).map(
    (which) => html`<div class="govuk-form-group">${label({ text: text[which], for: which })}
<select class="govuk-select" id="${which}" name="${which}">${choices.map((choice) => group(reader, choice, chosen[which]))}</select></div>`,
  )}</div>`
}

function group(reader: StaffReader, { group: name, sides }: Choice, chosen: string): Html | false {
  const option = ({ ref, name: own, title }: Choice['sides'][number]) =>
    html`<option value="${ref}"${ref === chosen && html` selected`}>${sideName(reader, own, title)}</option>`
  return sides.length > 0 && html`<optgroup label="${name}">${sides.map(option)}</optgroup>`
}
