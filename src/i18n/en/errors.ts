import type { Messages } from '../messages.ts'

export const errors = {} satisfies Messages['errors']
