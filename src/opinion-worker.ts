import { parentPort } from 'node:worker_threads'
import { OpinionKeeper } from '#src/review/opinion-keeper.ts'
import type { Answer, Asked } from './opinion-worker-thread.ts'

/** The thread that computes opinion maps, so that nobody's page waits for them. It knows no database and no clock. */
const keeper = new OpinionKeeper()

parentPort?.on('message', ({ id, ask }: Asked) => {
  parentPort?.postMessage({ id, ...answer(ask) } satisfies Answer)
})

function answer(ask: Asked['ask']): Pick<Answer, 'value' | 'trouble'> {
  try {
    if (ask.what === 'known') return { value: keeper.known(ask.journey) }
    if (ask.what === 'add') return { value: keeper.add(ask.journey, ask.votes) }
    return { value: keeper.maps(ask.journey, ask.served) }
  } catch (error) {
    return { trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
