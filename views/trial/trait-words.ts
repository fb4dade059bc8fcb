import type { Trait } from '#src/trial/trial.ts'
import type { Reader } from '../walk/frame.ts'

export function traitWords({ words }: Pick<Reader, 'words'>, trait: Trait, value: string): string {
  const values: Readonly<Record<string, string>> = words.trial.background.values[trait]
  return values[value] ?? value
}
