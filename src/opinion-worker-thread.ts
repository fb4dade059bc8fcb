import { Worker } from 'node:worker_threads'
import type { Known, NewVotes } from '#src/review/opinion-keeper.ts'
import type { MapsByMode } from '#src/review/opinion-map-store.ts'
import type { Computing } from '#src/review/opinion-refresh.ts'

type Ask =
  | { readonly what: 'known'; readonly journey: string }
  | { readonly what: 'add'; readonly journey: string; readonly votes: NewVotes }
  | { readonly what: 'maps'; readonly journey: string; readonly served: readonly string[] }
export type Asked = { readonly id: number; readonly ask: Ask }
export type Answer = { readonly id: number; readonly value?: unknown; readonly trouble?: string }

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

/** Longer than any map takes: a thread that hangs must not keep the others from theirs. */
const PATIENCE_MS = 110_000
const STOPPED = 'the thread that computes opinion maps has been stopped'
const PROGRAM = new URL('./opinion-worker.ts', import.meta.url)

/** The thread that computes: started when first asked, and again after it has failed. */
export class OpinionThread implements Computing {
  #worker: Worker | undefined
  #next = 0
  #isStopped = false
  readonly #waiting = new Map<number, Waiting>()
  readonly #program: URL
  readonly #patience: number

  constructor(program = PROGRAM, patience = PATIENCE_MS) {
    this.#program = program
    this.#patience = patience
  }

  // The thread answers each with what OpinionKeeper gives: the one program it runs.
  known(journey: string): Promise<Known | undefined> {
    return this.#ask({ what: 'known', journey }) as Promise<Known | undefined>
  }
  async add(journey: string, votes: NewVotes): Promise<void> {
    await this.#ask({ what: 'add', journey, votes })
  }
  maps(journey: string, served: readonly string[]): Promise<MapsByMode> {
    return this.#ask({ what: 'maps', journey, served }) as Promise<MapsByMode>
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    const worker = this.#worker
    this.#fail(new Error(STOPPED))
    await worker?.terminate()
  }

  async #ask(ask: Ask): Promise<unknown> {
    if (this.#isStopped) throw new Error(STOPPED)
    this.#worker ??= this.#started()
    const worker = this.#worker
    const id = this.#next++
    const late = setTimeout(() => this.#giveUp(worker), this.#patience)
    try {
      return await new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject })
        worker.postMessage({ id, ask } satisfies Asked)
      })
    } finally {
      clearTimeout(late)
      this.#waiting.delete(id)
    }
  }

  #started(): Worker {
    const worker = new Worker(this.#program)
    // Nobody waits for a map when the service ends.
    worker.unref()
    worker.on('message', ({ id, value, trouble }: Answer) => {
      const waiting = this.#waiting.get(id)
      if (trouble === undefined) waiting?.resolve(value)
      else waiting?.reject(new Error(`opinion map: ${trouble}`))
    })
    worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error)), worker))
    worker.on('exit', (code) => this.#fail(new Error(`the thread that computes opinion maps ended: ${code}`), worker))
    return worker
  }

  #giveUp(worker: Worker): void {
    this.#fail(new Error('the thread that computes opinion maps does not answer'), worker)
    void worker.terminate()
  }

  /** Everybody who waits is told, and the next one who asks starts a new thread. */
  #fail(error: Error, worker = this.#worker): void {
    if (worker !== this.#worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
