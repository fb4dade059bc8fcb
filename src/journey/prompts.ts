import { answersThisId } from '#feedback/answers-this.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { WHOLE_JOURNEY } from '#feedback/statement-id.ts'
import { EDIT } from '#feedback/suggested-edit.ts'
import { isFelt } from './compare.ts'
import type { Definition, Share, Step, StepKey } from './definition.ts'
import type { Version, VersionChange } from './version-store.ts'

/**
 * The invitations to take part at a step, in order: what the designer declared, the seed statements, one data-sharing
 * prompt per hand-over, automation comfort where the proposal automates something, "did this work for me?", and last
 * what every step has: other words for it, and the open answer. Question steps have these two alone.
 */
export function promptsOf(step: Step): readonly Prompt[] {
  if (step.kind === 'question') return [...declared(step), ...statements(step), edit(step), OPEN]
  const automates = step.proposed.automation !== 'none'
  return [
    ...declared(step),
    ...statements(step),
    ...(step.shares ?? []).map(sharing),
    ...(automates ? [AUTOMATION] : []),
    WORKS,
    edit(step),
    OPEN,
  ]
}

/**
 * Every prompt of a journey with its step, in the order of the tracks; last the statements about the journey as a whole. Where the version has changed a step, the first is
 * whether the change answers what was said.
 */
export function promptsByStep(
  definition: Definition,
  { number, changes }: Pick<Version, 'number' | 'changes'> = { number: 1, changes: [] },
): ReadonlyMap<StepKey, readonly Prompt[]> {
  const changed = new Map(changes.filter(isFelt).map((change) => [change.step, change]))
  const all = Object.entries(definition.tracks).flatMap(([track, { steps }]) =>
    steps.map((step): [StepKey, readonly Prompt[]] => {
      const key: StepKey = `${track}/${step.id}`
      return [key, [...aboutChange(changed.get(key), number), ...aboutOffer(definition, key), ...promptsOf(step)]]
    }),
  )
  const whole = statements(definition)
  return new Map(whole.length > 0 ? [...all, [WHOLE_JOURNEY, whole]] : all)
}

/** Somebody's words led to it: an answer promised it, or it is what they suggested. */
export function isOwedToWalkers({
  responses,
  contributions,
}: Pick<VersionChange, 'responses' | 'contributions'>): boolean {
  return responses.length > 0 || contributions.length > 0
}

function aboutChange(change: VersionChange | undefined, version: number): readonly Prompt[] {
  if (!change || change.kind === 'added') return []
  const isCredited = isOwedToWalkers(change)
  return [{ id: answersThisId(version), kind: 'answers-this', version, isCredited }]
}

/** Asked of those alone who began by the offer, so that its figures are about them. */
export const OFFER: Prompt = {
  id: 'offer',
  kind: 'automation',
  ask: {
    fi: 'Miten tällaisen palvelun pitäisi alkaa?',
    sv: 'Hur borde en sådan tjänst börja?',
    en: 'How should a service like this begin?',
  },
}

/** The offer that starts a journey is asked about at its very first step. */
function aboutOffer({ proactive, tracks }: Definition, key: StepKey): readonly Prompt[] {
  const [first] = Object.entries(tracks).map(([track, { steps }]): StepKey => `${track}/${steps[0]?.id ?? ''}`)
  return proactive && key === first ? [OFFER] : []
}

const OPEN: Prompt = { id: 'open', kind: 'open' }
const WORKS: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const AUTOMATION: Prompt = { id: 'automation', kind: 'automation' }

function edit({ title, do: todo, ...step }: Step): Prompt {
  const what = step.kind === 'question' ? undefined : step.proposed.what
  const worded = [
    { part: 'title' as const, present: title },
    ...(what ? [{ part: 'what' as const, present: what }] : []),
    ...(todo ? [{ part: 'do' as const, present: todo }] : []),
  ]
  const others = (['order', 'rule', 'other'] as const).map((part) => ({ part, present: undefined }))
  return { id: EDIT, kind: 'suggested-edit', parts: [...worded, ...others] }
}

function declared(step: Step): readonly Prompt[] {
  return (step.prompts ?? []).flatMap((prompt): Prompt[] => {
    if (prompt.kind === 'rating') return [{ id: prompt.id, kind: 'rating', of: prompt.of ?? 'ease', ask: prompt.ask }]
    if (prompt.kind === 'weighing') return [...weighing(prompt)]
    if (prompt.kind === 'open' && prompt.id !== OPEN.id) return [{ id: prompt.id, kind: 'open', ask: prompt.ask }]
    return []
  })
}

function weighing({ id, ask, share, reasons = [] }: NonNullable<Step['prompts']>[number]): readonly Prompt[] {
  if (!ask) return []
  const seeds = reasons.map(({ id: seed, side, text }) => ({ id: `seed.${seed}`, side, text, origin: 'ours' as const }))
  return [{ id, kind: 'weighing', ask, share, reasons: seeds }]
}

function statements({ statements = [] }: Pick<Step, 'statements'>): readonly Prompt[] {
  return statements.map((statement) => ({
    id: `statement.${statement.id}`,
    kind: 'statement',
    text: statement.text,
    origin: statement.origin ?? 'ours',
    about: statement.about,
  }))
}

function sharing(share: Share): Prompt {
  return {
    id: `share.${share.id}`,
    kind: 'data-sharing',
    share: share.id,
    data: share.data,
    from: share.from,
    to: share.to,
  }
}
