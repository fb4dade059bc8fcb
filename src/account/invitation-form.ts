import type { Invite } from './invite.ts'
import { ROLES } from './roles.ts'

export const ALL_JOURNEYS = '*'

/** What a form of inviting chose, as it was sent. */
export type ChosenInvitation = {
  readonly role: string | undefined
  readonly journey: string | undefined
  readonly provider: string | undefined
  /** the form asked which provider */
  readonly wasAsked: boolean
}
export type InvitationErrors = {
  readonly role?: 'missing'
  readonly journey?: 'missing' | 'of-a-provider'
  readonly provider?: 'missing'
}
type Reach = Pick<Invite, 'role' | 'journey' | 'provider'>
export type ReadInvitation =
  | { readonly is: 'whole'; readonly reach: Reach }
  /** nothing is wrong: which provider can be asked only once the journey is known */
  | { readonly is: 'provider-to-ask'; readonly journey: string }
  | { readonly is: 'broken'; readonly errors: InvitationErrors }

/** Reads a form of inviting. `providersOf` tells the providers of a journey, undefined when there is no such journey. */
export function readInvitation(
  chosen: ChosenInvitation,
  providersOf: (journey: string) => readonly string[] | undefined,
): ReadInvitation {
  const role = ROLES.find((known) => known === chosen.role)
  const isAll = chosen.journey === ALL_JOURNEYS
  const journey = isAll ? undefined : chosen.journey
  const providers = journey === undefined ? undefined : providersOf(journey)
  if (!role || (!isAll && !providers))
    return { is: 'broken', errors: { ...(!role && { role: 'missing' }), ...(!isAll && !providers && MISSING) } }
  if (role !== 'provider') return { is: 'whole', reach: { role, journey } }

  // A provider's desk is one provider's in one journey.
  if (journey === undefined || !providers) return { is: 'broken', errors: { journey: 'of-a-provider' } }
  const provider = providers.find((known) => known === chosen.provider)
  if (provider !== undefined) return { is: 'whole', reach: { role, journey, provider } }
  return chosen.wasAsked ? { is: 'broken', errors: { provider: 'missing' } } : { is: 'provider-to-ask', journey }
}

const MISSING = { journey: 'missing' } as const
