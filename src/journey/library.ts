import type { Prompt } from '#feedback/prompt.ts'
import { compile, type Journey } from './compile.ts'
import type { StepKey } from './definition.ts'
import { promptsByStep } from './prompts.ts'
import type { Version, VersionStore } from './version-store.ts'

/** A published version made ready to walk: compiled once, kept for as long as the process lives. */
export type Published = {
  readonly version: Version
  readonly journey: Journey
  readonly prompts: ReadonlyMap<StepKey, readonly Prompt[]>
}

export type Library = {
  version(journey: string, number: number): Promise<Published | undefined>
  latest(journey: string): Promise<Published | undefined>
  allLatest(): Promise<readonly Published[]>
  /** Looks the newest versions up anew: this process has just published. */
  renew(): void
}

/** How long a process may go on offering the version before the newest: another process may have published. */
export const FRESH_MS = 1000

/**
 * The published versions of every journey, each compiled when it is first asked for. `now` is epoch milliseconds; what is
 * offered as newest may be a second old, a version once found stays what it was. Undefined for what is not published.
 */
export function createLibrary(versions: VersionStore, now: () => number): Library {
  const ready = new Map<string, Published>()
  let newest: { readonly at: number; readonly all: readonly Published[] } | undefined

  const prepare = (version: Version): Published => {
    const key = `${version.journey}@${version.number}`
    const known = ready.get(key)
    if (known) return known
    const { definition } = version
    const published = { version, journey: compile(definition), prompts: promptsByStep(definition, version) }
    ready.set(key, published)
    return published
  }
  const allLatest = async (): Promise<readonly Published[]> => {
    if (!newest || now() - newest.at > FRESH_MS) newest = { at: now(), all: (await versions.allLatest()).map(prepare) }
    return newest.all
  }

  return {
    allLatest,
    async version(journey, number) {
      const known = ready.get(`${journey}@${number}`)
      if (known) return known
      const stored = await versions.find(journey, number)
      return stored && prepare(stored)
    },
    renew() {
      newest = undefined
    },
    async latest(journey) {
      return (await allLatest()).find(({ version }) => version.journey === journey)
    },
  }
}
