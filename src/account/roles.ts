export const ROLES = ['designer', 'reviewer', 'facilitator', 'provider', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'read-review',
  'moderate',
  'edit-journey',
  'publish',
  'review-draft',
  'open-trial',
  'assist',
  'answer',
  'confirm-step',
  'play-provider',
  'invite',
  'read-audit',
  'release',
] as const
export type Action = (typeof ACTIONS)[number]

/** Who may do what. One table, read by the pages, the handlers and the role matrix test. */
const MAY: { readonly [R in Role]: readonly Action[] } = {
  designer: ['edit-journey', 'publish', 'review-draft', 'open-trial', 'assist', 'read-review', 'invite'],
  reviewer: [
    'review-draft',
    'assist',
    'read-review',
    'moderate',
    'answer',
    'invite',
    'release',
    'read-audit',
    'play-provider',
  ],
  facilitator: ['assist', 'read-review', 'moderate', 'play-provider'],
  provider: ['confirm-step', 'answer', 'play-provider'],
  admin: ACTIONS,
}

export function may(role: Role, action: Action): boolean {
  return MAY[role].includes(action)
}

/** What cannot be cut along journeys: the log is one chain, in which every entry seals the one before. */
const OF_ALL_JOURNEYS: readonly Action[] = ['read-audit']

/** Whether a role may do this with what it was invited to: one journey, or all of them when none is named. */
export function mayWithin(role: Role, journey: string | undefined, action: Action): boolean {
  return may(role, action) && (journey === undefined || !OF_ALL_JOURNEYS.includes(action))
}
