import type { Step, StepKey } from '#src/journey/definition.ts'

/** Whether something said or decided at a step concerns it still: under its name, or under one it had in earlier versions. */
export function isSameStep(key: StepKey, { was }: Pick<Step, 'was'>, other: StepKey): boolean {
  return key === other || [was ?? []].flat().includes(other)
}
