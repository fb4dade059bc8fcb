import type { StaffSession } from './account-store.ts'

const MINUTE = 60_000
const IDLE = 30 * MINUTE
export const LONGEST_SESSION = 8 * 60 * MINUTE

/** Whether a session still opens anything: half an hour away ends it, and so do eight hours. Milliseconds. */
export function isActive({ seenAt, createdAt }: Pick<StaffSession, 'seenAt' | 'createdAt'>, now: number): boolean {
  return now - seenAt <= IDLE && now - createdAt <= LONGEST_SESSION
}
