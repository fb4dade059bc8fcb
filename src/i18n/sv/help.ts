import type { Messages } from '../messages.ts'

export const help = {
  link: 'Här får du hjälp och stöd',
  phone: 'Du kan också ringa:',
  emergency: 'I en nödsituation, ring',
} satisfies Messages['help']
