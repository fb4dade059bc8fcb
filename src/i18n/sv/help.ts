import type { Messages } from '../messages.ts'

export const help = {
  label: 'Hjälp och stöd',
  link: 'Här får du hjälp och stöd',
  phone: 'Ring försökets stöd',
  emergency: 'Ring 112 i en nödsituation',
} satisfies Messages['help']
