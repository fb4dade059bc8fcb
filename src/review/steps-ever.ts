import type { Step, StepKey } from '#src/journey/definition.ts'
import type { Library } from '#src/journey/library.ts'
import type { VersionStore } from '#src/journey/version-store.ts'

type Deps = { readonly library: Library; readonly versions: VersionStore }

/** Every step that a journey ever had, by the name it bore, as it stood last: what was said of it stays when it is gone. */
export async function stepsEver({ library, versions }: Deps, journey: string): Promise<ReadonlyMap<StepKey, Step>> {
  const numbers = (await versions.list(journey)).map(({ number }) => number)
  const all = await Promise.all(numbers.map((number) => library.version(journey, number)))
  return new Map(
    all.flatMap((published) =>
      [...(published?.journey.places.values() ?? [])].map(({ key, step }) => [key, step] as const),
    ),
  )
}
