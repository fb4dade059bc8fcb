import type { KindRules } from './kinds.ts'

export const open: KindRules<'open'> = {
  options: () => [],
  read(_prompt, form) {
    const text = form.text('text', 'open')
    return text === undefined ? undefined : { kind: 'open', text }
  },
  optionOf: () => undefined,
}
