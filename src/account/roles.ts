export const ROLES = ['designer', 'reviewer', 'facilitator', 'provider', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ACTIONS = [
  'read-review',
  'moderate',
  'edit-journey',
  'publish',
  'open-trial',
  'assist',
  'answer',
  'confirm-step',
  'invite',
  'read-audit',
  'release',
] as const
export type Action = (typeof ACTIONS)[number]

/** Who may do what. One table, read by the pages, the handlers and the role matrix test. */
const MAY: { readonly [R in Role]: readonly Action[] } = {
  designer: ['edit-journey', 'publish', 'open-trial', 'assist', 'read-review', 'invite'],
  reviewer: ['assist', 'read-review', 'moderate', 'answer', 'invite', 'release', 'read-audit'],
  facilitator: ['assist', 'read-review', 'moderate'],
  provider: ['confirm-step', 'answer'],
  admin: ACTIONS,
}

export function may(role: Role, action: Action): boolean {
  return MAY[role].includes(action)
}
