const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Id of a journey' }
const number = { name: 'number', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }
const json = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } })
const of = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const get = (summary: string, schema: object, parameters: readonly object[] = []) => ({
  get: {
    summary,
    parameters,
    responses: {
      200: json('As published', schema),
      ...(parameters.length > 0 && { 404: json('There is none', of('Error')) }),
    },
  },
})
const words = { type: 'object', properties: { fi: { type: 'string' }, sv: { type: 'string' }, en: { type: 'string' } } }
const text = { type: 'string' }
const count = { type: ['integer', 'null'], description: 'null where 1 to 4 people are withheld' }
const moment = { type: 'string', format: 'date-time' }
const journey = {
  id: text,
  title: words,
  summary: { anyOf: [words, { type: 'null' }] },
  languages: { type: 'array', items: text },
  version: { type: 'integer' },
  hash: { ...text, description: 'sha256 of the canonical definition' },
  publishedAt: moment,
  href: text,
}
const object = (properties: object) => ({ type: 'object', properties })
const listOf = (items: object) => ({ type: 'array', items })
const figures = Object.fromEntries(
  ['reached', 'shown', 'answered', 'skipped', 'left', 'set_aside'].map((column) => [column, count]),
)

/** What the programming interface answers: read-only, open to all, without a key. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Polku',
    version: '1',
    description: 'Journeys as published and their figures as released. Nothing here tells of a single walk.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  paths: {
    '/api/v1/journeys': get('All journeys in their newest version', object({ journeys: listOf(of('Journey')) })),
    '/api/v1/journeys/{id}': get('A journey and its versions', of('JourneyWithVersions'), [id]),
    '/api/v1/journeys/{id}/versions/{number}': get('One version, whole; it never changes', of('Version'), [id, number]),
    '/api/v1/journeys/{id}/figures': get('Figures of the newest release of open data', of('Figures'), [id]),
    '/api/v1/journey.schema.json': get('JSON Schema of a journey definition', { type: 'object' }),
  },
  components: {
    schemas: {
      Journey: object(journey),
      JourneyWithVersions: object({
        ...journey,
        versions: listOf(object({ number: { type: 'integer' }, hash: text, publishedAt: moment, href: text })),
      }),
      Version: object({
        ...journey,
        note: { anyOf: [words, { type: 'null' }] },
        changes: listOf({ type: 'object' }),
        definition: { type: 'object' },
      }),
      Figures: object({
        journey: text,
        release: { type: 'integer' },
        released: moment,
        licence: text,
        steps: listOf(object({ version: { type: 'integer' }, track: text, step: text, provider: text, ...figures })),
      }),
      Error: object({ error: object({ code: text, message: text }) }),
    },
  },
} as const
