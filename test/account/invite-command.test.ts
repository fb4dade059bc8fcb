import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLink } from '#src/account/sign-in.ts'
import { runInvite } from '#src/invite-command.ts'
import { openSecrets } from '#src/secrets.ts'
import { openStorage } from '#src/storage/open.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { temporaryFolder } from '../support/storage.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const environment = () => ({ POLKU_DATA: folder, PORT: '4000' })
const invited = (...args: string[]) => runInvite(args, environment())

async function inStorage<T>(use: (storage: Awaited<ReturnType<typeof openStorage>>) => Promise<T>): Promise<T> {
  const storage = await openStorage({ folder, now: Date.now })
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

test('the address is the installation’s own, and its link leads in', async () => {
  const { text = '' } = await invited('--role', 'reviewer')
  expect(text).toMatch(/^http:\/\/127\.0\.0\.1:4000\/sign-in\/[\w-]{43}$/)
  const secrets = openSecrets(`${folder}/key`)
  const token = text.split('/').at(-1) ?? ''
  const opened = await inStorage(({ accounts }) => openLink({ accounts, secrets, now: Date.now }, token))
  expect(opened).toMatchObject({ ok: true, invitation: { role: 'reviewer', journey: undefined } })
})

test('behind a proxy it is the address people use', async () => {
  const { text } = await runInvite(['--role', 'admin'], { ...environment(), POLKU_PUBLIC_URL: 'https://polku.example' })
  expect(text).toMatch(/^https:\/\/polku\.example\/sign-in\//)
})

test('an address on all interfaces is one that can be opened here', async () => {
  const { text } = await runInvite(['--role', 'admin'], { ...environment(), HOST: '::' })
  expect(text).toMatch(/^http:\/\/localhost:4000\//)
})

test('a journey and a provider are bound to the link, if they exist', async () => {
  await inStorage(({ versions }) =>
    versions.add({
      journey: MOVING_HOUSE_CAT.id,
      hash: 'h',
      definition: MOVING_HOUSE_CAT,
      personas: [],
      author: 'shipped',
      note: undefined,
      publishedAt: 0,
      changes: [],
    }),
  )
  const bound = ['--role', 'provider', '--journey', 'cat-moves-house', '--provider']
  expect((await invited(...bound, 'cat_register')).text).toBeDefined()
  expect((await invited(...bound, 'dog_register')).complaint).toContain('dog_register')
  expect((await invited(...bound, 'constructor')).complaint).toContain('constructor')
  expect((await invited('--role', 'designer', '--journey', 'dog-moves')).complaint).toContain('dog-moves')
})

test('an unknown role is refused by naming the known ones, and nothing is stored', async () => {
  expect((await invited('--role', 'king')).complaint).toContain('designer, reviewer, facilitator, provider, admin')
  expect((await invited()).complaint).toBeDefined()
  expect((await invited('--role', 'admin', '--provider', 'x')).complaint).toContain('--provider')
  expect(await inStorage(({ accounts }) => accounts.isNew())).toBe(true)
})

test('the command line prints exactly one line', async () => {
  const env = { ...process.env, ...environment() }
  const { stdout, stderr } = await promisify(execFile)('node', ['src/cli.ts', 'invite', '--role', 'designer'], { env })
  expect(stdout).toMatch(/^http:\S+\n$/)
  expect(stderr).toBe('')
})
