export type Stance = -1 | 0 | 1
export type Vote = {
  readonly participant: string
  readonly statement: string
  /** agree 1, disagree -1, pass 0 */
  readonly vote: Stance
  /** when, in any unit that grows; needed only where votes may come in another order than they were cast */
  readonly at?: number | undefined
  /** marked as mattering to whoever cast it; the map does not weigh it */
  readonly important?: boolean | undefined
}

/** Votes of participants or on statements beyond these are dropped (opinion-map.md 3.1); those already in go on. */
export const MOST_PARTICIPANTS = 100_000
export const MOST_STATEMENTS = 10_000

const ROOM = 1024

/**
 * Votes as they were cast, each person's and statement's name kept once: 15 bytes a vote. A worker keeps one, adds what
 * is new and asks for the map again. `add` throws a RangeError for a vote that is not agree, disagree or pass.
 */
export class VoteLog {
  readonly participants: string[] = []
  readonly statements: string[] = []
  length = 0
  /** votes left out because one more participant or statement was too many */
  dropped = 0
  rows = new Int32Array(ROOM)
  columns = new Uint16Array(ROOM)
  stances = new Int8Array(ROOM)
  times = new Float64Array(ROOM)
  readonly #rowOf = new Map<string, number>()
  readonly #columnOf = new Map<string, number>()

  static of(votes: Iterable<Vote>): VoteLog {
    const log = new VoteLog()
    for (const vote of votes) log.add(vote)
    return log
  }

  add({ participant, statement, vote, at = 0 }: Vote): void {
    if (vote !== 1 && vote !== 0 && vote !== -1) throw new RangeError(`a vote is -1, 0 or 1, not ${String(vote)}`)
    const row = this.#rowOf.get(participant) ?? this.participants.length
    const column = this.#columnOf.get(statement) ?? this.statements.length
    if (row >= MOST_PARTICIPANTS || column >= MOST_STATEMENTS) {
      this.dropped++
      return
    }
    if (row === this.participants.length) this.#rowOf.set(participant, this.participants.push(participant) - 1)
    if (column === this.statements.length) this.#columnOf.set(statement, this.statements.push(statement) - 1)
    if (this.length === this.rows.length) this.#grow()
    this.rows[this.length] = row
    this.columns[this.length] = column
    this.stances[this.length] = vote
    this.times[this.length++] = at
  }

  #grow(): void {
    const room = this.length * 2
    this.rows = widened(new Int32Array(room), this.rows)
    this.columns = widened(new Uint16Array(room), this.columns)
    this.stances = widened(new Int8Array(room), this.stances)
    this.times = widened(new Float64Array(room), this.times)
  }
}

function widened<T extends { set(from: T): void }>(to: T, from: T): T {
  to.set(from)
  return to
}
