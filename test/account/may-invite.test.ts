import { describe, expect, test } from 'vitest'
import { mayInvite, rolesToInvite } from '#src/account/may-invite.ts'
import { ACTIONS, may, ROLES } from '#src/account/roles.ts'

describe('whom a role may invite', () => {
  test.each([
    ['designer', ['designer']],
    ['reviewer', ['reviewer', 'facilitator']],
    ['facilitator', []],
    ['provider', []],
    ['admin', ['designer', 'reviewer', 'facilitator', 'provider', 'admin']],
  ] as const)('%s', (role, roles) => {
    expect(rolesToInvite({ role })).toEqual(roles)
  })

  test('is never anybody who may do what the inviter may not', () => {
    for (const role of ROLES)
      for (const invited of rolesToInvite({ role }))
        for (const action of ACTIONS) expect(may(invited, action) && !may(role, action)).toBe(false)
  })

  test('stays within the journey that they themselves were invited to', () => {
    const bound = { role: 'reviewer', journey: 'marriage' } as const
    expect(mayInvite(bound, { role: 'reviewer', journey: 'marriage' })).toBe(true)
    expect(mayInvite(bound, { role: 'reviewer', journey: 'divorce' })).toBe(false)
    expect(mayInvite(bound, { role: 'reviewer', journey: undefined })).toBe(false)
    expect(mayInvite({ role: 'reviewer', journey: undefined }, { role: 'reviewer', journey: 'divorce' })).toBe(true)
  })
})
