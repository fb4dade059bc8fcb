import type { KindRules } from './kinds.ts'

const COMFORTS = ['yes', 'ask-first', 'no'] as const

export const dataSharing: KindRules<'data-sharing'> = {
  options: () => COMFORTS,
  read(_prompt, form) {
    const comfort = form.option('comfort', COMFORTS)
    const text = form.text('text', 'why')
    return comfort === undefined && text === undefined ? undefined : { kind: 'data-sharing', comfort, text }
  },
  optionOf: (answer) => answer.comfort,
}
