import type { Answer } from './answer.ts'
import { rulesOf } from './kinds.ts'
import type { Prompt } from './prompt.ts'
import { type FieldError, openPromptForm } from './prompt-form.ts'
import type { Found } from './redaction.ts'

export { type AnswerError, fieldName } from './prompt-form.ts'

export type ReadAnswer =
  | { readonly ok: true; readonly answer: Answer | undefined; readonly redacted: readonly Found[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * What a posted step form says at one prompt. `answer` is undefined when nothing was said; `redacted` counts what was
 * taken out of the free text, which is redacted before it is returned, so that no caller can store the raw one.
 * Errors name the form field.
 */
export function readAnswer(prompt: Prompt, fields: Readonly<Record<string, string>>): ReadAnswer {
  const form = openPromptForm(prompt.id, fields)
  const answer = rulesOf(prompt).read(prompt, form)
  return form.errors.length > 0 ? { ok: false, errors: form.errors } : { ok: true, answer, redacted: form.redacted }
}
