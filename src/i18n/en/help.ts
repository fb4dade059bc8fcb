import type { Messages } from '../messages.ts'

export const help = {
  label: 'Help and support',
  link: 'Where to find help and support',
  phone: 'Call the trial’s support',
  emergency: 'In an emergency, call 112',
} satisfies Messages['help']
