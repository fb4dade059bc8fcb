import { createMiddleware } from 'hono/factory'
import type { StaffSession } from '#src/account/account-store.ts'
import { type Action, mayWithin } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import type { Place, StaffReader } from '#views/account/frame.ts'
import { strangerPage } from '#views/account/sign-in.ts'
import type { Context, Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** The door of the staff's pages: a stranger learns how to sign in and nothing else, and no copy of a page stays anywhere. */
export const staffOnly = (deps: Pick<Deps, 'assets' | 'config'>) =>
  createMiddleware<Env>(async (c, next) => {
    personal(c)
    if (!c.get('staff')) return c.html(strangerPage(readerOf(c, deps)), 403)
    await next()
  })

/** The session of whoever is here, if their role may do this, and if they are bound to no other journey. Throws `forbidden`. */
export function staffMay(c: Context, action: Action, { journey }: { readonly journey?: string } = {}): StaffSession {
  const staff = c.get('staff')
  if (!staff || !mayWithin(staff.role, staff.journey, action)) throw new AppError('forbidden', action)
  if (journey !== undefined && !isTheirs(staff, journey)) throw new AppError('forbidden', `${action} in ${journey}`)
  return staff
}

/** Whether a journey is among those that somebody was invited to: all, or the one named in the invitation. */
export function isTheirs({ journey: own }: Pick<StaffSession, 'journey'>, journey: string): boolean {
  return own === undefined || own === journey
}

const PLACES: readonly { readonly place: Place; readonly action: Action }[] = [
  { place: 'review', action: 'read-review' },
  { place: 'queue', action: 'moderate' },
  { place: 'studio', action: 'edit-journey' },
  { place: 'trials', action: 'open-trial' },
  { place: 'provider', action: 'confirm-step' },
  { place: 'play', action: 'play-provider' },
  { place: 'staff', action: 'invite' },
  { place: 'audit', action: 'read-audit' },
]

/** What a page of the staff needs of the request. */
export function staffReaderOf(c: Context, deps: Pick<Deps, 'assets' | 'config'>, staff: StaffSession): StaffReader {
  const places = PLACES.filter(({ action }) => mayWithin(staff.role, staff.journey, action)).map(({ place }) => place)
  return { ...readerOf(c, deps), staff, places }
}
