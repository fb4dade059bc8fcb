import type { Definition, Step } from '#src/journey/definition.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'

const words = (fi: string) => ({ fi, sv: fi, en: fi })
export const FEED = 'home/feed'
export const FIX = 'home/fix'

/**
 * The cat's journey where the register is told by itself. It may also know the colour better, ask for one more paper, or find
 * an error that somebody has to mend first; and a sitter may feed the cat with a mandate.
 */
export function playedJourney(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const home = definition.tracks.home
  const [register, ...others] = home?.steps ?? []
  if (register?.kind !== 'task' || !home) throw new Error('the register is a task')
  const reply = { seen: 'imagined' as const, text: words('Merkitty.') }
  definition.data = { paper: { name: words('Kissan todistus'), about: 'other' } }
  const { ref: _, ...common } = register
  const automatic: Step = {
    ...common,
    kind: 'automatic',
    replies: [
      { ...reply, id: 'noted', after: 'P7D' },
      {
        ...reply,
        id: 'other-colour',
        after: 'P9D',
        seen: 'reported',
        text: words('Kissa on valkoinen.'),
        sets: { colour: 'white' },
      },
      {
        ...reply,
        id: 'one-more',
        after: 'P3D',
        text: words('Tarvitaan todistus.'),
        asks_for: ['paper'],
        back_to: 'home/tell-the-register',
      },
      { ...reply, id: 'error', after: 'P3D', text: words('Rekisterissä on virhe.'), back_to: FIX },
    ],
  }
  const fix: Step = { ...common, kind: 'task', id: 'fix', title: words('Tarkista tiedot'), provider: 'self' }
  const brush: Step = {
    ...fix,
    id: 'brush',
    title: words('Harjaa valkoinen kissa'),
    when: { fact: 'colour', is: 'white' },
  }
  const feed: Step = {
    ...common,
    kind: 'mandate',
    id: 'feed',
    title: words('Ruoki kissa'),
    provider: 'self',
    roles: { sitter: { name: words('Kissanhoitaja'), basis: 'mandate' } },
    replies: [{ ...reply, id: 'fed', after: 'P2D', text: words('Kissa on ruokittu.') }],
  }
  home.steps = [fix, automatic, brush, feed, ...others]
  return definition
}
