import { AppError } from '#src/errors.ts'
import { AGE_BANDS, ASSISTIVE, type Background, COUNTIES, STANDPOINTS, TRAITS, type Trait } from './trial.ts'
import type { TrialDeps } from './trial-deps.ts'

/** `smi` stands for the Sámi languages, `sign` for sign languages */
export const BACKGROUND_LANGUAGES = ['fi', 'sv', 'smi', 'sign', 'en', 'other'] as const

export const TRAIT_VALUES: { readonly [T in Trait]: readonly string[] } = {
  standpoint: STANDPOINTS,
  county: COUNTIES,
  age: AGE_BANDS,
  language: BACKGROUND_LANGUAGES,
  assistive: ASSISTIVE,
}

/** What a form tells of a person; undefined when it tells nothing. A value that no form of ours offers is refused. */
export function readBackground(fields: Readonly<Record<string, string>>): Background | undefined {
  const told = TRAITS.filter((trait) => fields[trait])
  for (const trait of told) {
    if (!TRAIT_VALUES[trait].includes(fields[trait] ?? '')) throw new AppError('invalid', `${trait} of a background`)
  }
  return told.length === 0 ? undefined : Object.fromEntries(told.map((trait) => [trait, fields[trait]]))
}

/** Replaces what a walk told of its walker; an empty form erases it. Whose walk it is, the caller has made sure. */
export function tellBackground(
  { trials, now }: Pick<TrialDeps, 'trials' | 'now'>,
  { walk, background }: { readonly walk: string; readonly background: Background | undefined },
): Promise<void> {
  return trials.setBackground({ walk, background, at: now() })
}
