import type { Messages } from '../messages.ts'

export const account = {} satisfies Messages['account']
