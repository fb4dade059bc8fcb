import { expect, test } from 'vitest'
import { firstPage } from '#src/account/first-page.ts'
import { ACTIONS, may, mayWithin, ROLES } from '#src/account/roles.ts'
import { accountName } from '#src/account/sign-in.ts'

test('a designer reads figures but decides on nobody’s words', () => {
  expect(may('designer', 'read-review')).toBe(true)
  expect(may('designer', 'moderate')).toBe(false)
})

test('a provider sees no figures, no words and no log', () => {
  expect(ACTIONS.filter((action) => may('provider', action))).toEqual(['answer', 'confirm-step', 'play-provider'])
})

test('only those who answer for the trial read the log', () => {
  expect(ROLES.filter((role) => may(role, 'read-audit'))).toEqual(['reviewer', 'admin'])
})

test('every role has a first page that it may open', () => {
  const needs = { studio: 'edit-journey', review: 'read-review', provider: 'confirm-step' } as const
  for (const role of ROLES) expect(may(role, needs[firstPage(role) as keyof typeof needs])).toBe(true)
})

test('an account is called by its role and a part of its link’s hash', () => {
  expect(accountName({ role: 'reviewer', tokenHash: '-Ab_C9dEfGh' })).toBe('reviewer-abc9de')
})

test('whoever is bound to one journey does not read the log of all', () => {
  expect(mayWithin('reviewer', undefined, 'read-audit')).toBe(true)
  expect(mayWithin('reviewer', 'marriage', 'read-audit')).toBe(false)
  expect(mayWithin('admin', 'marriage', 'read-audit')).toBe(false)
  expect(mayWithin('admin', 'marriage', 'moderate')).toBe(true)
})
