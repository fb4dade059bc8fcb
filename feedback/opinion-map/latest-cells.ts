import type { VoteLog } from './vote-log.ts'

/**
 * Votes by participant, only the cells that were answered: the cells of row r are `from[r]` to `from[r + 1]`, their
 * columns ascending. `stances`: agree 1, disagree -1, pass 0.
 */
export type Cells = {
  readonly rows: number
  readonly width: number
  readonly from: Int32Array
  readonly columns: Uint16Array
  readonly stances: Int8Array
}

/** `entries`: which vote of the log each cell holds. */
export type LoggedCells = Cells & { readonly entries: Int32Array }

/**
 * Cells as they are filled in, row by row and in each row column by column, entries of one cell in the order they were
 * logged: the latest holds, of two at the same moment the one logged later.
 */
export class LatestCells {
  readonly #log: VoteLog
  readonly #from: Int32Array
  readonly #columns: Uint16Array
  readonly #entries: Int32Array
  #row = -1
  #cells = 0

  constructor(log: VoteLog, rows: number, room: number) {
    this.#log = log
    this.#from = new Int32Array(rows + 1)
    this.#columns = new Uint16Array(room)
    this.#entries = new Int32Array(room)
  }

  add(row: number, column: number, entry: number): void {
    const last = this.#cells - 1
    const isSame = row === this.#row && column === this.#columns[last]
    const { times } = this.#log
    if (isSame && times[entry]! < times[this.#entries[last]!]!) return
    if (!isSame) this.#cells++
    this.#columns[this.#cells - 1] = column
    this.#entries[this.#cells - 1] = entry
    this.#row = row
    this.#from[row + 1] = this.#cells
  }

  /** A stretch of earlier cells of one row, in columns beyond what the row holds already. */
  addAll(
    row: number,
    { columns, entries }: Pick<LoggedCells, 'columns' | 'entries'>,
    start: number,
    end: number,
  ): void {
    if (start === end) return
    this.#columns.set(columns.subarray(start, end), this.#cells)
    this.#entries.set(entries.subarray(start, end), this.#cells)
    this.#cells += end - start
    this.#row = row
    this.#from[row + 1] = this.#cells
  }

  result(width: number): LoggedCells {
    const entries = this.#entries.subarray(0, this.#cells)
    const stances = new Int8Array(entries.length)
    for (let i = 0; i < stances.length; i++) stances[i] = this.#log.stances[entries[i]!]!
    const columns = this.#columns.subarray(0, this.#cells)
    return { rows: this.#from.length - 1, width, from: this.#from, columns, stances, entries }
  }
}
