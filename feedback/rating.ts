import type { KindRules } from './kinds.ts'

const WORKS = ['yes', 'partly', 'no'] as const
const SCALE = ['1', '2', '3', '4', '5'] as const

export const rating: KindRules<'rating'> = {
  options: (prompt) => (prompt.of === 'works' ? WORKS : SCALE),
  read(prompt, form) {
    const rating = form.option('rating', this.options(prompt))
    const text = form.text('text', 'why')
    return rating === undefined && text === undefined ? undefined : { kind: 'rating', rating, text }
  },
  optionOf: (answer) => answer.rating,
}
