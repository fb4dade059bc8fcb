import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polku-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Running = { child: ChildProcess; said: readonly string[]; address: string }

/** Starts the service as `npm start` does and reads what it says until it listens. */
async function start(lines: number): Promise<Running> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: PROJECT,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      POLKU_DATA: folder,
      POLKU_PUBLIC_URL: '',
      POLKU_DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === lines) break
  }
  return { child, said, address: /http:\S+/.exec(said[0] ?? '')?.[0] ?? '' }
}

async function end({ child }: Running) {
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  return code as number | null
}

describe('the service', () => {
  it('starts on an empty folder, prints its address and one-time links, serves, and ends when told', async () => {
    const first = await start(4)
    expect(first.said[1]).toMatch(/^designer: http:\/\/127\.0\.0\.1:\d+\/sign-in\/[\w-]{43}$/)
    expect(first.said[2]).toMatch(/^reviewer: http:\/\/127\.0\.0\.1:\d+\/sign-in\/[\w-]{43}$/)
    expect(first.said[3]).toMatch(/^admin: http:\/\/127\.0\.0\.1:\d+\/sign-in\/[\w-]{43}$/)
    expect((await fetch(`${first.address}/readyz`)).status).toBe(200)
    const page = await (await fetch(`${first.address}/`, { headers: { 'accept-language': 'sv' } })).text()
    expect(page).toContain('<html lang="sv"')
    expect(statSync(join(folder, 'key')).mode & 0o777).toBe(0o400)
    expect(await end(first)).toBe(0)

    const second = await start(1)
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200)
    expect(await end(second)).toBe(0)
  })

  it('answers a body of two megabytes at once, and goes on serving', async () => {
    const running = await start(1)
    const headers = { origin: running.address, 'content-type': 'application/x-www-form-urlencoded' }
    const body = 'a'.repeat(2 * 1024 * 1024)
    const answer = await fetch(`${running.address}/fi/resume`, { method: 'POST', headers, body }).then(
      ({ status }) => status,
      // The server may close before all of it is sent: a refusal, too.
      () => 413,
    )
    expect(answer).toBe(413)
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
    await end(running)
  })
})
