import { hash } from '#feedback/hash.ts'
import type { Language, Persona } from '#src/journey/definition.ts'

/** Groups of opinion that are planted among the walkers. */
export const GROUPS = 3
const LANGUAGES: readonly Language[] = ['fi', 'fi', 'fi', 'sv', 'en']
const WRITE = 0.15
const CHOOSE_STRANDS = 0.3
const STOP_ON_THE_WAY = 0.05
const LAST_STOP = 20

/** Somebody made up: who they are, what they lean to, how far they go. What they do follows from this and the seed alone. */
export type SimulatedWalker = {
  readonly seed: string
  /** counts from 0 */
  readonly nth: number
  /** the planted group of opinion, 0 to GROUPS - 1: whoever simulates knows it, it is stored nowhere */
  readonly group: number
  readonly language: Language
  /** walks as this example person; undefined: in a situation of their own */
  readonly persona: Persona | undefined
  /** strands chosen at the start; none is the whole journey */
  readonly tracks: readonly string[]
  readonly writes: boolean
  /** leaves the walk after so many steps */
  readonly stopsAfter: number | undefined
}

export type Cast = {
  readonly seed: string
  readonly walkers: number
  readonly personas: readonly Persona[]
  /** languages of the journey */
  readonly languages: readonly Language[]
  /** strands that can be chosen */
  readonly tracks: readonly string[]
}

/** Every second walker is one of the example persons in turn, the others have situations of their own. */
export function* simulatedWalkers({ walkers, ...cast }: Cast): Generator<SimulatedWalker> {
  for (let nth = 0; nth < walkers; nth++) yield simulatedWalker(cast, nth)
}

function simulatedWalker({ seed, personas, languages, tracks }: Omit<Cast, 'walkers'>, nth: number): SimulatedWalker {
  const draw = (what: string) => drawn({ seed, nth }, what)
  const spoken = LANGUAGES.filter((language) => languages.includes(language))
  const persona = nth % 2 === 0 ? personas[(nth / 2) % personas.length] : undefined
  const isChoosing = !persona && draw('strands') < CHOOSE_STRANDS
  return {
    seed,
    nth,
    persona,
    group: Math.floor(draw('group') * GROUPS),
    language: oneOf(spoken, draw('language')) ?? 'fi',
    tracks: isChoosing ? tracks.filter((track) => draw(`strand ${track}`) < 0.5) : [],
    writes: draw('writes') < WRITE,
    stopsAfter: draw('stops') < STOP_ON_THE_WAY ? 1 + Math.floor(draw('where') * LAST_STOP) : undefined,
  }
}

/**
 * A number from 0 up to but not 1 for one thing a walker decides. It depends on the name of the thing and not on what was
 * drawn before, so that a walker who meets one step more decides everything else as before.
 */
export function drawn({ seed, nth }: Pick<SimulatedWalker, 'seed' | 'nth'>, what: string): number {
  return chanceOf(`${seed} walker ${nth} ${what}`)
}

/** The same for what a whole group shares. */
export function drawnByGroup({ seed, group }: Pick<SimulatedWalker, 'seed' | 'group'>, what: string): number {
  return chanceOf(`${seed} group ${group} ${what}`)
}

/** The same for what everybody shares, whatever their group. */
export function drawnForAll({ seed }: Pick<SimulatedWalker, 'seed'>, what: string): number {
  return chanceOf(`${seed} all ${what}`)
}

function chanceOf(text: string): number {
  return hash(text) / 2 ** 32
}

export function oneOf<T>(all: readonly T[], chance: number): T | undefined {
  return all[Math.floor(chance * all.length)]
}
