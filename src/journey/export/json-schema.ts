import { z } from 'zod'
import { Definition } from '../definition.ts'

let schema: object | undefined

/**
 * The format of journey.yaml as JSON Schema (draft 2020-12), for completion and checks in other editors. It tells the
 * shape alone: what the lints and the proof know, no schema can say.
 */
export function journeySchema(): object {
  schema ??= {
    $id: 'journey.schema.json',
    title: 'A Polku journey, format 1',
    ...z.toJSONSchema(Definition, { io: 'input', unrepresentable: 'any' }),
  }
  return schema
}
