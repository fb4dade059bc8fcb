import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { invite } from '#src/account/invite.ts'
import { secretsFrom } from '#src/secrets.ts'
import { seeded } from '../support/app.ts'
import { type TemporaryStorage, temporaryStorage } from '../support/storage.ts'

const DAY = 24 * 60 * 60 * 1000
const secrets = secretsFrom(new Uint8Array(32))
const random = seeded(1)
let storage: TemporaryStorage
beforeEach(async () => {
  storage = await temporaryStorage()
})
afterEach(() => storage.cleanup())
const deps = () => ({ accounts: storage.accounts, secrets, random, now: () => 1000 })

describe('an invitation', () => {
  it('is a link of 256 random bits of which only the hash is stored', async () => {
    const { token } = await invite(deps(), {
      role: 'provider',
      journey: 'j',
      provider: 'p',
      invitedBy: 'Aino',
      days: 7,
    })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await storage.accounts.invitation(secrets.tokenHash(token))).toEqual({
      tokenHash: secrets.tokenHash(token),
      role: 'provider',
      journey: 'j',
      provider: 'p',
      invitedBy: 'Aino',
      expiresAt: 1000 + 7 * DAY,
      usedAt: undefined,
      createdAt: 1000,
      cancelledAt: undefined,
    })
  })

  it('ends the time when the installation is new, and stands in the record of who did what', async () => {
    expect(await storage.accounts.isNew()).toBe(true)
    const { token } = await invite(deps(), { role: 'designer', invitedBy: 'Aino', days: 1 })
    expect(await storage.accounts.isNew()).toBe(false)
    const [entry] = await storage.accounts.audit({ limit: 1, before: undefined })
    expect(entry).toMatchObject({
      who: 'Aino',
      what: 'invite',
      about: expect.stringMatching(/^designer-\w{6}$/),
      at: 1000,
    })
    expect(JSON.stringify(entry)).not.toContain(token)
  })

  it('is never the same twice', async () => {
    const tokens = [await invite(deps(), ONE), await invite(deps(), ONE)].map(({ token }) => token)
    expect(new Set(tokens).size).toBe(2)
  })
})
const ONE = { role: 'reviewer', invitedBy: 'Aino', days: 1 } as const
