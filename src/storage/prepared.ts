import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

/** A value that is filled in when a prepared query runs. */
export function held(name: string) {
  return sql.placeholder(name)
}

/** A value filled in later, written the way its column writes values. */
export function into(column: PgColumn, name: string): SQL {
  return sql`${sql.param(held(name), column)}`
}

/** Every column of a table, each filled in later under its own name. */
export function all<T extends PgTable>(table: T): { [K in keyof T['$inferInsert']]-?: ReturnType<typeof held> } {
  const names = Object.keys(getTableColumns(table)).map((name) => [name, held(name)])
  return Object.fromEntries(names) as { [K in keyof T['$inferInsert']]-?: ReturnType<typeof held> }
}
