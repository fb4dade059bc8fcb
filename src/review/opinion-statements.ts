import { statementId } from '#feedback/statement-id.ts'
import type { Library } from '#src/journey/library.ts'
import { promptsByStep } from '#src/journey/prompts.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import type { StatementStore } from '#src/walk/statement-store.ts'
import type { Statement } from './opinion-results.ts'

export type StatementDeps = {
  readonly library: Library
  readonly versions: VersionStore
  readonly statements: Pick<StatementStore, 'added'>
}

/**
 * The statements of the given ids that may be read, in the order of the journey's steps, the team's own before those of
 * walkers. The team's are told as the newest version that has them tells them.
 */
export async function readableStatements(
  deps: StatementDeps,
  journey: string,
  ids: readonly string[],
): Promise<readonly Statement[]> {
  const wanted = new Set(ids)
  const seeds = (await seedsEver(deps, journey)).filter(({ id }) => wanted.has(id))
  const isSeed = new Set(seeds.map(({ id }) => id))
  const added = await deps.statements.added(
    journey,
    ids.filter((id) => !isSeed.has(id)),
  )
  const walkers = added
    .filter(({ isServed }) => isServed)
    .map(({ id, step, words }): Statement => ({ id, step, words, origin: 'participant' }))
  const place = new Map((await stepOrder(deps, journey)).map((step, at) => [step, at]))
  const at = ({ step }: Statement) => place.get(step) ?? place.size
  return [...seeds, ...walkers].toSorted((one, other) => at(one) - at(other))
}

async function seedsEver({ versions, library }: StatementDeps, journey: string): Promise<readonly Statement[]> {
  const numbers = (await versions.list(journey)).map(({ number }) => number).toSorted((one, other) => one - other)
  const all = await Promise.all(numbers.map((number) => library.version(journey, number)))
  const seeds = all.flatMap((published) => (published ? [...promptsByStep(published.version.definition)] : []))
  return [
    ...new Map(
      seeds.flatMap(([step, prompts]) =>
        prompts.flatMap((prompt): [string, Statement][] => {
          const id = prompt.kind === 'statement' ? statementId(step, prompt.id) : undefined
          if (prompt.kind !== 'statement' || id === undefined) return []
          return [[id, { id, step, words: prompt.text, origin: 'team' }]]
        }),
      ),
    ).values(),
  ]
}

async function stepOrder({ library }: StatementDeps, journey: string): Promise<readonly string[]> {
  const latest = await library.latest(journey)
  return latest ? [...promptsByStep(latest.version.definition).keys()] : []
}
