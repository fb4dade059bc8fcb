import { expect, test } from 'vitest'
import { secretsFrom } from '#src/secrets.ts'
import { signUp } from '#src/trial/sign-up.ts'
import type { Contact } from '#src/trial/trial-store.ts'

const secrets = secretsFrom(new Uint8Array(32).fill(7))

async function signedUp(email: string, hasConsent = true) {
  const kept: Contact[] = []
  const trials = { signUp: async (contact: Contact) => void kept.push(contact) } as never
  const deps = { trials, secrets, newId: () => 'c1', now: () => 5 }
  return { kept, outcome: await signUp(deps, { id: 't' }, { email, language: 'sv', hasConsent }) }
}

test.each(['aino@esimerkki.fi', ' Aino.Mäkelä+polku@työ.esimerkki.fi ', "o'neill@example.com"])(
  '%s is an address',
  async (email) => {
    expect((await signedUp(email)).outcome).toEqual({ ok: true, contact: 'c1' })
  },
)

test.each([
  '',
  'aino',
  'aino@',
  '@esimerkki.fi',
  'aino@esimerkki',
  'a b@c.fi',
  '"x"@c.fi',
  `a@${'b'.repeat(300)}.fi`,
  'a@b.fi, c@d.fi',
])('%s is none', async (email) => {
  const { kept, outcome } = await signedUp(email)
  expect(outcome).toEqual({ ok: false, errors: ['email'] })
  expect(kept).toEqual([])
})

test('without consent nothing is kept', async () => {
  expect((await signedUp('aino@esimerkki.fi', false)).outcome).toEqual({ ok: false, errors: ['consent'] })
})

test('what is kept can be opened with the key alone, and is as long for a short address as for a long one', async () => {
  const { kept } = await signedUp('aino@esimerkki.fi')
  const sealed = kept[0]?.sealed ?? ''
  expect(JSON.parse(secrets.open(sealed) ?? '')).toEqual({ email: 'aino@esimerkki.fi', language: 'sv' })
  expect(secretsFrom(new Uint8Array(32).fill(8)).open(sealed)).toBeUndefined()
  const longer = (await signedUp(`${'a'.repeat(50)}@esimerkki.fi`)).kept[0]?.sealed ?? ''
  expect(longer.length).toBe(sealed.length)
})

test('the same address is never sealed the same way twice, and a changed one does not open', () => {
  const [one, other] = [secrets.seal('aino'), secrets.seal('aino')]
  expect(one).not.toBe(other)
  const bytes = Buffer.from(one, 'base64url')
  bytes[40] = (bytes[40] ?? 0) ^ 1
  expect(secrets.open(bytes.toString('base64url'))).toBeUndefined()
  expect(secrets.open('')).toBeUndefined()
  expect(secrets.open('AAAA')).toBeUndefined()
})
