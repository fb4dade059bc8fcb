import type { StepKey } from '#src/journey/definition.ts'
import type { Context } from './context.ts'

/** Which step of which walk an address below `/walks/:walk/steps/:track/:step` names, and who asks. */
export function stepAddressed(c: Context) {
  const [walk, track, step] = ['walk', 'track', 'step'].map((name) => c.req.param(name) ?? '')
  return { walk: walk ?? '', step: `${track}/${step}` as StepKey, participant: c.get('participant') }
}

/** Where somebody is led whose step is not open to them. */
export function walkAddressed(c: Context): string {
  return `/${c.get('language')}/walks/${c.req.param('walk')}`
}
