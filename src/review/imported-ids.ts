import type { PolisComment } from '#feedback/opinion-map/polis-export.ts'
import { addedId } from '#feedback/statement-id.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'

// Exports number people and statements in the order of their ids: what was number 12 gets an id that makes it 12 again.
const WIDTH = 7

/** The walk that stands for somebody of an export. Who wrote several statements at a step has one for each: a walk holds one. */
export function importedWalk(run: string, person: string, nth: number): string {
  const id = `imported-${run}-${person.padStart(WIDTH, '0')}`
  return nth === 0 ? id : `${id}.${nth}`
}

export function importedStatement(run: string, comment: string): string {
  return `imported-${run}-${comment.padStart(WIDTH, '0')}`
}

/** Whose walk it is, where one person has several. */
export function importedAuthor(walk: string): string {
  return walk.split('.')[0] ?? walk
}

export type ImportedPlace = { readonly step: StepKey; readonly prompt: string }

/** Where each statement of an export is voted on, by its number there: a statement of the team's own is the journey's, where it has it. */
export function importedPlaces(
  { journey, prompts }: Pick<Published, 'journey' | 'prompts'>,
  comments: readonly PolisComment[],
  { run, step: otherwise }: { readonly run: string; readonly step: StepKey },
): ReadonlyMap<string, ImportedPlace> {
  const seeds = new Map(
    [...prompts].flatMap(([step, all]) =>
      all.flatMap((prompt) =>
        prompt.kind === 'statement'
          ? Object.values(prompt.text).map((text) => [`${step} ${text}`, { step, prompt: prompt.id }] as const)
          : [],
      ),
    ),
  )
  return new Map(
    comments.map((comment): [string, ImportedPlace] => {
      const step = [...journey.places.keys()].find((key) => key === comment.step) ?? otherwise
      const seed = comment.isSeed ? seeds.get(`${step} ${comment.text}`) : undefined
      return [comment.id, seed ?? { step, prompt: addedId(importedStatement(run, comment.id)) }]
    }),
  )
}
