import { Definition } from '#src/journey/definition.ts'
import { MOVING_HOUSE_CAT } from './fixture-journey.ts'

/** The proposition of the cat's register, and its step. */
export const WEIGHED = 'tell-once'
export const WEIGHED_STEP = 'home/tell-the-register'
export const PROPOSITION = {
  fi: 'Kissa kertoo vain kerran.',
  sv: 'Katten berättar bara en gång.',
  en: 'The cat tells once.',
}

const reason = (id: string, side: 'for' | 'against' | 'condition') => {
  const text = `Syy ${id}`
  return { id, side, text: { fi: text, sv: `Skäl ${id}`, en: `Reason ${id}` } }
}
const SEEDS = [
  ...[reason('quick', 'for'), reason('calm', 'for'), reason('safe', 'for')],
  ...[reason('mice', 'against'), reason('dogs', 'against')],
  ...[reason('ask', 'condition'), reason('stop', 'condition')],
]

/** The cat's journey with a proposition to weigh at its register; the words of the proposition can be others. */
export function weighingJourney(ask: typeof PROPOSITION = PROPOSITION): Definition {
  const { tracks } = MOVING_HOUSE_CAT
  const [register, ...rest] = tracks.home?.steps ?? []
  const prompts = [{ id: WEIGHED, kind: 'weighing', ask, reasons: SEEDS }]
  const home = { ...tracks.home, steps: [{ ...register, prompts }, ...rest] }
  return Definition.parse({ ...MOVING_HOUSE_CAT, tracks: { ...tracks, home } })
}
