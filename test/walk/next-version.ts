import type { Condition, Definition, Step } from '#src/journey/definition.ts'
import { isPublishable } from '#src/journey/finding.ts'
import { stepsOf } from '#src/journey/graph.ts'
import { lint } from '#src/journey/lint.ts'
import { prove } from '#src/journey/prove.ts'

/** A change a designer makes to the step at a position, or to what belongs to it; undefined where it cannot be made there. */
export type Change = (definition: Definition, at: number) => Definition | undefined

const CHANGES: Readonly<Record<string, Change>> = {
  'a step is renamed': (definition, at) => renamed(definition, at),
  'a step is removed': (definition, at) => {
    const { key, step } = placeAt(definition, at, (place) => place.index > 0) ?? {}
    if (!key || !step || step.kind === 'question') return undefined
    return withSteps(definition, (one, track) => (`${track}/${one.id}` === key ? [] : [one]), key)
  },
  'a new required question comes early': (definition, at) => {
    const [situation = ''] = Object.keys(definition.tracks)
    const ids = definition.tracks[situation]?.steps.flatMap(({ id, kind }) => (kind === 'question' ? [id] : [])) ?? []
    const into = ids[at % ids.length]
    const facts = { ...definition.facts, brand_new: yesOrNo(false) }
    const asking = withSteps({ ...definition, facts }, (step, track) => [
      track === situation && step.id === into && step.kind === 'question'
        ? { ...step, asks: [...step.asks, 'brand_new'] }
        : step,
    ])
    return withSteps(asking, (step, track) => [
      track !== situation && step.kind === 'task' && !step.when
        ? { ...step, when: { fact: 'brand_new', is: false } }
        : step,
    ])
  },
  'an option comes': (definition, at) => {
    const choices = Object.entries(definition.facts).filter(([, fact]) => fact.type === 'choice')
    const [id = '', fact] = choices[at % Math.max(1, choices.length)] ?? []
    if (fact?.type !== 'choice') return undefined
    const options = { ...fact.options, 'something-else': words('Jotain muuta') }
    return { ...definition, facts: { ...definition.facts, [id]: { ...fact, options } } }
  },
  'a condition changes': (definition, at) => {
    const { key } = placeAt(definition, at, ({ step }) => step.when !== undefined) ?? {}
    if (!key) return undefined
    return withSteps(definition, (step, track) => [
      `${track}/${step.id}` === key && step.when ? { ...step, when: { not: step.when } as Condition } : step,
    ])
  },
  'a track is removed': (definition, at) => {
    const others = Object.keys(definition.tracks).slice(1)
    const gone = others[at % Math.max(1, others.length)]
    if (!gone || others.length < 2) return undefined
    const tracks = Object.fromEntries(Object.entries(definition.tracks).filter(([id]) => id !== gone))
    return withSteps({ ...definition, tracks }, (step) => [step], `${gone}/`)
  },
  'steps change places': (definition, at) => {
    const { track = '', index = 0 } = placeAt(definition, at, (place) => place.index > 0) ?? {}
    const before = definition.tracks[track]
    const [one, other] = before?.steps.slice(index - 1, index + 1) ?? []
    if (!before || !one || !other) return undefined
    const steps = before.steps.toSpliced(index - 1, 2, other, one)
    return { ...definition, tracks: { ...definition.tracks, [track]: { ...before, steps } } }
  },
  'a reply has another id': (definition) =>
    withSteps(definition, (step) => [
      step.kind === 'automatic'
        ? { ...step, replies: step.replies.map((reply) => ({ ...reply, id: `${reply.id}-anew` })) }
        : step,
    ]),
}
export const KINDS = Object.keys(CHANGES)

/** The definition with one change of a kind, at the first place from `at` on where it may be published. */
export function nextVersion(definition: Definition, kind: string, at: number): Definition | undefined {
  const change = CHANGES[kind]
  for (let tries = 0; tries < 6; tries++) {
    const made = change?.(definition, at + tries)
    if (made && isPublishable([...lint(made), ...prove(made).findings])) return made
  }
  return undefined
}

function placeAt(definition: Definition, at: number, is: (place: ReturnType<typeof stepsOf>[number]) => boolean) {
  const places = stepsOf(definition).filter((place) => is(place))
  return places[at % Math.max(1, places.length)]
}

/** The step under a name that knows its old one, and everything that waits for it. */
function renamed(definition: Definition, at: number): Definition | undefined {
  const { key, step } = placeAt(definition, at, () => true) ?? {}
  if (!key || !step) return undefined
  const [track = ''] = key.split('/')
  const text = JSON.stringify(definition).replaceAll(JSON.stringify(key), JSON.stringify(`${track}/${step.id}-anew`))
  const named = JSON.parse(text) as Definition
  return withSteps(named, (one, in_) => [
    in_ === track && one.id === step.id ? { ...one, id: `${step.id}-anew`, was: key } : one,
  ])
}

/** Every step rewritten; `gone` is the name, or its beginning, that nothing may wait for any more. */
function withSteps(
  definition: Definition,
  write: (step: Step, track: string) => readonly Step[],
  gone?: string,
): Definition {
  const isGone = (key: string) => gone !== undefined && key.startsWith(gone)
  const free = (step: Step): Step => (step.needs ? { ...step, needs: step.needs.filter((key) => !isGone(key)) } : step)
  const tracks = Object.entries(definition.tracks).map(
    ([id, track]) => [id, { ...track, steps: track.steps.flatMap((step) => write(step, id)).map(free) }] as const,
  )
  return { ...definition, tracks: Object.fromEntries(tracks) }
}

function yesOrNo(isUnknownAllowed: boolean) {
  return { type: 'boolean', unknown_allowed: isUnknownAllowed, ask: words('Onko?') } as const
}

function words(fi: string) {
  return { fi, sv: fi, en: fi }
}
