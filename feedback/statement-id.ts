const SEED = 'statement.'
const ADDED = 'added.'

/** The prompt under which a walker's own statement is kept, one at each step: never the same as a statement's. */
export const OWN = 'own'

/** The place of statements about the journey as a whole: no track has this name. */
export const WHOLE_JOURNEY = '-/journey'

/**
 * A statement's id, the same in every version of a journey: `STEP#ID` for a seed statement (`-/journey#ID` for one about
 * the whole journey), `added.CONTRIBUTION` for one that a walker has added. `prompt` is the id of the prompt it is shown
 * in; undefined for a prompt that holds no statement.
 */
export function statementId(step: string, prompt: string): string | undefined {
  if (prompt.startsWith(ADDED)) return prompt
  return prompt.startsWith(SEED) ? `${step}#${prompt.slice(SEED.length)}` : undefined
}

/** The id of a statement that a walker has added, by the id of the contribution that holds its words. */
export function addedId(contribution: string): string {
  return `${ADDED}${contribution}`
}

/** The contribution whose words an added statement holds, by the statement's id; undefined for a seed statement. */
export function contributionIn(statement: string): string | undefined {
  return statement.startsWith(ADDED) ? statement.slice(ADDED.length) : undefined
}
