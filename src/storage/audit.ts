import { createHash } from 'node:crypto'
import { desc, lt } from 'drizzle-orm'
import type { AuditEntry } from '#src/account/account-store.ts'
import { ask, type Body, type On } from './engine.ts'

const BEGINNING = '0'.repeat(64)

/** Adds to the trail. Only inside `writeAlone`: each entry seals the one before. */
export function* record(on: On, entry: Omit<AuditEntry, 'seq' | 'chain'>): Body<void> {
  const { audit } = on.t
  const [last] = yield* ask(on.db.select().from(audit).orderBy(desc(audit.seq)).limit(1))
  const { at, who, what, about, why } = entry
  const next = { seq: (last?.seq ?? 0) + 1, at, who, what, about, why }
  yield* ask(on.db.insert(audit).values({ ...next, why: why ?? null, chain: sealOf(last?.chain, next) }))
}

export function* readAudit(on: On, input: { limit: number; before: number | undefined }): Body<readonly AuditEntry[]> {
  const { audit } = on.t
  const which = input.before === undefined ? undefined : lt(audit.seq, input.before)
  const rows = yield* ask(on.db.select().from(audit).where(which).orderBy(desc(audit.seq)).limit(input.limit))
  return rows.map((row) => ({ ...row, why: row.why ?? undefined }))
}

/** sha256, 64 hexadecimal digits, over the seal before (none at the beginning) and the entry's fields in a fixed order. */
export function sealOf(
  before: string | undefined,
  { seq, at, who, what, about, why }: Omit<AuditEntry, 'chain'>,
): string {
  const entry = JSON.stringify([before ?? BEGINNING, seq, at, who, what, about, why ?? null])
  return createHash('sha256').update(entry).digest('hex')
}

/** The first entry that does not fit the one before it, or undefined when the trail is whole. Entries from the first one on, oldest first. */
export function firstBroken(entries: readonly AuditEntry[]): AuditEntry | undefined {
  return entries.find((entry, i) => entry.seq !== i + 1 || entry.chain !== sealOf(entries[i - 1]?.chain, entry))
}
