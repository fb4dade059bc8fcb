import type { fi } from './fi/index.ts'

/** Finnish is the source: a key that Swedish or English lacks does not compile. */
export type Messages = typeof fi
