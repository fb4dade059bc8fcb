type Out = { readonly isTTY?: boolean; write(text: string): unknown }

const WIDTH = 30
const LINES = 10

/** Shows on a terminal a bar that grows, elsewhere ten plain lines. */
export function progressBar(out: Out): (done: number, all: number) => void {
  let shown = ''
  return (done, all) => {
    const now = out.isTTY ? bar(done, all) : line(done, all)
    if (now === undefined || now === shown) return
    shown = now
    out.write(now)
  }
}

function bar(done: number, all: number): string {
  const full = Math.floor((done / all) * WIDTH)
  return `\r${'#'.repeat(full)}${'.'.repeat(WIDTH - full)} ${done} / ${all}${done === all ? '\n' : ''}`
}

function line(done: number, all: number): string | undefined {
  const tenth = (n: number) => Math.floor((n * LINES) / all)
  return tenth(done) > tenth(done - 1) ? `${done} / ${all}\n` : undefined
}
