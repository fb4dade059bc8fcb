import * as pg from 'drizzle-orm/pg-core'
import * as lite from 'drizzle-orm/sqlite-core'

// Only types that both engines hold alike: text, numbers, epoch milliseconds, booleans, JSON.
// JSON is `json`, not `jsonb`, in PostgreSQL: jsonb sorts keys, and in a definition the order of keys is content.
// drizzle's own pg json column parses what pg has parsed already, which would turn the told text '12' into a number.
const pgJson = pg.customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value,
})
const liteJson = lite.customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
})

export const S = {
  table: lite.sqliteTable,
  index: lite.index,
  unique: lite.uniqueIndex,
  pk: lite.primaryKey,
  str: <T extends string = string>(name: string) => lite.text(name).$type<T>(),
  int: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  json: <T>(name: string) => liteJson(name).$type<T>(),
  at: (name: string) => lite.integer(name),
}

export const P = {
  table: pg.pgTable,
  index: pg.index,
  unique: pg.uniqueIndex,
  pk: pg.primaryKey,
  str: <T extends string = string>(name: string) => pg.text(name).$type<T>(),
  int: (name: string) => pg.integer(name),
  bool: (name: string) => pg.boolean(name),
  json: <T>(name: string) => pgJson(name).$type<T>(),
  at: (name: string) => pg.bigint(name, { mode: 'number' }),
}
