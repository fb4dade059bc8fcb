import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Definition, Persona } from '#src/journey/definition.ts'
import { readDefinition, readPersonas } from '#src/journey/notation.ts'
import { type TestApp, testApp } from './app.ts'
import { PROJECT } from './project.ts'

export const SHIPPED = 'death-of-a-relative'

export type ShippedJourney = {
  readonly text: string
  readonly personasText: string
  readonly definition: Definition
  readonly personas: readonly Persona[]
}

export function shippedJourney(id = SHIPPED): ShippedJourney {
  const text = readFileSync(join(PROJECT, 'journeys', id, 'journey.yaml'), 'utf8')
  const personasText = readFileSync(join(PROJECT, 'journeys', id, 'personas.yaml'), 'utf8')
  const read = readDefinition(text)
  const people = readPersonas(personasText)
  if (!read.ok || !people.ok) throw new Error(`${id} cannot be read`)
  return { text, personasText, definition: read.definition, personas: people.personas }
}

/** Later than the day any example person lost somebody, which may not lie in the future. */
const TODAY = Date.parse('2026-12-01T07:00:00Z')

/** The whole service with the shipped journey, in this process. */
export async function shippedApp({ definition, personas } = shippedJourney()): Promise<TestApp> {
  const app = await testApp({ definitions: [definition], personas })
  app.clock.now = TODAY
  return app
}
