import { parseArgs } from 'node:util'

/** A command gets what stands after its name and returns the exit code. */
type Command = (args: string[]) => Promise<number>

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', checkFiles],
  ['invite', inviteStaff],
  ['publish', publishFile],
  ['export', exportJourney],
  ['opinion-map', mapOpinions],
  ['import-opinions', bringOpinions],
  ['release', releaseData],
  ['simulate', simulateWalks],
  ['backup', (args) => keep('runBackup', args)],
  ['restore', (args) => keep('runRestore', args)],
  ['verify', (args) => keep('runVerify', args)],
])

process.exitCode = await run(process.argv.slice(2))

async function run([name = '', ...args]: string[]): Promise<number> {
  const command = COMMANDS.get(name)
  if (!command) return refuse('')
  try {
    return await command(args)
  } catch (error) {
    if (isWrongUse(error)) return refuse(`${error.message}\n`)
    throw error
  }
}

function refuse(why: string): number {
  process.stderr.write(`${why}Usage: npm run -s polku -- COMMAND\nCommands: ${[...COMMANDS.keys()].join(', ')}\n`)
  return 2
}

/** What `parseArgs` throws for an option that does not exist or lacks its value. */
function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function checkFiles(args: string[]): Promise<number> {
  const { check } = await import('./check-command.ts')
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const { text, summary, exitCode } = check(positionals, { json: values.json ?? false })
  if (text) process.stdout.write(`${text}\n`)
  process.stderr.write(`${summary}\n`)
  return exitCode
}

async function inviteStaff(args: string[]): Promise<number> {
  const { runInvite } = await import('./invite-command.ts')
  const { text, complaint } = await runInvite(args, process.env)
  if (text) process.stdout.write(`${text}\n`)
  if (complaint) process.stderr.write(`${complaint}\n`)
  return complaint ? 1 : 0
}

async function mapOpinions(args: string[]): Promise<number> {
  const { runOpinionMap } = await import('./opinion-map-command.ts')
  const { text, complaint } = runOpinionMap(args)
  if (text) process.stdout.write(`${text}\n`)
  if (complaint) process.stderr.write(`${complaint}\n`)
  return complaint ? 1 : 0
}

async function publishFile(args: string[]): Promise<number> {
  const { runPublish } = await import('./publish-command.ts')
  const { text, complaint } = await runPublish(args, process.env)
  if (text) process.stdout.write(`${text}\n`)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}

async function exportJourney(args: string[]): Promise<number> {
  const { runExport } = await import('./export-command.ts')
  const { text, complaint } = await runExport(args, process.env)
  process.stdout.write(text)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}

async function bringOpinions(args: string[]): Promise<number> {
  const [{ runImportOpinions }, { progressBar }] = await Promise.all([
    import('./import-opinions-command.ts'),
    import('./progress-bar.ts'),
  ])
  const { text, complaint } = await runImportOpinions(args, process.env, progressBar(process.stderr))
  if (text !== undefined) process.stdout.write(`${text}\n`)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}

async function keep(name: 'runBackup' | 'runRestore' | 'runVerify', args: string[]): Promise<number> {
  const commands = await import('./keeping-commands.ts')
  const { text, complaint } = await commands[name](args, process.env)
  if (text !== undefined) process.stdout.write(`${text}\n`)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}

async function releaseData(args: string[]): Promise<number> {
  const { runRelease } = await import('./release-command.ts')
  const { text, complaint } = await runRelease(args, process.env)
  if (text) process.stdout.write(`${text}\n`)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}

async function simulateWalks(args: string[]): Promise<number> {
  const [{ runSimulate }, { progressBar }] = await Promise.all([
    import('./simulate-command.ts'),
    import('./progress-bar.ts'),
  ])
  const { text, complaint } = await runSimulate(args, process.env, progressBar(process.stderr))
  if (text !== undefined) process.stdout.write(`${text}\n`)
  if (complaint !== undefined) process.stderr.write(`${complaint}\n`)
  return complaint === undefined ? 0 : 1
}
