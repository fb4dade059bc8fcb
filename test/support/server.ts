import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, browserOver } from './browser.ts'
import { PROJECT } from './project.ts'

export type RunningServer = {
  readonly origin: string
  readonly pid: number
  /** milliseconds from the start of the process to its first answer */
  readonly firstAnswerAfter: number
  /** what it has told whoever started it, line by line */
  readonly printed: readonly string[]
  visitor(): Browser
  /** seconds of processor time used so far, user and system */
  cpuSeconds(): number
  /** as a power cut would: no last word */
  kill(): Promise<void>
  stop(): Promise<number | null>
}

const TICKS_A_SECOND = 100

type How = {
  readonly environment?: Record<string, string>
  /** what runs Node: `taskset`, for example */
  readonly command?: readonly string[]
  /** the program and its arguments, with the address that answers once it is up */
  readonly program?: readonly string[]
  readonly first?: string
}

/** The service as `npm start` runs it, in a process of its own on a free port and the given folder of data. */
export async function startServer(
  folder: string,
  { environment = {}, command = [], program = ['src/main.ts'], first = '/fi' }: How = {},
): Promise<RunningServer> {
  if (!existsSync(join(PROJECT, 'public/manifest.json')))
    execFileSync(process.execPath, ['src/build-assets.ts'], { cwd: PROJECT })
  const began = performance.now()
  const [runner = process.execPath, ...before] = [...command, process.execPath]
  const child = spawn(runner, [...before, ...program], {
    cwd: PROJECT,
    env: { ...process.env, ...settings(folder), ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed: string[] = []
  const origin = await listening(child, printed)
  await (await fetch(origin + first)).arrayBuffer()
  return {
    origin,
    pid: child.pid!,
    firstAnswerAfter: performance.now() - began,
    printed,
    visitor: () => browserOver((url, init) => fetch(url, { ...init, redirect: 'manual' }), origin),
    cpuSeconds: () => cpuSecondsOf(child.pid!),
    kill: async () => void (await ended(child, 'SIGKILL')),
    stop: () => ended(child, 'SIGTERM'),
  }
}

function settings(folder: string) {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    POLKU_DATA: folder,
    POLKU_LIMITS: 'off',
    POLKU_PUBLIC_URL: '',
    POLKU_DATABASE_URL: '',
    POLKU_KEY_FILE: '',
  }
}

/** Goes on reading what is printed: a pipe nobody reads would fill and hold the server up. */
function listening(child: ChildProcess, printed: string[]): Promise<string> {
  const lines = createInterface({ input: child.stdout! })
  return new Promise((listens, ended) => {
    lines.on('line', (line) => {
      printed.push(line)
      const origin = /http:\/\/[^\s/]+/.exec(line)?.[0]
      if (origin !== undefined) listens(origin)
    })
    lines.on('close', () => ended(new Error('the server ended before it listened')))
  })
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  child.kill(signal)
  const [code] = await once(child, 'exit')
  return code as number | null
}

/** Fields 14 and 15 of the process's own line in /proc, counted after its name, which may hold spaces. */
export function cpuSecondsOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}
