import { seeded } from '#feedback/opinion-map/seeded.ts'
import type { Stance, Vote } from '#feedback/opinion-map/vote-log.ts'

export type Planted = {
  readonly people: number
  readonly statements: number
  readonly groups: number
  readonly seed: number
  /** how often a person who takes sides takes the group's: 3 times in 4 unless told */
  readonly loyalty?: number
}

const PASSES = 0.1

/** Which group a person was planted in. */
export function plantedGroup(person: number, groups: number): number {
  return person % groups
}

/**
 * Votes of people planted in groups: each group has its own leaning on every statement, each person follows it three times
 * in four or as often as told. `votes` are shared out unevenly, a few people answer much and many little.
 */
export function* plantedVotes({ people, statements, groups, seed, loyalty }: Planted, votes: number): Generator<Vote> {
  const random = seeded(seed)
  const leaning = Array.from({ length: groups * statements }, () => (random() < 0.5 ? 1 : -1))
  const eager = Array.from({ length: people }, () => 0.15 + random() ** 3)
  const all = eager.reduce((sum, one) => sum + one, 0)
  for (let person = 0; person < people; person++) {
    const answered = Math.min(statements, Math.max(1, Math.round((votes * eager[person]!) / all)))
    for (const statement of drawn(statements, answered, random)) {
      const group = plantedGroup(person, groups)
      const vote = voteOf(leaning[group * statements + statement] ?? 1, random(), loyalty)
      yield { participant: String(person), statement: String(statement), vote }
    }
  }
}

function voteOf(leaning: number, chance: number, loyalty = 0.75): Stance {
  if (chance < PASSES) return 0
  const follows = chance < PASSES + loyalty * (1 - PASSES)
  return leaning > 0 === follows ? 1 : -1
}

function drawn(of: number, number: number, random: () => number): number[] {
  const all = Array.from({ length: of }, (_, i) => i)
  for (let i = 0; i < number; i++) {
    const other = i + Math.floor(random() * (of - i))
    ;[all[i], all[other]] = [all[other]!, all[i]!]
  }
  return all.slice(0, number)
}
