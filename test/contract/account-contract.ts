import { describe, expect, test } from 'vitest'
import type { Invitation, StaffSession } from '#src/account/account-store.ts'
import { firstBroken } from '#src/storage/audit.ts'
import type { World } from './cast.ts'

export function accountContract(world: () => World): void {
  const accounts = () => world().storage.accounts
  const invitation = (more: Partial<Invitation> = {}): Invitation => ({
    tokenHash: 't1',
    role: 'designer',
    journey: undefined,
    provider: undefined,
    invitedBy: 'start',
    expiresAt: 5000,
    usedAt: undefined,
    createdAt: 1000,
    cancelledAt: undefined,
    ...more,
  })
  const session = (more: Partial<StaffSession> = {}): StaffSession => ({
    id: 's1',
    account: 'Sari',
    role: 'designer',
    journey: undefined,
    provider: undefined,
    createdAt: 2000,
    seenAt: 2000,
    ...more,
  })

  describe('an invitation', () => {
    test('comes back as it was made, and ends the newness of the installation', async () => {
      expect(await accounts().isNew()).toBe(true)
      const bound = invitation({
        tokenHash: 't2',
        role: 'provider',
        journey: 'marriage',
        provider: 'dvv',
        invitedBy: 'Mika',
      })
      await accounts().invite(invitation())
      await accounts().invite(bound)
      expect(await accounts().invitation('t1')).toStrictEqual(invitation())
      expect(await accounts().invitation('t2')).toStrictEqual(bound)
      expect(await accounts().invitation('t3')).toBeUndefined()
      expect(await accounts().isNew()).toBe(false)
    })

    test('signs in once: of three who race exactly one gets in', async () => {
      await accounts().invite(invitation())
      const racing = ['s1', 's2', 's3'].map((id) =>
        accounts().signIn({ tokenHash: 't1', session: session({ id }), at: 2000 }),
      )
      const results = await Promise.all(racing)
      expect(results.filter((isIn) => isIn)).toHaveLength(1)
      const sessions = await Promise.all(['s1', 's2', 's3'].map((id) => accounts().session(id)))
      expect(sessions.map((found) => found !== undefined)).toStrictEqual(results)
      expect(await accounts().invitation('t1')).toStrictEqual(invitation({ usedAt: 2000 }))
      expect(await accounts().audit({ limit: 9, before: undefined })).toMatchObject([
        { who: 'Sari', what: 'sign-in', at: 2000 },
      ])
    })

    test('that has expired or is unknown signs nobody in', async () => {
      await accounts().invite(invitation())
      expect(await accounts().signIn({ tokenHash: 't1', session: session(), at: 5000 })).toBe(false)
      expect(await accounts().signIn({ tokenHash: 'tx', session: session(), at: 1 })).toBe(false)
      expect(await accounts().session('s1')).toBeUndefined()
      expect(await accounts().audit({ limit: 9, before: undefined })).toStrictEqual([])
    })
  })

  describe('an open invitation', () => {
    const cancel = (tokenHash: string, at = 2000) => {
      const entry = { at, who: 'Mika', what: 'invite:cancel', about: tokenHash, why: undefined }
      return accounts().cancelInvitation({ tokenHash, entry })
    }
    const open = async (at: number) => (await accounts().openInvitations(at)).map(({ tokenHash }) => tokenHash)

    test('is listed, newest first, until it is used, taken back or past its time', async () => {
      await accounts().invite(invitation())
      await accounts().invite(invitation({ tokenHash: 't2', createdAt: 1500, journey: 'marriage' }))
      await accounts().invite(invitation({ tokenHash: 't3', createdAt: 1200, expiresAt: 3000 }))
      await accounts().invite(invitation({ tokenHash: 't4', createdAt: 1300 }))
      expect(await open(2999)).toStrictEqual(['t2', 't4', 't3', 't1'])
      expect(await open(3000)).toStrictEqual(['t2', 't4', 't1'])
      await accounts().signIn({ tokenHash: 't1', session: session(), at: 2000 })
      await cancel('t2')
      expect(await accounts().openInvitations(3000)).toStrictEqual([invitation({ tokenHash: 't4', createdAt: 1300 })])
    })

    test('that was taken back signs nobody in, and says when', async () => {
      await accounts().invite(invitation())
      expect(await cancel('t1')).toBe(true)
      expect(await accounts().signIn({ tokenHash: 't1', session: session(), at: 2001 })).toBe(false)
      expect(await accounts().session('s1')).toBeUndefined()
      expect(await accounts().invitation('t1')).toStrictEqual(invitation({ cancelledAt: 2000 }))
      expect(await accounts().audit({ limit: 9, before: undefined })).toMatchObject([{ who: 'Mika', about: 't1' }])
    })

    test('is either used or taken back, never both, and nothing is logged that did not happen', async () => {
      await accounts().invite(invitation())
      const [isIn, isBack, isBackToo] = await Promise.all([
        accounts().signIn({ tokenHash: 't1', session: session(), at: 2000 }),
        cancel('t1'),
        cancel('t1'),
      ])
      expect([isIn, isBack, isBackToo].filter((happened) => happened)).toHaveLength(1)
      expect(await accounts().audit({ limit: 9, before: undefined })).toHaveLength(1)
      await accounts().invite(invitation({ tokenHash: 't2' }))
      expect(await cancel('t2', 5000)).toBe(false)
      expect(await cancel('tx')).toBe(false)
      expect(await accounts().audit({ limit: 9, before: undefined })).toHaveLength(1)
    })
  })

  describe('a staff session', () => {
    test('is listed from the moment it began until it is ended', async () => {
      for (const [n, createdAt] of [2000, 3000, 2500].entries()) {
        await accounts().invite(invitation({ tokenHash: `t${n}` }))
        const begun = session({ id: `s${n}`, createdAt, journey: n === 1 ? 'marriage' : undefined })
        await accounts().signIn({ tokenHash: `t${n}`, session: begun, at: createdAt })
      }
      const since = async (after: number) => (await accounts().sessionsSince(after)).map(({ id }) => id)
      expect(await since(0)).toStrictEqual(['s1', 's2', 's0'])
      expect(await since(2000)).toStrictEqual(['s1', 's2'])
      await accounts().endSession('s2')
      expect(await accounts().sessionsSince(2000)).toStrictEqual([
        session({ id: 's1', createdAt: 3000, journey: 'marriage' }),
      ])
    })

    test('comes back as it was made, is seen again, and ends', async () => {
      await accounts().invite(invitation())
      const bound = session({ role: 'provider', journey: 'marriage', provider: 'dvv' })
      await accounts().signIn({ tokenHash: 't1', session: bound, at: 2000 })
      expect(await accounts().session('s1')).toStrictEqual(bound)
      await accounts().touchSession('s1', 3000)
      expect(await accounts().session('s1')).toStrictEqual({ ...bound, seenAt: 3000 })
      await accounts().endSession('s1')
      expect(await accounts().session('s1')).toBeUndefined()
    })
  })

  describe('the audit trail', () => {
    const entry = (n: number) => ({
      at: 1000 + n,
      who: 'Mika',
      what: `deed ${n}`,
      about: 'äö',
      why: n % 2 ? 'syy' : undefined,
    })

    test('is read newest first, a page at a time', async () => {
      for (const n of [1, 2, 3]) await accounts().record(entry(n))
      const newest = await accounts().audit({ limit: 2, before: undefined })
      expect(newest.map(({ seq, what }) => `${seq} ${what}`)).toStrictEqual(['3 deed 3', '2 deed 2'])
      const older = await accounts().audit({ limit: 2, before: 2 })
      expect(older).toMatchObject([{ seq: 1, ...entry(1) }])
    })

    test('is a chain without gaps, also when many write at once', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, n) => accounts().record(entry(n))))
      const trail = (await accounts().audit({ limit: 99, before: undefined })).toReversed()
      expect(trail.map(({ seq }) => seq)).toStrictEqual(Array.from({ length: 12 }, (_, n) => n + 1))
      expect(firstBroken(trail)).toBeUndefined()

      const changed = trail.map((one) => (one.seq === 5 ? { ...one, why: 'another reason' } : one))
      expect(firstBroken(changed)?.seq).toBe(5)
      expect(firstBroken(trail.filter(({ seq }) => seq !== 7))?.seq).toBe(8)
    })

    test('cannot be changed or deleted, even past the port', async () => {
      await accounts().record(entry(1))
      await expect(world().sql("update audit set who = 'Nobody'")).rejects.toThrow(/append-only/)
      await expect(world().sql('delete from audit')).rejects.toThrow(/append-only/)
      expect(await accounts().audit({ limit: 9, before: undefined })).toHaveLength(1)
    })
  })
}
