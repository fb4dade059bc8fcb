import { addedId, statementId } from '#feedback/statement-id.ts'
import type { Definition, Words } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { promptsByStep } from '#src/journey/prompts.ts'
import { importedAuthor } from './imported-ids.ts'
import type { VotedStatement } from './opinion-files.ts'
import type { ReportDeps } from './read-report.ts'

type Deps = Pick<ReportDeps, 'review' | 'versions' | 'library'>

/** Every statement of a journey that people have met in any version: the team's own in their order, then those of walkers that are visible. */
export async function votedStatements(deps: Deps, { version }: Published): Promise<readonly VotedStatement[]> {
  const { journey } = version
  const lines = (await deps.versions.list(journey)).toReversed()
  const all = await Promise.all(lines.map(({ number }) => deps.library.version(journey, number)))
  const seeds = all.flatMap((one) => (one ? seedsOf(one.version.definition, one.version.publishedAt) : []))
  const added = await Promise.all(
    lines.map(({ number }) => deps.review.texts({ journey, version: number, modes: ['own', 'imported'] }, undefined)),
  )
  const told = added
    .flat()
    .filter(({ kind, prompt, state }) => kind === 'statement' && prompt === 'own' && state === 'visible')
  return [
    ...new Map(seeds.toReversed().map((seed) => [seed.id, seed])).values(),
    ...told
      .toSorted((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, walk, step, text = '', language, at }) => ({
        ...{ id: addedId(id), author: importedAuthor(walk), step, text, language, at, isSeed: false },
      })),
  ]
}

function seedsOf(definition: Definition, at: number): readonly VotedStatement[] {
  return [...promptsByStep(definition)].flatMap(([step, prompts]) =>
    prompts.flatMap((prompt) => {
      const id = statementId(step, prompt.id)
      if (prompt.kind !== 'statement' || id === undefined) return []
      const { language, text } = firstOf(prompt.text)
      return [{ id, step, text, language, isSeed: true, author: undefined, at }]
    }),
  )
}

/** The language a statement of the team is released in: the first the journey has it in. */
function firstOf(words: Words): { readonly language: string; readonly text: string } {
  const [language = 'fi', text = ''] = Object.entries(words)[0] ?? []
  return { language, text }
}
