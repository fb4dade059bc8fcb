export type { Brief, BriefLine } from '#src/review/brief.ts'

/** The thresholds of src/review/brief.ts as they are printed beside the lists; a test keeps them equal. */
export const THRESHOLDS_SHOWN = { n: 10, holds: 70, side: 30 } as const
