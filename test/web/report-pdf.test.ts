import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createPrinter } from '#src/web/pdf-printer.ts'
import { findChromium, HOW_TO_GET_CHROMIUM } from '../support/chromium.ts'

const chromium = await findChromium()
if (!chromium) console.warn(`no PDF is printed: there is no browser. ${HOW_TO_GET_CHROMIUM}`)
const PAGE = `<!DOCTYPE html><html lang="fi"><head><title>Raportti</title><link rel="stylesheet" href="/assets/polku.css">
<script>document.title = 'Skripti'</script></head>
<body><h1>Raportti</h1><img src="http://elsewhere.example/x.png" alt=""><h2>Luvut</h2><table><tr><th scope="row">Aloitti</th><td>6</td></tr></table></body></html>`
const nothing = async () => new Response('', { headers: { 'content-type': 'text/css' } })

test.skipIf(!chromium)(
  'a report is printed as a tagged PDF with its language and an outline, and asks nobody else for anything',
  async () => {
    const asked: string[] = []
    const environment = chromium?.libraries ? { LD_LIBRARY_PATH: chromium.libraries } : undefined
    const print = createPrinter({ path: chromium?.path ?? '', environment })
    const asset = (path: string) => {
      asked.push(path)
      return nothing()
    }
    const pdf = unpacked(await print({ html: PAGE, asset }))
    expect(pdf.startsWith('%PDF-')).toBe(true)
    for (const told of ['/StructTreeRoot', '/MarkInfo', '/Lang (fi', '/Outlines', '/H1', '/TH'])
      expect(pdf).toContain(told)
    expect(pdf).not.toContain('Skripti')
    expect(asked).toEqual(['/assets/polku.css'])
  },
  60_000,
)

test('nobody waits behind more than five others', async () => {
  const print = createPrinter({ path: 'no-such-browser' })
  const waiting = Array.from({ length: 5 }, () => print({ html: PAGE, asset: nothing }))
  expect(() => print({ html: PAGE, asset: nothing })).toThrow('busy')
  await Promise.allSettled(waiting)
  await expect(print({ html: PAGE, asset: nothing })).rejects.toThrow()
}, 60_000)

/** The text of a PDF with its packed parts unpacked, so that its marks can be read. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const parts = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...parts].join('\n')
}
