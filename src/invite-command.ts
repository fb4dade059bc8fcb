import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { INVITED_FOR_DAYS, invite } from '#src/account/invite.ts'
import { ROLES, type Role } from '#src/account/roles.ts'
import { type Config, readConfig } from '#src/config.ts'
import type { VersionStore } from '#src/journey/version-store.ts'
import { openSecrets } from '#src/secrets.ts'
import { openStorage } from '#src/storage/open.ts'

export type InviteResult = { readonly text?: string; readonly complaint?: string }
type Wanted = { readonly role: Role; readonly journey: string | undefined; readonly provider: string | undefined }

/** `invite --role ROLE [--journey ID] [--provider ID]`: a one-time sign-in address of the installation, which may be running. */
export async function runInvite(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<InviteResult> {
  const { values } = parseArgs({
    args,
    options: { role: { type: 'string' }, journey: { type: 'string' }, provider: { type: 'string' } },
  })
  const role = ROLES.find((known) => known === values.role)
  if (!role) return { complaint: `--role must be one of ${ROLES.join(', ')}` }
  if (values.provider !== undefined && role !== 'provider')
    return { complaint: '--provider goes with --role provider only' }

  const config = readConfig(environment)
  const now = Date.now
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now })
  try {
    const wanted = { role, journey: values.journey, provider: values.provider }
    const complaint = await whatIsUnknown(storage.versions, wanted)
    if (complaint) return { complaint }
    const secrets = openSecrets(config.keyFile)
    const deps = { accounts: storage.accounts, secrets, random: randomBytes, now }
    const { token } = await invite(deps, { ...wanted, invitedBy: 'command line', days: INVITED_FOR_DAYS })
    return { text: `${addressOf(config)}/sign-in/${token}` }
  } finally {
    await storage.close()
  }
}

/** An invitation to a journey or provider that does not exist would lead to empty pages. */
async function whatIsUnknown(versions: VersionStore, { journey, provider }: Wanted): Promise<string | undefined> {
  const all = await versions.allLatest()
  const known = all.filter((version) => journey === undefined || version.journey === journey)
  if (journey !== undefined && known.length === 0) return `no journey is called ${journey}`
  const isKnown =
    provider === undefined || known.some(({ definition }) => Object.hasOwn(definition.providers, provider))
  return isKnown ? undefined : `no provider is called ${provider}`
}

function addressOf({ publicUrl, host, port }: Config): string {
  if (publicUrl !== undefined) return publicUrl
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
