import type { Here } from '#src/walk/here.ts'
import type { Moved, WalkEvent } from '#src/walk/walk.ts'
import { button } from '../components/button.ts'
import { type Html, html } from '../html.ts'
import { formFields, goodToKnow, type Reader, walkUrl } from './frame.ts'

export type LastMove = {
  readonly event: Extract<WalkEvent, { kind: 'moved' | 'moved-back' }>
  /** the move can still be taken back */
  readonly undoable: Moved | undefined
  readonly key: string
}

/** After a move: where the walk is, and the way back while there is one. */
export function moveNotice(reader: Reader, here: Here, move: LastMove | undefined): Html | undefined {
  if (!move) return undefined
  const text = reader.words.changes.newer
  const { event, undoable, key } = move
  if (event.kind === 'moved-back') return goodToKnow(reader, text.back(event.version))
  if (!undoable) return undefined
  return goodToKnow(
    reader,
    html`<p class="govuk-body">${text.moved(event.version)}</p><form method="post" action="${walkUrl(reader, here.walk.id, 'newer/undo')}" data-form="undo-move">${formFields(reader, key)}${button({ text: text.undoButton(undoable.from.version), classes: 'govuk-button--secondary' })}</form>`,
  )
}
