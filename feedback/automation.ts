import type { KindRules } from './kinds.ts'

const WISHES = ['do-it', 'ask-first', 'let-me'] as const

export const automation: KindRules<'automation'> = {
  options: () => WISHES,
  read(_prompt, form) {
    const wish = form.option('wish', WISHES)
    const text = form.text('text', 'why')
    return wish === undefined && text === undefined ? undefined : { kind: 'automation', wish, text }
  },
  optionOf: (answer) => answer.wish,
}
