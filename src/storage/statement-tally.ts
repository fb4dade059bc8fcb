import { hash } from '#feedback/hash.ts'
import { addedId, OWN, statementId } from '#feedback/statement-id.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { ask, type Body, type On } from './engine.ts'

/** Where a statement stands in the queue: not served, few votes so far, votes enough. */
export const QUEUE = { none: 0, few: 1, enough: 2 } as const

const COLUMNS = ['agree', 'disagree', 'pass'] as const
type Change = { readonly shown: number; readonly agree: number; readonly disagree: number; readonly pass: number }
const NONE: Change = { shown: 0, agree: 0, disagree: 0, pass: 0 }
type At = { readonly step: StepKey; readonly prompt: string }

export type StatementTally = {
  shown(at: At, n: 1 | -1): void
  voted(at: At, option: string | undefined, n: 1 | -1): void
  store(on: On, journey: string): Body<void>
}

/** Gathers what one write does to the counts of statements. What was said at other prompts passes through without a trace. */
export function countingStatements(): StatementTally {
  const changes = new Map<string, Change & { readonly step: StepKey; readonly isSeed: boolean }>()
  const add = ({ step, prompt }: At, change: Partial<Change>) => {
    const id = statementId(step, prompt)
    if (id === undefined) return
    changes.set(id, { ...added(changes.get(id) ?? NONE, change), step, isSeed: id !== prompt })
  }
  return {
    shown: (at, n) => add(at, { shown: n }),
    voted: (at, option, n) => {
      const column = COLUMNS.find((name) => name === option)
      if (column) add(at, { [column]: n })
    },
    *store(on, journey) {
      // Always in the same order: two walkers who count the same statements must not wait for each other.
      for (const [id, { isSeed, ...change }] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1))) {
        // An added statement's row comes and goes with its words: what is counted of one that is gone is nobody's.
        const empty = { contribution: null, queue: QUEUE.few, spread: spreadOf(id), priority: null }
        if (isSeed) yield* ask(on.walk.countSeed, { journey, id, ...empty, ...change })
        else yield* ask(on.walk.countAdded, { journey, id, ...change })
      }
    },
  }
}

function added(so: Change, { shown = 0, agree = 0, disagree = 0, pass = 0 }: Partial<Change>): Change {
  return {
    shown: so.shown + shown,
    agree: so.agree + agree,
    disagree: so.disagree + disagree,
    pass: so.pass + pass,
  }
}

export function isOwnStatement({ kind, prompt, text }: Contribution): boolean {
  return kind === 'statement' && prompt === OWN && text !== undefined
}

/** A walker's own statement gets its row, or the row follows what has become of its words. */
export function* keepAdded(on: On, said: Pick<Contribution, 'id' | 'journey' | 'step'>, isServed: boolean): Body<void> {
  const id = addedId(said.id)
  const { journey, step } = said
  const queue = isServed ? QUEUE.few : QUEUE.none
  const row = { journey, id, step, contribution: said.id, queue, spread: spreadOf(id), priority: null }
  yield* ask(on.walk.keepAdded, { ...row, ...NONE })
}

function spreadOf(id: string): number {
  return hash(id) >>> 1
}
