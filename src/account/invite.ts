import type { AccountStore, Invitation } from './account-store.ts'
import type { Role } from './roles.ts'
import { accountName } from './sign-in.ts'

export type InviteDeps = {
  readonly accounts: AccountStore
  readonly secrets: { readonly tokenHash: (token: string) => string }
  /** n random bytes */
  readonly random: (n: number) => Uint8Array
  readonly now: () => number
}
export type Invite = {
  readonly role: Role
  readonly journey?: string | undefined
  readonly provider?: string | undefined
  readonly invitedBy: string
  /** for how many days the link can be used */
  readonly days: number
}

/** A week: long enough for a holiday, short enough for a letter that went astray. */
export const INVITED_FOR_DAYS = 7
const DAY = 24 * 60 * 60 * 1000

/** Makes a one-time sign-in token. Only its hash is stored: whoever loses the link needs a new one. */
export async function invite(
  { accounts, secrets, random, now }: InviteDeps,
  input: Invite,
): Promise<{ token: string }> {
  const token = Buffer.from(random(32)).toString('base64url')
  const at = now()
  const { role, journey, provider, invitedBy } = input
  const invitation: Invitation = {
    ...{ tokenHash: secrets.tokenHash(token), role, journey, provider, invitedBy },
    expiresAt: at + input.days * DAY,
    usedAt: undefined,
    createdAt: at,
    cancelledAt: undefined,
  }
  await accounts.invite(invitation)
  await accounts.record({ at, who: invitedBy, what: 'invite', about: aboutOf(invitation), why: undefined })
  return { token }
}

/** Whom the log speaks of: the name they will have once they sign in, so that what they do leads back to who invited them. */
export function aboutOf(invitation: Pick<Invitation, 'role' | 'tokenHash' | 'journey' | 'provider'>): string {
  const { journey, provider } = invitation
  return [accountName(invitation), journey, provider].filter((part) => part !== undefined).join(' ')
}
