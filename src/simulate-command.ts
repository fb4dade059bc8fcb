import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { createLibrary } from '#src/journey/library.ts'
import { type Simulation, type SimulationDeps, simulate } from '#src/simulation/simulate.ts'
import { openStorage, type Storage } from '#src/storage/open.ts'
import { cameBy } from '#src/trial/came-by.ts'
import { rememberCurrent } from '#src/trial/current.ts'

export type SimulateResult = { readonly text?: string; readonly complaint?: string }
type Wanted = Pick<Simulation, 'journey' | 'walkers' | 'seed'>
/** Hears after every walk how many of all have been walked. */
type Told = (walked: number, all: number) => void

const MOST_WALKERS = 10_000
const BUSY_TRIES = 50
const BUSY_PAUSE_MS = 100

/**
 * `simulate --journey ID --walkers N [--seed S]`: walkers made up from a seed walk the newest version of a journey in the
 * installation, which may be running. No form can say that a walk is simulated, so this goes through the verbs behind
 * the forms, on the same storage.
 */
export async function runSimulate(
  args: string[],
  environment: Readonly<Record<string, string | undefined>>,
  told: Told = () => {},
): Promise<SimulateResult> {
  const wanted = wantedBy(args)
  if (typeof wanted === 'string') return { complaint: wanted }
  const config = readConfig(environment)
  const storage = await openStorage({ url: config.databaseUrl, folder: config.dataFolder, now: Date.now })
  try {
    return await simulateIn(storage, wanted, told)
  } finally {
    await storage.close()
  }
}

function wantedBy(args: string[]): Wanted | string {
  const { values } = parseArgs({
    args,
    options: { journey: { type: 'string' }, walkers: { type: 'string' }, seed: { type: 'string' } },
  })
  const { journey, walkers = '', seed = '1' } = values
  if (!journey) return '--journey must be the id of a published journey'
  const number = /^\d{1,5}$/.test(walkers) ? Number(walkers) : 0
  if (number < 1 || number > MOST_WALKERS) return `--walkers must be a number from 1 to ${MOST_WALKERS}`
  return { journey, walkers: number, seed }
}

async function simulateIn(storage: Storage, wanted: Wanted, told: Told): Promise<SimulateResult> {
  const { walks, weighing, versions } = storage
  const now = Date.now
  const { journey, walkers } = wanted
  if (!(await versions.latest(journey))) return { complaint: `no journey is called ${journey}` }
  const trials = rememberCurrent(storage.trials, now)
  const deps: SimulationDeps = {
    ...{ walks, weighing, now, patiently },
    library: createLibrary(versions, now),
    trialOf: trials.current,
  }
  const { trial } = await cameBy({ trials, trialOf: trials.current }, { journey, via: undefined })
  let [walked, finished, said] = [0, 0, 0]
  for await (const one of simulate(deps, { ...wanted, trial })) {
    walked += 1
    finished += Number(one.isFinished)
    said += one.said
    told(walked, walkers)
  }
  return { text: `${journey}: ${walked} simulated walks, ${finished} of them to the outcome; ${said} answers` }
}

/** While it is busy nothing has been written, so that doing it again does nothing twice. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'busy') || tries === BUSY_TRIES) throw error
      await setTimeout(BUSY_PAUSE_MS)
    }
  }
}
