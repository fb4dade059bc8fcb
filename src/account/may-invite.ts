import type { StaffSession } from './account-store.ts'
import { ACTIONS, may, ROLES, type Role } from './roles.ts'

export type Inviter = Pick<StaffSession, 'role' | 'journey'>
/** No journey: all of them. */
export type Reach = { readonly role: Role; readonly journey: string | undefined }

/**
 * The roles that somebody may invite to. A link can be opened by whoever made it, so nobody makes one that leads to more
 * than they may do already: a designer who could invite a reviewer would decide on the words about their own work.
 */
export function rolesToInvite({ role }: Pick<Inviter, 'role'>): readonly Role[] {
  if (!may(role, 'invite')) return []
  return ROLES.filter((other) => ACTIONS.every((action) => may(role, action) || !may(other, action)))
}

/** Whether somebody may invite to this, and so may take it back too. Whoever is bound to a journey stays within it. */
export function mayInvite(inviter: Inviter, { role, journey }: Reach): boolean {
  const isWithin = inviter.journey === undefined || inviter.journey === journey
  return isWithin && rolesToInvite(inviter).includes(role)
}
