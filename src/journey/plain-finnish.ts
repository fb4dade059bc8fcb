import { compile } from './compile.ts'
import { Definition, type Persona } from './definition.ts'
import type { Library, Published } from './library.ts'
import { promptsByStep } from './prompts.ts'

const PLAIN = 'fi-x-selko'

/**
 * The same definition for a reader of plain Finnish: each Finnish text that has a plain variant is replaced by it, the
 * others stay. Ids, rules and the other languages are the same, so a walk goes on in either.
 */
export function inPlainFinnish(definition: Definition): Definition {
  // Parsed again rather than asserted: walking through every value loses its type.
  return Definition.parse(plainly(definition))
}

/** The library as a reader of plain Finnish meets it. Never for staff: what they save would have lost the usual words. */
export function plainLibrary(library: Library): Library {
  const ready = new WeakMap<Published, Published>()
  const plain = (published: Published): Published => {
    const known = ready.get(published)
    if (known) return known
    const made = publishedPlainly(published)
    ready.set(published, made)
    return made
  }
  return {
    renew: library.renew,
    allLatest: async () => (await library.allLatest()).map(plain),
    async latest(journey) {
      const published = await library.latest(journey)
      return published && plain(published)
    },
    async version(journey, number) {
      const published = await library.version(journey, number)
      return published && plain(published)
    },
  }
}

/** A version with its plain Finnish words in the place of the usual ones. */
export function publishedPlainly(published: Published): Published {
  const { version } = published
  if (!hasPlainFinnish(version.definition)) return published
  const definition = inPlainFinnish(version.definition)
  return {
    version: { ...version, definition, personas: version.personas.map(introduced) },
    journey: compile(definition),
    prompts: promptsByStep(definition, version),
  }
}

/** A journey is offered in plain Finnish once its title is: a lint then lists the texts that still miss it. */
function hasPlainFinnish({ title }: Pick<Definition, 'title'>): boolean {
  return title[PLAIN] !== undefined
}

function introduced(persona: Persona): Persona {
  const { introduction } = persona
  return { ...persona, introduction: { ...introduction, fi: introduction[PLAIN] ?? introduction.fi } }
}

function plainly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainly)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value).map(([key, part]) => [key, plainly(part)])
  return Object.fromEntries(PLAIN in value ? [...parts, ['fi', value[PLAIN]]] : parts)
}
