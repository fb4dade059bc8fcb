import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type * as pg from '#src/storage/postgres/schema.ts'
import type * as lite from '#src/storage/sqlite/schema.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type True<T extends true> = T
type Rows<Tables extends Record<string, { $inferSelect: unknown; $inferInsert: unknown }>> = {
  [K in keyof Tables]: [Tables[K]['$inferSelect'], Tables[K]['$inferInsert']]
}
/** `tsc` refuses this line as soon as a table or column differs; new tables are covered by themselves. */
export type SchemasAgree = True<Equal<Rows<typeof lite>, Rows<typeof pg>>>

test('both schemas are the same text', () => {
  const text = (engine: string) =>
    readFileSync(new URL(`../../src/storage/${engine}/schema.ts`, import.meta.url), 'utf8')
  expect(text('postgres').replace('{ P as c }', '{ S as c }')).toBe(text('sqlite'))
})
