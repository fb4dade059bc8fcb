import type { KindRules } from './kinds.ts'

const ANSWERS = ['yes', 'partly', 'no'] as const
const ID = /^answers-this\.v([1-9]\d*)$/

export const answersThis: KindRules<'answers-this'> = {
  options: () => ANSWERS,
  read(_prompt, form) {
    const answer = form.option('answer', ANSWERS)
    const text = form.text('text', 'why')
    return answer === undefined && text === undefined ? undefined : { kind: 'answers-this', answer, text }
  },
  optionOf: (answer) => answer.answer,
}

/** The id of the question whether the change that came with a version answers what was said: `answers-this.v2`. */
export function answersThisId(version: number): string {
  return `answers-this.v${version}`
}

/**
 * The version whose change a prompt asks about, by the prompt's id; undefined for every other prompt. Answers belong to
 * that version, also those of people whose own walk stays on an earlier one.
 */
export function versionAsked(prompt: string): number | undefined {
  const [, version] = ID.exec(prompt) ?? []
  return version === undefined ? undefined : Number(version)
}
