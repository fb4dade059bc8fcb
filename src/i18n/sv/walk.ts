import type { Messages } from '../messages.ts'

export const walk = {} satisfies Messages['walk']
