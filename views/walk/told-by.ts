import type { FactValue } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import { plainIn } from '../said-in.ts'
import type { Reader } from './frame.ts'

/** Of a fact that a provider told last: with what value, and who. */
export function toldByProvider(
  reader: Reader,
  here: Here,
  name: string,
): { value: FactValue; who: string } | undefined {
  const { replied } = here.walk.progress.record
  const tellers = Object.entries(replied)
    .filter(([, { sets }]) => sets !== undefined && name in sets)
    .toSorted(([a, one], [b, other]) => (`${one.on} ${a}` < `${other.on} ${b}` ? -1 : 1))
  const [key, told] = tellers.at(-1) ?? []
  const step = [...here.journey.places.values()].find((place) => place.key === key)?.step
  if (!step || !told) return undefined
  const providers = [step.provider ?? 'self'].flat().map((id) => here.journey.definition.providers[id]?.name)
  const who = providers.map((words) => (words ? plainIn(reader.language, words) : reader.words.walk.step.self))
  return { value: told.sets?.[name] ?? null, who: who.join(', ') }
}
