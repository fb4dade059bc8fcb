import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

/** Runs Node n times at once inside the project, and answers what each said. */
export async function runTogether(n: number, args: readonly string[]): Promise<readonly string[]> {
  const run = promisify(execFile)
  const all = await Promise.all(Array.from({ length: n }, () => run(process.execPath, [...args], { cwd: PROJECT })))
  return all.map(({ stdout }) => stdout)
}
