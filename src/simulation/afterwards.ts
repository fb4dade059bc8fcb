import { fieldName } from '#feedback/read-answer.ts'
import type { WalkDeps } from '#src/walk/deps.ts'
import { openStatements } from '#src/walk/statements.ts'
import { vote } from '#src/walk/vote.ts'
import { optionTaken } from './opinion.ts'
import type { SimulatedWalker } from './walker.ts'

type Walking = {
  readonly deps: WalkDeps & { readonly patiently: <T>(work: () => Promise<T>) => Promise<T> }
  readonly walker: SimulatedWalker
  readonly who: { readonly walk: string; readonly participant: string }
}

/** Beyond this nobody goes on answering, however many statements there are. */
const MOST_STATEMENTS = 40

/** After the steps a walker answers the statements of those they met, and passes over those they have nothing to say to. */
export async function answersStatements({ deps, walker, who }: Walking): Promise<number> {
  let votes = 0
  for (let served = 0; served < MOST_STATEMENTS; served++) {
    const { current } = await deps.patiently(() => openStatements(deps, who))
    if (!current) break
    const { step, prompt } = current
    const option = optionTaken(walker, step, prompt)
    const fields = option === undefined ? {} : { [fieldName(prompt.id, 'vote')]: option }
    const answer = { ...who, step, prompt: prompt.id, fields, key: undefined, language: walker.language }
    await deps.patiently(() => vote(deps, { ...answer, go: option === undefined ? 'skip' : 'next' }))
    votes += Number(option !== undefined)
  }
  return votes
}
