import type { Messages } from '../messages.ts'

export const help = {
  link: 'Where to find help and support',
  phone: 'You can also call',
  emergency: 'In an emergency, call',
} satisfies Messages['help']
