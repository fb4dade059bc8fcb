import type { AccountStore } from './account-store.ts'
import type { Role } from './roles.ts'

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

const DAY = 24 * 60 * 60 * 1000

/** Makes a one-time sign-in token. Only its hash is stored: whoever loses the link needs a new one. */
export async function invite(
  { accounts, secrets, random, now }: InviteDeps,
  input: Invite,
): Promise<{ token: string }> {
  const token = Buffer.from(random(32)).toString('base64url')
  const at = now()
  await accounts.invite({
    tokenHash: secrets.tokenHash(token),
    role: input.role,
    journey: input.journey,
    provider: input.provider,
    invitedBy: input.invitedBy,
    expiresAt: at + input.days * DAY,
    usedAt: undefined,
  })
  await accounts.record({ at, who: input.invitedBy, what: 'invite', about: aboutOf(input), why: undefined })
  return { token }
}

function aboutOf({ role, journey, provider }: Invite): string {
  return [role, journey, provider].filter((part) => part !== undefined).join(' ')
}
