import { Definition, type Step } from '#src/journey/definition.ts'

type Given = Omit<Partial<Step>, 'kind'> & {
  readonly id: string
  readonly kind?: Step['kind']
  readonly after?: string
}
/** Steps by track, each with only what matters to the test. */
export type SmallTracks = Readonly<Record<string, readonly Given[]>>

const words = (fi: string) => ({ fi })
const nothing = { what: words('Ei mitään'), automation: 'none' } as const
const reply = (after: string) => ({ id: 'done', after, seen: 'imagined', text: words('Valmis') })

/** A journey of tasks whose situation asks the day it began and three yes-or-no facts: a, b and c. */
export function smallJourney(tracks: SmallTracks, more: Partial<Definition> = {}): Definition {
  const yesOrNo = { type: 'boolean', unknown_allowed: true, ask: words('Onko?') }
  return Definition.parse({
    format: 1,
    id: 'small-journey',
    languages: ['fi'],
    title: words('Pieni polku'),
    starts_on: 'began_on',
    facts: { began_on: { type: 'date', ask: words('Milloin?') }, a: yesOrNo, b: yesOrNo, c: yesOrNo },
    providers: { office: { sector: 'public', name: words('Virasto') } },
    tracks: {
      situation: {
        title: words('Tilanne'),
        steps: [{ id: 'asked', kind: 'question', asks: ['began_on', 'a', 'b', 'c'], title: words('Kysymys') }],
      },
      ...Object.fromEntries(
        Object.entries(tracks).map(([id, steps]) => [id, { title: words(id), steps: steps.map(step) }]),
      ),
    },
    ...more,
  })
}

function step({ kind = 'task', after = 'P7D', ...given }: Given): unknown {
  const served = { provider: 'office', today: nothing, proposed: { ...nothing, feasibility: 'idea' } }
  const replies = kind === 'automatic' ? { replies: [reply(after)] } : {}
  return { title: words(given.id), kind, ...served, ...replies, ...given }
}
