import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type * as schema from './postgres/schema.ts'
import type { WalkStatements } from './walk-statements.ts'

// Both engines are written against the PostgreSQL types; that the SQLite schema has the same rows is proved by
// test/storage/schemas-agree.test.ts, and the one cast stands where SQLite is opened.
export type Db = NodePgDatabase<typeof schema>
export type Tables = typeof schema

/** One connection: its query builder, its tables and the statements prepared on it. */
export type On = { readonly db: Db; readonly t: Tables; readonly walk: WalkStatements }

/** A query, or one prepared earlier. */
export type Query<Result> = { execute(values?: Record<string, unknown>): Promise<Result> }
export type Asked = { readonly query: Query<unknown>; readonly values: Record<string, unknown> }

/**
 * What a port method does, written once for both engines: it yields queries, the engine runs each and hands back what
 * came of it. SQLite runs all of it at one go inside its transaction (an awaiting transaction on SQLite's one connection
 * would swallow other requests' writes); PostgreSQL awaits each. So a body never awaits anything itself, and may be run again.
 */
export type Body<T> = Generator<Asked, T, unknown>

export type Engine = {
  /** outside a transaction: one query, or several whose order makes no harm */
  read<T>(body: (on: On) => Body<T>): Promise<T>
  /** one transaction, kept only when the body ends without an error */
  write<T>(body: (on: On) => Body<T>): Promise<T>
  /** a write during which nobody else writes in this way: for what is numbered or chained one after another */
  writeAlone<T>(body: (on: On) => Body<T>): Promise<T>
}

/** Asks one query of the engine that runs the body. */
export function* ask<Result>(query: Query<Result>, values: Record<string, unknown> = {}): Body<Result> {
  // The engine answers each query with that query's own result.
  return (yield { query, values }) as Result
}
