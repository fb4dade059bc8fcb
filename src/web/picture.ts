import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { factsOf } from '#src/journey/condition.ts'
import { conditionWords } from '#src/journey/condition-words.ts'
import type { Definition, Facts } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { type DrawnWords, sharingDrawing, strandDrawing } from '#src/journey/picture/drawing.ts'
import { type DrawnStep, giversOf, handOversOf, strandsOf } from '#src/journey/picture/strands.ts'
import { sharingPicture } from '#views/journey-picture/sharing.ts'
import { stepsPicture } from '#views/journey-picture/steps.ts'
import { plainIn } from '#views/said-in.ts'
import type { Reader } from '#views/walk/frame.ts'
import type { Context, Deps, Env } from './context.ts'
import { readerOf } from './reader.ts'

/** The newest version of a journey as pictures, each with its twin in words: for all situations, or for an example person's. */
export function pictureRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    routes.get(`/${language}/journeys/:journey/picture`, async (c) => {
      const { published, as, facts } = await situationAsked(c, deps, c.req.param('journey'))
      const reader = readerOf(c, deps)
      const { definition } = published.version
      const strands = strandsOf(published.journey, facts)
      return c.html(
        stepsPicture(reader, {
          ...{ published, as, strands },
          drawing: strandDrawing(strands, drawnWords(reader, definition)),
          concerns: (step) => forWhom(reader, definition, step, facts),
          mayTell: (fact) => mayTell(definition, fact),
        }),
      )
    })
    routes.get(`/${language}/journeys/:journey/picture/sharing`, async (c) => {
      const { published, as, facts } = await situationAsked(c, deps, c.req.param('journey'))
      const reader = readerOf(c, deps)
      const givers = giversOf(handOversOf(strandsOf(published.journey, facts)))
      const drawing = sharingDrawing(givers, drawnWords(reader, published.version.definition))
      return c.html(sharingPicture(reader, { published, as, givers, drawing }))
    })
  }
  return routes
}

type Asked = { readonly published: Published; readonly as: string | undefined; readonly facts: Facts | undefined }

/** Nobody named is everybody: all situations at once. */
async function situationAsked(c: Context, deps: Deps, journey: string): Promise<Asked> {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  const as = c.req.query('as') || undefined
  const persona = published.version.personas.find(({ id }) => id === as)
  if (as !== undefined && !persona) throw new AppError('not-found', 'persona')
  return { published, as, facts: persona?.facts }
}

/** What a drawing says, in the reader's language. */
export function drawnWords({ language, words }: Reader, { providers, data }: Definition): DrawnWords {
  const { picture, walk } = words
  return {
    said: (text) => plainIn(language, text),
    party: (id) => (id === 'self' ? walk.step.self : plainIn(language, providers[id]?.name)),
    data: (id) => plainIn(language, data?.[id]?.name),
    basis: (basis) => walk.step.basisName[basis],
    after: (numbers) => picture.after(numbers.join(', ')),
    counts: picture.counts,
  }
}

/** For whom a step is, in words; undefined where it is for everyone. */
export function forWhom(
  { language, words }: Reader,
  definition: Definition,
  { isForSome, place }: DrawnStep,
  facts: Facts | undefined,
): string | undefined {
  const { when } = place.step
  if (!isForSome || when === undefined) return undefined
  if (facts) return words.picture.perhaps
  const isPlain = [...factsOf(when, definition.conditions)].every((fact) => mayTell(definition, fact))
  return isPlain ? `${words.picture.onlyIf}: ${conditionWords(when, definition, language)}` : words.picture.some
}

/** Where a way out stands on every page, nothing on an open page tells somebody looking over the shoulder what is asked. */
function mayTell({ quick_exit, facts }: Definition, fact: string): boolean {
  return !(quick_exit && facts[fact]?.sensitive)
}
