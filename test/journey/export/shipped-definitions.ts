import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Definition } from '#src/journey/definition.ts'
import { PROJECT } from '../../support/project.ts'
import { shippedJourney } from '../../support/shipped.ts'

/** Every journey that comes with the product, by its id. */
export const ALL_SHIPPED: readonly (readonly [id: string, definition: Definition])[] = readdirSync(
  join(PROJECT, 'journeys'),
).map((id) => [id, shippedJourney(id).definition])
