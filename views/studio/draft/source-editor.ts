import type { StaffReader } from '../../account/frame.ts'
import { button } from '../../components/button.ts'
import type { Attributes } from '../../components/content.ts'
import { type Html, html } from '../../html.ts'

/** How the text of a journey is written: in the editor where there is script, or in the plain field by choice. */
export type SourceField = 'editor' | 'plain'

/** What the script needs to stand in the place of the field. */
export function editorAttributes({ words }: StaffReader, check: string): Attributes {
  return { 'data-source-editor': check, 'data-phrases': JSON.stringify(words.sourceEditor.phrases) }
}

/** The text goes along, so that nothing written is lost on the way. The way out of the editor shows itself where one is. */
export function fieldSwitch({ words }: StaffReader, field: SourceField): Html {
  const text = words.sourceEditor
  return field === 'plain'
    ? button({ text: text.useEditor, name: 'go', value: 'editor', classes: 'govuk-button--secondary' })
    : button({
        text: text.usePlain,
        name: 'go',
        value: 'plain',
        classes: 'govuk-button--secondary',
        attributes: { hidden: '', 'data-plain': '' },
      })
}

export function editorScript({ assets }: StaffReader): Html {
  return html`<script type="module" src="${assets.editor}"></script>`
}
