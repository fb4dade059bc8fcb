import { fileURLToPath } from 'node:url'

/** The project's own folder, wherever the tests were started from. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
