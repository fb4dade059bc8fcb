import type { Messages } from '../messages.ts'

export const review = {} satisfies Messages['review']
